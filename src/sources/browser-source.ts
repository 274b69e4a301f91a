import { has, isBlockedByPolicy, type OptionalPermission } from '../browser/permissions.ts';
import type { FactId, FactValue } from '../posture/facts.ts';
import type { Instant } from '../posture/instant.ts';
import type { Platform } from '../posture/platform.ts';
import type { Reason } from '../posture/reason.ts';
import { type Gap, type Signal, signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';

/** What one source observed, and what it cannot know here. */
export interface Observation {
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
  readonly platform?: Platform;
  readonly model?: string;
  readonly serial?: string;
}

/** A family of signals that this browser observes of itself. */
export interface BrowserSource {
  /** Every fact that it may speak of, by a signal or by a gap. */
  readonly facts: readonly FactId[];
  /** May reject, and may hang: that costs only this source. */
  readonly observe: (now: Instant) => Promise<Observation>;
}

export const gap = (fact: FactId, reason: Reason): Gap => ({ fact, source: BROWSER, reason });

/** That a fact cannot be known here, and why. */
export const unknown = (fact: FactId, reason: Reason): Observation => ({ signals: [], gaps: [gap(fact, reason)] });

interface Asking<Id extends FactId> {
  readonly fact: Id;
  readonly permission: OptionalPermission;
  /** `undefined` where the browser has nothing that would tell. */
  readonly read: () => Promise<FactValue<Id> | undefined>;
}

/** Observes a fact that can be seen only with a permission. Rejects as `read` does, unless a policy is the cause. */
export async function observePermitted<Id extends FactId>(
  { fact, permission, read }: Asking<Id>,
  now: Instant,
): Promise<Observation> {
  if (!(await has(permission))) return unknown(fact, 'permission-not-granted');
  try {
    const value = await read();
    if (value === undefined) return unknown(fact, 'browser-cannot-know');
    return { signals: [signal(fact, value, BROWSER, now)], gaps: [] };
  } catch (error) {
    if (isBlockedByPolicy(error)) return unknown(fact, 'blocked-by-policy');
    throw error;
  }
}
