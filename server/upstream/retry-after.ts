/** Nobody is left alone for longer than this on a system's word: a clock of its own that is wrong would silence it for years. */
const LONGEST_MS = 15 * 60 * 1000;

/** Seconds since 1970 are larger than this, and no system asks for a rest of thirty years. */
const EPOCH_SECONDS_FROM = 1_000_000_000;

/**
 * How long a system wants to be left alone, in milliseconds: `Retry-After` in seconds, which some write with a fraction, as a date
 * (RFC 9110 §10.2.3), or as seconds since 1970. `undefined` when it does not say, or nothing sensible.
 */
export function retryAfterMs(text: string | null, nowMs: number): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const seconds = Number(text);
  const waitMs = Number.isNaN(seconds) ? Date.parse(text) - nowMs : inMilliseconds(seconds, nowMs);
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), LONGEST_MS);
}

const inMilliseconds = (seconds: number, nowMs: number): number =>
  seconds >= EPOCH_SECONDS_FROM ? seconds * 1000 - nowMs : seconds * 1000;
