import { dayText, moment, oneOf, sourceNamer } from './allowed-text.ts';
import type { AssessedDevice, Assessment, Finding } from './finding.ts';
import type { Instant } from './instant.ts';
import type { Signal } from './signal.ts';

/** The practices that this version knows, with the ids of what can be observed. */
export type KnownPractices = Readonly<Record<string, { readonly observed: Readonly<Record<string, unknown>> }>>;

/** An assessment without any text of the company or of a person: see `diagnostics`. Devices are told by their place. */
export function assessmentDiagnostics(assessment: Assessment, practices: KnownPractices, now: Instant): object {
  const { connection, omitted, sources } = assessment;
  const nameOf = sourceNamer(sources.map(({ id }) => id));
  const telling: Telling = { nameOf, practices, now };
  return {
    assessed: moment(assessment.assessedAt, now),
    baselineAsOf: dayText(assessment.baselineAsOf),
    connection: {
      problem: connection.problem,
      answered: moment(connection.answeredAt, now),
      signedOut: connection.signedOut && {
        reason: connection.signedOut.reason,
        since: moment(connection.signedOut.since, now),
      },
    },
    sample: assessment.organization?.sample ?? false,
    sources: sources.map(({ id, status, reason, answeredAt }) => ({
      source: nameOf(id),
      status,
      reason,
      answered: moment(answeredAt, now),
    })),
    omitted: { retired: omitted.retired, overLimit: omitted.overLimit, unreadable: omitted.unreadable },
    devices: assessment.devices.map((device, index) => deviceOf(device, index + 1, telling)),
  };
}

interface Telling {
  readonly nameOf: (source: string) => string;
  readonly practices: KnownPractices;
  readonly now: Instant;
}

const deviceOf = (device: AssessedDevice, place: number, telling: Telling): object => ({
  device: place,
  platform: device.platform,
  form: device.form,
  thisComputer: device.isThisComputer,
  joined: device.isJoined,
  joinedBy: device.joinedBy,
  asked: device.question && !device.question.isAnswered,
  lastKnown: device.isLastKnown,
  contact: moment(device.lastContactAt, telling.now),
  findings: device.findings.map((finding) => findingOf(finding, telling)),
});

function findingOf(finding: Finding, { nameOf, practices, now }: Telling): object {
  const practice = oneOf(finding.practice, Object.keys(practices));
  const observable = Object.keys(practices[practice]?.observed ?? {});
  const observe = (id: string) => oneOf(id, observable);
  const tell = (signal: Signal) => signalText(signal, nameOf, now);
  return {
    practice,
    rating: finding.rating,
    reason: finding.reason,
    blamed: ifAny(finding.blamed.map(nameOf)),
    observed: finding.observed && observe(finding.observed),
    parts: ifAny(finding.parts.map(({ rating, observed }) => `${observe(observed)}: ${rating}`)),
    decidedBy: ifAny(finding.decidedBy.map(tell)),
    alsoSaid: ifAny(finding.alsoSaid.map(tell)),
    since: moment(finding.since, now),
    validUntil: moment(finding.validUntil, now),
    due: moment(finding.dueAt, now),
    claimed: moment(finding.claimedAt, now),
  };
}

/** Who said something about which fact, and when; what was said is left out. */
const signalText = ({ fact, source, observedAt }: Signal, nameOf: Telling['nameOf'], now: Instant): string =>
  `${nameOf(source)} on ${fact}, ${moment(observedAt, now)}`;

const ifAny = (texts: readonly string[]): readonly string[] | undefined => (texts.length > 0 ? texts : undefined);
