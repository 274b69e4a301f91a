import * as v from 'valibot';
import { companyWordsSchema } from '../posture/company-text.ts';
import { connectionProblems } from '../posture/connection.ts';
import { agreementSchema } from '../posture/exception.ts';
import { count } from '../posture/fact.ts';
import { factIds } from '../posture/facts.ts';
import type { AssessedDevice, Assessment, Finding } from '../posture/finding.ts';
import { isInstant } from '../posture/instant.ts';
import { organizationInfo } from '../posture/organization.ts';
import { forms, platforms } from '../posture/platform.ts';
import { ratings } from '../posture/rating.ts';
import { reasons } from '../posture/reason.ts';
import { signedOutReasons } from '../posture/sign-in.ts';
import type { Signal } from '../posture/signal.ts';
import { type SourceReport, sourceFaults, sourceStatuses } from '../posture/source.ts';

/** A date in another form would be compared wrongly, and something could be shown as `ok` after its time. */
export const at = v.pipe(v.string(), v.check(isInstant));

/** A difference of two clocks, in milliseconds. */
export const clockOffset = v.pipe(v.number(), v.safeInteger());

export const signal: v.GenericSchema<unknown, Signal> = v.object({
  fact: v.picklist(factIds),
  value: v.unknown(),
  source: v.string(),
  observedAt: at,
  since: v.exactOptional(at),
});

export const sourceReport: v.GenericSchema<unknown, SourceReport> = v.object({
  id: v.string(),
  name: v.string(),
  status: v.picklist(sourceStatuses),
  reason: v.nullable(v.picklist(sourceFaults)),
  answeredAt: v.nullable(at),
  covers: v.record(v.picklist(platforms), v.array(v.picklist(factIds))),
});

export const omitted = v.object({ retired: count, overLimit: count, unreadable: count });

const params = v.record(v.string(), v.union([v.string(), v.number()]));

const finding: v.GenericSchema<unknown, Finding> = v.object({
  practice: v.string(),
  device: v.string(),
  scope: v.picklist(['device', 'browser']),
  isAside: v.boolean(),
  rating: v.picklist(ratings),
  reason: v.exactOptional(v.picklist(reasons)),
  isWithdrawn: v.exactOptional(v.boolean()),
  blamed: v.array(v.string()),
  observed: v.exactOptional(v.string()),
  params,
  parts: v.array(v.object({ rating: v.picklist(['ok', 'nudge', 'warn']), observed: v.string(), params })),
  decidedBy: v.array(signal),
  alsoSaid: v.array(signal),
  since: v.exactOptional(at),
  validUntil: v.exactOptional(at),
  dueAt: v.exactOptional(at),
  reminds: v.exactOptional(v.literal(true)),
  agreed: v.exactOptional(agreementSchema),
  remedy: v.exactOptional(
    v.object({
      platform: v.picklist(platforms),
      minutes: v.number(),
      restart: v.boolean(),
      link: v.exactOptional(v.string()),
    }),
  ),
});

const device: v.GenericSchema<unknown, AssessedDevice> = v.object({
  id: v.string(),
  name: v.string(),
  platform: v.picklist(platforms),
  form: v.picklist(forms),
  model: v.exactOptional(v.string()),
  serialEnding: v.exactOptional(v.string()),
  isThisComputer: v.boolean(),
  isJoined: v.boolean(),
  joinedBy: v.exactOptional(v.picklist(['managed', 'own', 'endpoint'])),
  question: v.exactOptional(v.object({ devices: v.array(v.string()), isAnswered: v.boolean() })),
  listedBy: v.array(v.string()),
  isLastKnown: v.boolean(),
  lastContactAt: v.nullable(at),
  findings: v.array(finding),
  unjudged: v.array(signal),
});

/** Every field of a stored assessment: whatever shows one can rely on all of it. */
export const assessmentSchema: v.GenericSchema<unknown, Assessment> = v.object({
  assessedAt: at,
  organization: v.nullable(organizationInfo),
  words: companyWordsSchema,
  connection: v.object({
    endpoint: v.nullable(v.string()),
    problem: v.nullable(v.picklist(connectionProblems)),
    answeredAt: v.nullable(at),
    clockOffsetMs: v.exactOptional(clockOffset),
    signedOut: v.exactOptional(
      v.object({ reason: v.picklist(signedOutReasons), since: at, isExplained: v.boolean(), isWanted: v.boolean() }),
    ),
    isAnotherPerson: v.exactOptional(v.boolean()),
  }),
  omitted,
  devices: v.array(device),
  sources: v.array(sourceReport),
  baselineAsOf: v.string(),
  neededVersion: v.exactOptional(v.string()),
});
