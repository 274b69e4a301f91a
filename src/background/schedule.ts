import { api } from '../browser/api.ts';
import type { Assessment } from '../posture/finding.ts';
import { epochMs, type Instant } from '../posture/instant.ts';
import { type Claim, nextChange } from '../posture/present.ts';

/** The names of the alarms. */
const CHECK = 'check';
const CHECK_SOON = 'check-soon';
export const REPAINT = 'repaint';

const CHECK_EVERY_MINUTES = 12 * 60;

/** Up to this much later, so that a company's browsers, which may all have begun at once, do not go on asking at once. */
const SPREAD_MINUTES = 60;

/** Sees to it that a check is due; browsers may lose alarms when they restart. `random` gives a number from 0 to 1. */
export async function scheduleCheck(random: () => number = Math.random): Promise<void> {
  if ((await api.alarms.get(CHECK)) === undefined) await postponeCheck(random);
}

/** After the endpoint was asked, for whatever reason, the next check in the background is half a day away. */
export async function postponeCheck(random: () => number = Math.random): Promise<void> {
  const minutes = CHECK_EVERY_MINUTES + random() * SPREAD_MINUTES;
  await api.alarms.create(CHECK, { delayInMinutes: minutes, periodInMinutes: minutes });
}

/** Has one more check made as soon as an alarm can ring, for what a worker sees only once it has started anew. */
export const checkSoon = (): Promise<void> => api.alarms.create(CHECK_SOON, { delayInMinutes: 1 });

/** Has the badge painted again when what it shows changes by itself. */
export async function scheduleRepaint(
  assessment: Assessment | undefined,
  claims: readonly Claim[],
  now: Instant,
): Promise<void> {
  const at = assessment && nextChange(assessment, claims, now);
  if (at === undefined) await api.alarms.clear(REPAINT);
  else await api.alarms.create(REPAINT, { when: epochMs(at) });
}
