import { DAY, epochMs, type Instant, instant, later } from './instant.ts';

/** Android's first security patch level (https://source.android.com/docs/security/bulletin). */
const FIRST_LEVEL = '2015-10-01';

/** Previews carry the level of a bulletin that is still to come. */
const AHEAD_DAYS = 45;

/**
 * Android's security patch level, a day. `undefined` for what no level can be: days that no month has, the "never" of management
 * systems (1970-01-01), and days too far ahead.
 */
export function patchLevelOf(told: string | undefined, now: Instant): string | undefined {
  if (told === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(told)) return undefined;
  const ms = Date.parse(told);
  if (Number.isNaN(ms) || instant(ms).slice(0, told.length) !== told) return undefined;
  return told >= FIRST_LEVEL && ms <= epochMs(later(now, AHEAD_DAYS * DAY)) ? told : undefined;
}
