import type { Finding } from '../../src/posture/finding.ts';
import type { Terms } from '../company.ts';
import { type LookupInput, lookup } from '../lookup/lookup.ts';

/** What a company asks, as far as findings depend on it. */
export type Asked = Pick<Terms, 'policy' | 'groups' | 'exceptions'>;

/** How a finding reads to a person: its rating, that it was agreed, or that it is not asked of them. */
export type Outcome = Finding['rating'] | 'agreed' | 'not-asked';

/** Findings of one practice that would change in one way. */
export interface Change {
  readonly practice: string;
  readonly from: Outcome;
  readonly to: Outcome;
  readonly count: number;
}

export interface Preview {
  readonly people: number;
  /** Findings now. */
  readonly findings: number;
  /** By practice, the most frequent change first. */
  readonly changes: readonly Change[];
}

/** One person's answers, and what belongs to judging them. */
export type Looked = Omit<LookupInput, 'terms'>;

/** What would change for some people if the company asked something else of them. */
export function preview(people: readonly Looked[], terms: Terms, next: Asked): Preview {
  const pairs = people.map((person) => ({
    before: outcomes({ ...person, terms }),
    after: outcomes({ ...person, terms: { ...terms, ...next } }),
  }));
  const changed = pairs.flatMap(({ before, after }) =>
    [...new Map([...before, ...after])].flatMap(([finding, { practice }]) => {
      const from: Outcome = before.get(finding)?.outcome ?? 'not-asked';
      const to: Outcome = after.get(finding)?.outcome ?? 'not-asked';
      return from === to ? [] : [{ practice, from, to }];
    }),
  );
  return {
    people: people.length,
    findings: pairs.reduce((sum, { before }) => sum + before.size, 0),
    changes: counted(changed),
  };
}

function counted(changes: readonly Omit<Change, 'count'>[]): readonly Change[] {
  const counts = new Map<string, Change>();
  for (const { practice, from, to } of changes) {
    const name = `${practice} ${from} ${to}`;
    counts.set(name, { practice, from, to, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => a.practice.localeCompare(b.practice, 'en') || b.count - a.count);
}

/** What does not apply to a device is not asked of it. */
const outcomes = (input: LookupInput) =>
  new Map(
    lookup(input)
      .devices.flatMap(({ assessed }) => assessed.findings)
      .filter(({ rating }) => rating !== 'not-applicable')
      .map(({ practice, device, agreed, rating }) => {
        const outcome: Outcome = agreed === undefined ? rating : 'agreed';
        return [`${device} ${practice}`, { practice, outcome }] as const;
      }),
  );

/** A preview for a terminal: one line for each change. */
export function previewText({ people, findings, changes }: Preview): string {
  const changed = changes.reduce((sum, { count }) => sum + count, 0);
  return [
    ...changes.map(({ practice, from, to, count }) => `${practice.padEnd(22)}${`${from} → ${to}`.padEnd(28)}${count}`),
    `${changed} of ${findings} findings would change, of ${people} people.`,
  ].join('\n');
}
