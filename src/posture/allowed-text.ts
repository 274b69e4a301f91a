import { DAY, elapsed, HOUR, type Instant, MINUTE, readInstant } from './instant.ts';
import { BROWSER, PLATFORM } from './source.ts';

/*
 * What may be told to somebody else of a text that came from anywhere: one of a closed list, or written anew from what was read
 * in it. Nothing is ever taken out of a text, for nobody can list all that would have to be.
 */

/** Stands for a text that is there and is not told. */
export const UNTOLD = 'not shown';

/** The text if it is one of these. */
export const oneOf = (text: string, allowed: readonly string[]): string => (allowed.includes(text) ? text : UNTOLD);

/** A moment and how long ago that was, both written anew. None stays none. */
export function moment(at: string | null | undefined, now: Instant): string | null | undefined {
  if (typeof at !== 'string') return at;
  const read = readInstant(at);
  if (read === undefined) return UNTOLD;
  const ms = elapsed(read, now);
  return ms < 0 ? `${read} (in ${span(-ms)})` : `${read} (${span(ms)} ago)`;
}

/** In the largest unit of which there are at least two, rounded down. */
function span(ms: number): string {
  if (ms < 2 * HOUR) return `${Math.floor(ms / MINUTE)} min`;
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / DAY)} d`;
}

const shaped = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : UNTOLD);

/** A day: 2026-11-20. */
export const dayText = shaped(/^\d{4}-\d{2}-\d{2}$/);

/** A version of a program, in numbers. It comes from the browser itself; of others it could be an address. */
export const versionText = shaped(/^\d{1,5}(?:\.\d{1,5}){0,3}$/);

/** A policy's version, where it is a day, or up to three short numbers, or what stands for "none". */
export const policyVersionText = shaped(/^(?:default|\d{4}-\d{2}-\d{2}|\d{1,3}(?:\.\d{1,3}){0,2})$/);

/** A BCP 47 tag with language, script and region only. */
export const languageText = shaped(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/);

/** A host that ends in a number is an IPv4 address, in one of its many forms (https://url.spec.whatwg.org/#ends-in-a-number-checker). */
const IPV4 = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?(?::\d+)?$/i;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9-]{1,63}(?::\d{1,5})?$/i;

/**
 * An endpoint without anything but its host. An IP address, which may be that of a person's own network, and what is no address
 * at all are not told.
 */
export function hostText(endpoint: string): string {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(endpoint)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (IPV4.test(host) || host.startsWith('[')) return 'an IP address';
  return HOST.test(host) ? host.toLowerCase() : UNTOLD;
}

/** The makers and systems that the ids of sources begin with, such as `jamf-studio`: products, which many use. */
const PRODUCTS = ['duo', 'fleet', 'google', 'intune', 'jamf', 'jumpcloud', 'kolide', 'workspace'];

/** Names sources by their place in the list of those that were asked, and by their product where that is a known one. */
export function sourceNamer(ids: readonly string[]): (id: string) => string {
  return (id) => {
    if (id === BROWSER || id === PLATFORM) return id;
    const place = ids.indexOf(id);
    const name = place === -1 ? 'another source' : `source ${place + 1}`;
    const product = PRODUCTS.find((one) => id === one || id.startsWith(`${one}-`));
    return product === undefined ? name : `${name} (${product})`;
  };
}
