import { BASELINE_MAX_AGE_DAYS, type Baseline } from './baseline.ts';
import { DAY, elapsed, type Instant, later, startOf } from './instant.ts';
import type { Reason } from './reason.ts';

/** The moment from which a baseline supports no verdict any more. */
export const baselineEnd = (baseline: Pick<Baseline, 'asOf'>): Instant =>
  later(startOf(baseline.asOf), BASELINE_MAX_AGE_DAYS * DAY);

/** Why a baseline cannot serve now: too old, or from a day that this clock has not seen, so that no age can be counted. */
export function unfitFor(now: Instant, baseline: Baseline): Reason | undefined {
  const age = elapsed(baseline.asOf, now);
  if (age < -DAY) return 'clock-wrong';
  return age < BASELINE_MAX_AGE_DAYS * DAY ? undefined : 'baseline-outdated';
}
