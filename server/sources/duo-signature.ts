import { createHash, createHmac } from 'node:crypto';
import type { Outgoing } from '../upstream/upstream.ts';

/** The keys of an application "Admin API" of Duo. */
export interface DuoKeys {
  readonly integrationKey: string;
  readonly secretKey: string;
}

/** Requests that only ask have no body, and no headers of Duo's own. */
const OF_NOTHING = createHash('sha512').update('').digest('hex');

/** What `encodeURIComponent` leaves, and RFC 3986 §2.2 does not. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** By the values of its code units, not by the language of the machine. */
const byUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const canonicalQuery = ({ searchParams }: URL): string =>
  [...searchParams]
    .toSorted(([a], [b]) => byUnits(a, b))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');

/**
 * The headers that sign a request without a body, in version 5 of Duo's signatures (HMAC-SHA512):
 * https://duo.com/docs/adminapi#authentication.
 * @param date as in RFC 2822; Duo refuses one that is far from its own
 */
export function duoSignature(
  { method, url }: Outgoing,
  { integrationKey, secretKey }: DuoKeys,
  date: string,
): { readonly Date: string; readonly Authorization: string } {
  const canonical = [date, method, url.host.toLowerCase(), url.pathname, canonicalQuery(url), OF_NOTHING, OF_NOTHING];
  const signature = createHmac('sha512', secretKey).update(canonical.join('\n')).digest('hex');
  const proof = Buffer.from(`${integrationKey}:${signature}`).toString('base64');
  return { Date: date, Authorization: `Basic ${proof}` };
}
