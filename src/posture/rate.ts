import type { Baseline } from './baseline.ts';
import { baselineEnd, unfitFor } from './baseline-age.ts';
import { blankFinding } from './blank-finding.ts';
import type { Connection } from './connection.ts';
import { type Decision, decide, type Evidence } from './decide.ts';
import type { Device } from './device.ts';
import type { FactId, FactValue } from './facts.ts';
import type { Finding } from './finding.ts';
import { earliest, type Instant, instant } from './instant.ts';
import type { Platform } from './platform.ts';
import { graceDaysOf, type Policy, type PracticePolicy } from './policy.ts';
import type { AnyPractice, Judgement } from './practice.ts';
import type { Rating } from './rating.ts';
import { foremost, type Reason } from './reason.ts';
import type { Signal } from './signal.ts';
import type { SourceReport } from './source.ts';

/** What a rating depends on besides the device. */
export interface Circumstances {
  /** Null when the company's answer came without it: then nothing of the company's is rated by guess (wire rule 1). */
  readonly policy: Policy | null;
  readonly baseline: Baseline;
  readonly sources: readonly SourceReport[];
  readonly connection: Connection;
  readonly now: Instant;
}

type Known = Extract<Decision, { known: true }>;
type Values = Readonly<Partial<Record<FactId, FactValue<FactId>>>>;

const appliesTo = (practice: AnyPractice, platform: Platform, wanted: PracticePolicy | undefined): boolean =>
  (platform === 'unknown' || platform in practice.remedies) && (wanted?.platforms?.includes(platform) ?? true);

/**
 * Rates one practice on one device. Whatever is missing, too old, contradictory or unreadable ends here as `unknown` with its
 * reason; the practice itself sees only values that can be relied on.
 */
export function rate(practice: AnyPractice, device: Device, input: Circumstances): Finding {
  const wanted = input.policy?.practices[practice.id];
  const blank = blankFinding(practice, device, wanted);
  if (!appliesTo(practice, device.platform, wanted)) return { ...blank, rating: 'not-applicable' };

  if (input.policy === null && practice.scope === 'device') return unknown(blank, 'policy-missing', [], []);

  const evidence: Evidence = {
    device,
    sources: input.sources,
    now: input.now,
    maxAgeHours: wanted?.maxAgeHours,
    unheard: unheardOf(practice, input.connection),
  };
  const needs = needsOf(practice, device.platform);
  const decisions = needs.map((fact) => decide(fact, evidence));
  const wishes = (practice.wants ?? [])
    .filter((fact) => !needs.includes(fact))
    .map((fact) => decide(fact, evidence))
    .filter((wish) => !isMereAbsence(wish));
  const all = [...decisions, ...wishes];

  const unclear = all.filter((decision) => !decision.known);
  const reason = foremost(unclear.map((decision) => decision.reason));
  if (reason === evidence.unheard && practice.onlyWhereTold) return { ...blank, rating: 'not-applicable' };
  if (reason !== undefined) {
    const told = unclear.filter((decision) => decision.reason === reason);
    return unknown(
      blank,
      reason,
      told.flatMap(({ blamed }) => blamed),
      told.flatMap(({ said }) => said),
    );
  }
  return judge(
    practice,
    blank,
    all.filter((decision) => decision.known),
    input,
    device.platform,
  );
}

/** Why nobody speaks of a practice's facts: those of the browser come from this extension alone. */
function unheardOf({ scope }: AnyPractice, { endpoint, signedOut, answeredAt }: Connection): Evidence['unheard'] {
  if (scope === 'browser') return 'not-checked-yet';
  if (endpoint === null) return 'no-endpoint';
  return signedOut !== undefined && answeredAt === null ? 'signed-out' : 'not-covered';
}

const needsOf = ({ needs, needsOn }: AnyPractice, platform: Platform): readonly FactId[] =>
  platform === 'unknown' ? needs : [...needs, ...(needsOn?.[platform] ?? [])];

