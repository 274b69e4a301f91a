import type { AlarmName } from '../browser/alarms.ts';
import { api } from '../browser/api.ts';
import type { Assessment } from '../posture/finding.ts';
import { elapsed, epochMs, type Instant, MINUTE } from '../posture/instant.ts';
import { type Claim, nextChange } from '../posture/present.ts';
import { CHECK_EVERY_MINUTES } from '../posture/settings.ts';

/** The names of the alarms. */
export const CHECK = 'check' satisfies AlarmName;
export const REPAINT = 'repaint' satisfies AlarmName;

/**
 * Sees to it that a check is due; browsers may lose alarms when they restart, and ring them by this computer's clock: one that was set
 * before the clock was put back would not ring for as long. The first check comes at any moment of the period, so that a company's
 * browsers do not all ask at once. `random` gives a number from 0 to 1.
 */
export async function scheduleCheck(localNow: Instant, random: () => number = Math.random): Promise<void> {
  const due = (await api.alarms.get(CHECK))?.scheduledTime;
  if (due !== undefined && due - epochMs(localNow) <= CHECK_EVERY_MINUTES * MINUTE) return;
  await api.alarms.create(CHECK, {
    delayInMinutes: 1 + random() * (CHECK_EVERY_MINUTES - 1),
    periodInMinutes: CHECK_EVERY_MINUTES,
  });
}

/** Has a check made as soon as an alarm can ring, for what a worker sees only once it has started anew. */
export const checkSoon = (): Promise<void> =>
  api.alarms.create(CHECK, { delayInMinutes: 1, periodInMinutes: CHECK_EVERY_MINUTES });

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
