import { createHash } from 'node:crypto';

/** Where in the address that a browser gives to an extension the sign-in comes back. */
const PATH = '/sign-in';

/** Chrome and Edge name extensions with the letters a to p (https://developer.chrome.com/docs/extensions/reference/api/identity). */
const CHROMIUM_ID = /^[a-p]{32}$/;
/** Add-ons of Firefox have a UUID in braces or the form of an address. */
const FIREFOX_ID = /^(?:\{[0-9a-f-]{36}\}|[\w.-]*@[\w.-]+)$/i;
const REDIRECT_URL = /^https:\/\/(?:[a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org)\/sign-in$/;

/**
 * The redirect URL of an extension, by its id in a store or by the URL itself; undefined for anything else. No browser ever asks
 * these hosts: it catches the address and hands it to the one extension that it is made of. Firefox makes it of the SHA-1 of the id.
 */
export function redirectUrlOf(extension: string): string | undefined {
  if (REDIRECT_URL.test(extension)) return extension;
  if (CHROMIUM_ID.test(extension)) return `https://${extension}.chromiumapp.org${PATH}`;
  if (!FIREFOX_ID.test(extension)) return undefined;
  return `https://${createHash('sha1').update(extension).digest('hex')}.extensions.allizom.org${PATH}`;
}
