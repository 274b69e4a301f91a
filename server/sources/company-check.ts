import type { FactId, FactValue } from '../../src/posture/facts.ts';
import { earliest, type Instant } from '../../src/posture/instant.ts';
import { type Signal, signal } from '../../src/posture/signal.ts';

/** A fact and its value, with nobody yet to say so. */
export type Statement = { readonly [Id in FactId]: { readonly fact: Id; readonly value: FactValue<Id> } }[FactId];

/** What it says of a device that it passes or fails a check. A side that is left out says nothing. */
export interface CheckMeaning {
  readonly pass?: Statement;
  readonly fail?: Statement;
}

/** The result of a check that a company defined itself: a Fleet policy, a Kolide check, an Intune setting. */
export interface CompanyCheck {
  readonly id: string;
  readonly title: string;
  /** `other`: not run, not applicable, in error. Says nothing. */
  readonly state: 'pass' | 'fail' | 'other';
  readonly text?: string;
  readonly observedAt: Instant;
}

/**
 * The signals that the company's own checks amount to (wire rule 8). Where several checks speak of one fact, the failed ones
 * speak. Checks without a meaning become one signal of `companyChecks`, which is as old as the oldest of them.
 */
export function signalsOfChecks(
  checks: readonly CompanyCheck[],
  meanings: ReadonlyMap<string, CheckMeaning>,
  source: string,
): readonly Signal[] {
  const told = checks.flatMap(({ id, state, observedAt }) => {
    const statement = state === 'other' ? undefined : meanings.get(id)?.[state];
    return statement === undefined ? [] : [{ ...statement, state, observedAt }];
  });
  const failed = new Set(told.filter(({ state }) => state === 'fail').map(({ fact }) => fact));
  const unmapped = checks.filter(({ id }) => !meanings.has(id));
  return [
    ...told
      .filter(({ fact, state }) => state === 'fail' || !failed.has(fact))
      .map(({ fact, value, observedAt }) => signal<FactId>(fact, value, source, observedAt)),
    ...entries(unmapped, source),
  ];
}

function entries(checks: readonly CompanyCheck[], source: string): readonly Signal[] {
  const finished = checks.flatMap(({ id, title, state, text, observedAt }) =>
    state === 'other' ? [] : [{ observedAt, entry: { id, title, result: state, ...(text !== undefined && { text }) } }],
  );
  const observedAt = earliest(...finished.map((check) => check.observedAt));
  return observedAt === undefined
    ? []
    : [
        signal(
          'companyChecks',
          finished.map(({ entry }) => entry),
          source,
          observedAt,
        ),
      ];
}
