import type { CompanyWords } from './company-text.ts';
import { platformSignals } from './decide.ts';
import type { Device } from './device.ts';
import { type Exception, withException } from './exception.ts';
import type { FactId } from './facts.ts';
import type { AssessedDevice, Assessment, Organization } from './finding.ts';
import type { Instant } from './instant.ts';
import type { AnyPractice } from './practice.ts';
import { type Circumstances, rate } from './rate.ts';
import { type Signal, signal } from './signal.ts';
import { BROWSER, isFailing, type SourceReport } from './source.ts';
import type { ComputerQuestion, Teller } from './this-computer.ts';

/** A device, and how it relates to this browser. */
export interface Subject {
  readonly device: Device;
  readonly isThisComputer: boolean;
  readonly isJoined: boolean;
  /** Who said that this device is this computer. */
  readonly joinedBy?: Teller;
  /** Of a computer that is not joined, where there are any that it may be. */
  readonly question?: ComputerQuestion;
}

export interface AssessmentInput extends Circumstances {
  readonly subjects: readonly Subject[];
  readonly practices: readonly AnyPractice[];
  /** What the company has agreed with its people. */
  readonly exceptions?: readonly Exception[];
  readonly organization: Organization | null;
  readonly words?: CompanyWords | undefined;
  readonly omitted: Assessment['omitted'];
}

type Input = Omit<AssessmentInput, 'subjects'>;
/** Rates every device by every practice. Pure and total: it never throws, and missing data never becomes `ok`. */
export function assess({ subjects, ...input }: AssessmentInput): Assessment {
  return {
    assessedAt: input.now,
    organization: input.organization,
    ...(input.words !== undefined && { words: input.words }),
    connection: input.connection,
    omitted: input.omitted,
    devices: subjects.map((subject) => assessDevice(subject, input)),
    sources: input.sources,
    baselineAsOf: input.baseline.asOf,
  };
}

function assessDevice(subject: Subject, input: Input): AssessedDevice {
  const { device, isThisComputer, isJoined, joinedBy, question } = subject;
  const { id, name, platform, form, model, serialEnding, seenBy } = device;
  const said = device.signals.filter(({ fact }) => fact !== 'lastContactAt');
  const whole = { ...device, signals: [...said, ...contactSignals(seenBy), ...platformSignals(platform, input.now)] };
  // Of a computer that the company does not know under this name, none of its tools can speak.
  const heard = isThisComputer && !isJoined ? { ...input, sources: [] } : input;
  const findings = input.practices
    .filter((practice) => isAsked(practice, subject, input))
    .map((practice) => rate(practice, whole, heard))
    .map((finding) => withException(finding, input.exceptions ?? [], input.now));
  return {
    id,
    name,
    platform,
    form,
    ...(model !== undefined && { model }),
    ...(serialEnding !== undefined && { serialEnding }),
    isThisComputer,
    isJoined,
    ...(joinedBy !== undefined && { joinedBy }),
    ...(question !== undefined && { question }),
    listedBy: [...new Set(seenBy.map(({ source }) => source))],
    isLastKnown: isLastKnown(device, input.sources),
    lastContactAt: lastContact(seenBy),
    findings,
    unjudged: isThisComputer ? device.signals.filter((signal) => isUnjudged(signal, input.practices)) : [],
  };
}

const isUnjudged = ({ fact, source }: Signal, practices: readonly AnyPractice[]): boolean =>
  source === BROWSER && !practices.some(({ needs, wants = [] }) => needs.includes(fact) || wants.includes(fact));

/** Who heard from a device last is told by the sightings; a signal that says so itself could claim any moment. */
const contactSignals = (seenBy: Device['seenBy']): readonly Signal[] =>
  seenBy.flatMap(({ source, lastContactAt: at }) => (at === null ? [] : [signal('lastContactAt', at, source, at)]));

/** Of two sources that know a device, the later contact counts. */
const lastContact = (seenBy: Device['seenBy']): Instant | null =>
  seenBy
    .flatMap(({ lastContactAt }) => lastContactAt ?? [])
    .toSorted()
    .at(-1) ?? null;

/** A device is last known when everybody who knows it failed to answer; a partial answer still listed it. */
const isLastKnown = ({ seenBy }: Device, sources: readonly SourceReport[]): boolean =>
  seenBy.length > 0 &&
  seenBy.every(({ source: id }) =>
    sources.some((source) => source.id === id && isFailing(source) && source.reason !== 'partial'),
  );

/** Practices of the browser are judged on this computer alone; the company's on it only once it is known which device it is. */
function isAsked(
  practice: AnyPractice,
  { isThisComputer, isJoined, device }: Subject,
  { policy, connection }: Input,
): boolean {
  const wanted = policy?.practices[practice.id];
  if (wanted?.stage === 'observe' || wanted?.visibility === 'hidden') return false;
  if (practice.scope === 'browser') return isThisComputer;
  if (!isThisComputer || isJoined || (connection.endpoint === null && practice.isSelfCheck)) return true;
  return practice.needs.every((fact) => isOfBrowser(device, fact));
}

const isOfBrowser = ({ signals, gaps = [] }: Device, fact: FactId): boolean =>
  signals.some((signal) => signal.fact === fact) || gaps.some((gap) => gap.fact === fact);
