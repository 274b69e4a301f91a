import type { FactId } from '../posture/facts.ts';
import type { Instant } from '../posture/instant.ts';
import type { Platform } from '../posture/platform.ts';
import type { Reason } from '../posture/reason.ts';
import type { Gap, Signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';

/** What one source observed, and what it cannot know here. */
export interface Observation {
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
  readonly platform?: Platform;
}

/** A family of signals that this browser observes of itself. */
export interface BrowserSource {
  /** Every fact that it speaks of, by a signal or by a gap. */
  readonly facts: readonly FactId[];
  /** May reject, and may hang: that costs only this source. */
  readonly observe: (now: Instant) => Promise<Observation>;
}

export const gap = (fact: FactId, reason: Reason): Gap => ({ fact, source: BROWSER, reason });
