import type { Baseline, OsTrain } from '../../src/posture/baseline.ts';
import { identityKey } from '../../src/posture/collate.ts';
import { epochMs, type Instant, instant } from '../../src/posture/instant.ts';
import type { Policy } from '../../src/posture/policy.ts';
import { POSTURE_MAX_AGE_SECONDS, type PostureContent, postureOf, type SourceAnswer } from '../posture.ts';
import { sealWith } from '../seal.ts';

/** When a sample person is looked at, and what is the newest then. */
export interface Moment {
  readonly now: Instant;
  readonly baseline: Baseline;
}

/** Somebody who does not exist, to try the product with. */
export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The serial number of the computer that the reader is to see as "this computer"; null when there is none. */
  readonly computer: string | null;
  /** What the company's systems answer about this person, as they would write it. */
  readonly answersAt: (moment: Moment) => readonly SourceAnswer[];
  /** What the company asks; every practice's own defaults where it is left out. */
  readonly policyAt?: (now: Instant) => Policy;
}

export interface SamplePosture extends PostureContent {
  readonly sample: true;
  readonly thisComputer?: string;
}

/** Nobody's data is sealed with it, so that it needs no secrecy. */
const SAMPLE_KEY = 'sample';

/** Sample data moves with the clock, but no faster than an answer may be kept: otherwise no two answers would be the same. */
function steady(now: Instant): Instant {
  const step = POSTURE_MAX_AGE_SECONDS * 1000;
  return instant(Math.floor(epochMs(now) / step) * step);
}

/** What the gateway answers about a sample person, read and collated as everybody's data is. */
export function samplePosture(
  { name, email, computer, answersAt }: SamplePerson,
  { now, baseline }: Moment,
  organization: string,
): SamplePosture {
  const seal = sealWith(SAMPLE_KEY, 'device');
  const person = { key: sealWith(SAMPLE_KEY, 'person')(email), name };
  const answers = answersAt({ now: steady(now), baseline });
  return {
    ...postureOf(answers, { organization, person, seal }),
    sample: true,
    ...(computer !== null && { thisComputer: seal(identityKey('serial', computer)) }),
  };
}

/** The newest version of an operating system that the baseline knows; null, and so not reported, when it knows none. */
export function newest(trains: readonly OsTrain[]): string | null {
  const last = trains.toSorted((a, b) => a.release.localeCompare(b.release, 'en', { numeric: true })).at(-1);
  return last?.latest ?? last?.release ?? null;
}