/** A wished-for fact that is missing or old changes nothing; one that is wrong or contradictory does. */
const isMereAbsence = (decision: Decision): boolean =>
  !decision.known && decision.reason !== 'clock-wrong' && decision.reason !== 'value-not-understood';

const unknown = (blank: Finding, reason: Reason, blamed: readonly string[], alsoSaid: readonly Signal[]): Finding => ({
  ...blank,
  rating: 'unknown',
  reason,
  blamed: [...new Set(blamed)],
  alsoSaid,
});

/** Every fact is known. Looks up the baseline, rates, and sees whether a rival statement would have rated differently. */
function judge(
  practice: AnyPractice,
  blank: Finding,
  known: readonly Known[],
  input: Circumstances,
  platform: Platform,
): Finding {
  const signals = known.flatMap((decision) => decision.signals);
  const unfit = practice.refer && unfitFor(input.now, input.baseline);
  if (unfit) return unknown(blank, unfit, [], signals);

  const values: Values = Object.fromEntries(known.map(({ fact, value }) => [fact, value]));
  const judgement = judgementOf(practice, values, input, platform);
  if (isReason(judgement)) return unknown(blank, judgement, sourcesOf(signals), signals);

  const rivals = known.flatMap((decision) => decision.rivals);
  const dissenters = rivals.filter(({ signal, value }) => {
    const other = judgementOf(practice, { ...values, [signal.fact]: value }, input, platform);
    return !isReason(other) && ratingOf(other) !== ratingOf(judgement);
  });
  if (dissenters.length > 0) {
    const both = [...new Set([...signals, ...dissenters.map(({ signal }) => signal)])];
    return unknown(blank, 'sources-disagree', sourcesOf(both), both);
  }
  if (judgement === 'not-applicable') return { ...blank, rating: judgement };
  return rated(blank, judgement, known, practice.refer ? baselineEnd(input.baseline) : undefined);
}

/** What a practice comes to: a judgement, why there is none, or that it has nothing to ask of this device. */
type Outcome = Judgement | Reason | 'not-applicable';

const isReason = (outcome: Outcome): outcome is Reason => typeof outcome === 'string' && outcome !== 'not-applicable';

const ratingOf = (outcome: Judgement | 'not-applicable'): Rating =>
  outcome === 'not-applicable' ? outcome : outcome.rating;

const sourcesOf = (signals: readonly Signal[]): readonly string[] => signals.map(({ source }) => source);

function judgementOf(
  practice: AnyPractice,
  values: Values,
  { policy, baseline, now }: Circumstances,
  platform: Platform,
): Outcome {
  const wanted = policy?.practices[practice.id];
  const thresholds = wanted?.thresholds ?? {};
  const graceDays = graceDaysOf(wanted);
  // The engine has put every needed fact there, read by its own schema.
  const read = values as Parameters<AnyPractice['rate']>[0];
  const reference = practice.refer?.(read, { platform, baseline, now, thresholds, graceDays });
  if (typeof reference === 'string') return reference as Exclude<Outcome, Judgement>;
  return practice.rate(read, {
    platform,
    thresholds,
    lists: wanted?.lists ?? {},
    reference,
    now,
    importance: wanted?.importance ?? practice.importance,
    graceDays,
  });
}

function rated(
  blank: Finding,
  judgement: Judgement,
  known: readonly Known[],
  baselineUntil: Instant | undefined,
): Finding {
  const signalsUntilMs = Math.min(...known.map((decision) => decision.validUntilMs));
  const signalsUntil = Number.isFinite(signalsUntilMs) ? instant(signalsUntilMs) : undefined;
  const validUntil = earliest(judgement.validUntil, baselineUntil, signalsUntil);
  // To override what was spread takes ten times as long, and is done for every finding.
  const finding = Object.assign({}, blank, {
    rating: judgement.rating,
    observed: judgement.observed,
    params: judgement.params ?? {},
    parts: judgement.parts ?? [],
    decidedBy: known.flatMap((decision) => decision.signals),
    alsoSaid: known.flatMap(({ alsoSaid }) => alsoSaid),
  });
  return validUntil === undefined ? finding : Object.assign(finding, { validUntil });
}
