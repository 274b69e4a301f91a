/**
 * A moment, written as ISO 8601 in UTC with milliseconds (`2026-11-23T14:10:00.000Z`), the only form used inside the product.
 * It is a string so that the same value travels over the wire, into storage and into a test unchanged.
 */
export type Instant = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Management systems write "never" as a date of the years 1, 1970 or 2000; no device has reported before this moment. */
const FIRST_PLAUSIBLE: Instant = '2001-01-02T00:00:00.000Z';
const LAST_PLAUSIBLE: Instant = '9999-01-01T00:00:00.000Z';

/** Writing a date takes longer than most of what is done with one, and a check writes the same few for every device. */
const written = new Map<number, Instant>();
const MOST_WRITTEN = 100;

/** The instant of an epoch time in milliseconds. Throws a RangeError outside the years that ISO 8601 can write. */
export function instant(epochMs: number): Instant {
  const known = written.get(epochMs);
  if (known !== undefined) return known;
  if (written.size >= MOST_WRITTEN) written.clear();
  const at = new Date(epochMs).toISOString();
  written.set(epochMs, at);
  return at;
}

/** Milliseconds since the epoch. */
export const epochMs = (at: Instant): number => Date.parse(at);

/** The instant `ms` milliseconds after `at`; within the years 1970 to 9998, however many that a policy asks for. */
export const later = (at: Instant, ms: number): Instant =>
  instant(Math.min(Math.max(epochMs(at) + ms, 0), epochMs(LAST_PLAUSIBLE)));

/** Milliseconds from `from` to `to`; negative when `to` is the earlier one. */
export const elapsed = (from: Instant, to: Instant): number => epochMs(to) - epochMs(from);

/**
 * Both must be instants indeed, as `isInstant` tells: those are in order as texts. So they need not be read, and it is asked for every
 * fact of every device.
 */
export const isAfter = (a: Instant, b: Instant): boolean => a > b;

export const earliest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce(
    (first, at) => (first === undefined || (at !== undefined && isAfter(first, at)) ? at : first),
    undefined,
  );

export const latest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce((last, at) => (last === undefined || (at !== undefined && isAfter(at, last)) ? at : last), undefined);

/** Whether a text is an instant as it is written here. Years of more than four digits begin with a sign, and are none. */
export const isInstant = (text: string): boolean =>
  PLAIN_INSTANT.test(text) || (text >= '0' && rewritten(text) === text);

/** Whether a text like `2026-10-13` names a day that there is. */
export const isDay = (text: string): boolean => isInstant(`${text}T00:00:00.000Z`);

/** The beginning of a calendar day (`2026-10-13`) in UTC, which is when vendors publish what is of that day. */
export const startOf = (day: string): Instant => instant(Date.parse(day));

/** The end of a calendar day (`2026-10-13`): when it is over everywhere on earth, at UTC-12. */
export const endOf = (day: string): Instant => instant(Date.parse(day) + 1.5 * DAY);

/** The form of an `Instant`, on a day that every month has: no calendar need be asked whether there is such a day. */
const PLAIN_INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/**
 * Reads a date as a management system writes it. Text without a zone is UTC. `undefined` for anything that is not a date and
 * for the "never" sentinels (0001-01-01, 1970-01-01, 2000-01-01).
 */
export function readInstant(text: unknown): Instant | undefined {
  if (typeof text !== 'string' || text.length > 40) return undefined;
  const at = PLAIN_INSTANT.test(text) ? text : rewritten(text);
  return at !== undefined && at >= FIRST_PLAUSIBLE && at < LAST_PLAUSIBLE ? at : undefined;
}

/** Years of more or less than four digits begin with a sign, and so come before all others. */
function rewritten(text: string): Instant | undefined {
  const zoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const ms = Date.parse(zoned);
  return Number.isNaN(ms) ? undefined : instant(ms);
}
