import type { FactId, FactValue } from './facts.ts';
import type { Instant } from './instant.ts';
import type { Reason } from './reason.ts';

/** One source's statement about one fact of one device. */
export interface Signal<Id extends FactId = FactId> {
  readonly fact: Id;
  /** As it arrived: the engine reads it with the fact's schema, so that an unreadable value is told apart from a missing one. */
  readonly value: unknown;
  /** The id of the source that says so. */
  readonly source: string;
  readonly observedAt: Instant;
  /** Since when the fact has had this value, where the source knows. */
  readonly since?: Instant;
}

/** A source's statement that it cannot know a fact here, and why. Never a signal: it says nothing of the device. */
export interface Gap {
  readonly fact: FactId;
  readonly source: string;
  readonly reason: Reason;
}

/** Makes a signal whose value has the type of its fact. */
export const signal = <Id extends FactId>(
  fact: Id,
  value: FactValue<Id>,
  source: string,
  observedAt: Instant,
): Signal<Id> => ({ fact, value, source, observedAt });
