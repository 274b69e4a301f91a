import { BASELINE_MAX_AGE_DAYS, type Baseline } from './baseline.ts';
import { DAY, type Instant, instant, isAfter, later } from './instant.ts';
import type { Reason } from './reason.ts';

/** The moment from which a baseline supports no verdict any more. */
export const baselineEnd = (baseline: Baseline): Instant =>
  later(instant(Date.parse(baseline.asOf)), BASELINE_MAX_AGE_DAYS * DAY);

/** Why a baseline cannot serve now: too old, or from a day that this clock has not seen, so that no age can be counted. */
export function unfitFor(now: Instant, baseline: Baseline): Reason | undefined {
  if (isAfter(instant(Date.parse(baseline.asOf)), later(now, DAY))) return 'clock-wrong';
  return isAfter(baselineEnd(baseline), now) ? undefined : 'baseline-outdated';
}
