import { factOf } from './facts.ts';
import { elapsed, HOUR, type Instant, instant } from './instant.ts';
import type { Signal } from './signal.ts';
import { BROWSER } from './source.ts';

/** How long a signal can be relied on, in milliseconds; infinite for what does not age, whatever the policy says. */
export const maxAge = (signal: Signal, maxAgeHours: number | undefined): number => {
  const { browserMaxAgeHours, maxAgeHours: ownHours } = factOf(signal.fact);
  if (!Number.isFinite(ownHours)) return ownHours;
  return ((signal.source === BROWSER ? browserMaxAgeHours : maxAgeHours) ?? ownHours) * HOUR;
};

/** When a signal of this moment, in milliseconds, is too old to rest on; undefined when it never is. */
export const expiry = (signal: Signal, ms: number, maxAgeHours: number | undefined): Instant | undefined => {
  const age = maxAge(signal, maxAgeHours);
  return Number.isFinite(age) ? instant(ms + age) : undefined;
};

/** Whether a signal can still be relied on, as far as its fact alone says. */
export const isFresh = (signal: Signal, now: Instant): boolean =>
  elapsed(signal.observedAt, now) < maxAge(signal, undefined);
