import { assess } from '../../src/posture/assess.ts';
import { type Collated, collated, type Seal } from '../../src/posture/collate.ts';
import type { AssessedDevice } from '../../src/posture/finding.ts';
import type { Instant } from '../../src/posture/instant.ts';
import { policyFor } from '../../src/posture/policy.ts';
import { practices } from '../../src/practices/index.ts';
import type { Terms } from '../company.ts';
import { personalTerms } from '../personal-terms.ts';
import { type Heard, hear, type SourceAnswer } from '../posture.ts';

/** A device of a person's, what it was made of, and how it is rated. */
export interface LookedUp extends Collated {
  readonly assessed: AssessedDevice;
}

/** Everything that is known of one person. For an administrator alone: identity keys are not sealed. */
export interface Lookup {
  readonly sources: readonly Heard[];
  readonly devices: readonly LookedUp[];
}

export interface LookupInput {
  readonly answers: readonly SourceAnswer[];
  readonly terms: Terms;
  /** The groups of the person. */
  readonly groups: readonly string[];
  readonly seal: Seal;
  readonly now: Instant;
}

/** What each source says of a person, how it was joined, and how it is rated: the way that their own answer goes. */
export function lookup({ answers, terms, groups, seal, now }: LookupInput): Lookup {
  const sources = answers.map(hear);
  const found = collated(
    sources.flatMap(({ listing }) => listing.inUse),
    seal,
  );
  const devices = found.map(({ device }) => device);
  const { exceptions, policy } = personalTerms(terms, { groups, devices, seal });
  const { devices: assessed } = assess({
    subjects: devices.map((device) => ({ device, isThisComputer: false, isJoined: false })),
    practices,
    policy: policyFor(terms.policy, policy?.practices ?? {}),
    baseline: terms.baseline,
    sources: sources.map(({ report }) => report),
    exceptions,
    organization: terms.organization,
    connection: { endpoint: '', problem: null, answeredAt: now },
    omitted: { retired: 0, overLimit: 0, unreadable: 0 },
    now,
  });
  return {
    sources,
    devices: found.flatMap((one, index) => {
      const of = assessed[index];
      return of === undefined ? [] : [{ ...one, assessed: of }];
    }),
  };
}
