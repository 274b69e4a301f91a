import { factOf } from './facts.ts';
import { elapsed, HOUR, type Instant } from './instant.ts';
import type { Signal } from './signal.ts';
import { BROWSER } from './source.ts';

/** How long a signal can be relied on, in milliseconds; infinite for what does not age, whatever the policy says. */
export const maxAge = (signal: Signal, maxAgeHours: number | undefined): number => {
  const { browserMaxAgeHours, maxAgeHours: ownHours } = factOf(signal.fact);
  if (!Number.isFinite(ownHours)) return ownHours;
  return ((signal.source === BROWSER ? browserMaxAgeHours : maxAgeHours) ?? ownHours) * HOUR;
};

/** Whether a signal can still be relied on, as far as its fact alone says. */
export const isFresh = (signal: Signal, now: Instant): boolean =>
  elapsed(signal.observedAt, now) < maxAge(signal, undefined);
