import type { AlarmName } from '../browser/alarms.ts';
import { api } from '../browser/api.ts';
import { storedManaged } from '../browser/stored.ts';
import { CHECK_EVERY_MINUTES } from '../posture/due.ts';
import type { Assessment } from '../posture/finding.ts';
import { elapsed, epochMs, type Instant, MINUTE } from '../posture/instant.ts';
import { type Claim, nextChange } from '../posture/present.ts';

/** The names of the alarms. */
export const CHECK = 'check' satisfies AlarmName;
const CHECK_SOON = 'check-soon' satisfies AlarmName;
export const REPAINT = 'repaint' satisfies AlarmName;

/** Up to this part of the time later, so that a company's browsers, which may all have begun at once, do not go on asking at once. */
const SPREAD = 1 / 12;

const minutesBetweenChecks = async (): Promise<number> =>
  (await storedManaged.get())?.settings.checkEveryMinutes ?? CHECK_EVERY_MINUTES;

/**
 * Sees to it that a check is due; browsers may lose alarms when they restart, and ring them by this computer's clock: one that was set
 * before the clock was put back would not ring for as long. `random` gives a number from 0 to 1.
 */
export async function scheduleCheck(localNow: Instant, random: () => number = Math.random): Promise<void> {
  const due = (await api.alarms.get(CHECK))?.scheduledTime;
  const latest = (await minutesBetweenChecks()) * (1 + SPREAD) * MINUTE;
  if (due === undefined || due - epochMs(localNow) > latest) await postponeCheck(random);
}

/** After the endpoint was asked, for whatever reason, the next check in the background is a whole time between two away: half a day. */
export async function postponeCheck(random: () => number = Math.random): Promise<void> {
  const minutes = (await minutesBetweenChecks()) * (1 + random() * SPREAD);
  await api.alarms.create(CHECK, { delayInMinutes: minutes, periodInMinutes: minutes });
}

/** Has one more check made as soon as an alarm can ring, for what a worker sees only once it has started anew. */
export const checkSoon = (): Promise<void> => api.alarms.create(CHECK_SOON, { delayInMinutes: 1 });

/** Has what is stored painted on the icon as soon as an alarm can ring. */
export const repaintSoon = (): Promise<void> => api.alarms.create(REPAINT, { delayInMinutes: 1 });

/** Has the badge painted again when what it shows changes by itself. */
export async function scheduleRepaint(
  assessment: Assessment | undefined,
  claims: readonly Claim[],
  now: Instant,
): Promise<void> {
  const at = assessment && nextChange(assessment, claims, now);
  if (at === undefined) await api.alarms.clear(REPAINT);
  // A span, for alarms ring by this computer's clock, which may be wrong.
  else await api.alarms.create(REPAINT, { delayInMinutes: elapsed(now, at) / MINUTE });
}
