import { useEffect, useReducer } from 'preact/hooks';
import { now } from '../browser/clock.ts';
import type { Assessment } from '../posture/finding.ts';
import { type Instant, MINUTE } from '../posture/instant.ts';

/** The present moment, read at every rendering and at least once a minute. */
export function useNow(assessment: Assessment | undefined): Instant {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now(assessment);
}
