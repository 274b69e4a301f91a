import { isAgreed } from './exception.ts';
import type { AssessedDevice, Assessment, Finding } from './finding.ts';
import { type Instant, isAfter } from './instant.ts';
import { type OptionalPermission, permissionOf } from './permission.ts';
import { isWaiting } from './present.ts';
import { type Rating, worst } from './rating.ts';
import { aboutPerson, type PersonHeadline, signInDueAt } from './signed-out.ts';
import { type ComputerHeadline, computerHeadline } from './which-computer.ts';

/** How many findings of a device, or of all, stand in each group that is counted. */
export type Tally = Readonly<Record<'warn' | 'nudge' | 'unknown' | 'ok' | 'waiting', number>>;

/** Findings that are shown: what does not apply is not. */
export const shownFindings = (device: AssessedDevice): readonly Finding[] =>
  device.findings.filter(({ rating }) => rating !== 'not-applicable');

/**
 * Findings that overall rating, headline and badge speak of: all that are shown, but the asides, what no one has asked yet, and what
 * was agreed with the company.
 */
const counted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => !finding.isAside && !isOutOfReach(finding) && !isAgreed(finding));

/**
 * Something of the browser itself that it tells nobody, or nobody before the person allows it. It is the same for everybody with this
 * browser and says nothing of this one, so it is offered, but does not stand between a person and "Nothing to fix". What the person
 * had allowed and took back is of this one.
 */
export const isOutOfReach = ({ scope, reason, isWithdrawn = false }: Finding): boolean =>
  scope === 'browser' && (reason === 'browser-cannot-know' || (reason === 'permission-not-granted' && !isWithdrawn));

export function tally(shown: readonly Finding[]): Tally {
  const findings = counted(shown);
  const active = findings.filter((finding) => !isWaiting(finding));
  const count = (rating: Rating) => active.filter((finding) => finding.rating === rating).length;
  return {
    warn: count('warn'),
    nudge: count('nudge'),
    unknown: count('unknown'),
    ok: count('ok'),
    waiting: findings.length - active.length,
  };
}

const findingsOf = (assessment: Assessment): readonly Finding[] => counted(assessment.devices.flatMap(shownFindings));

/** The worst rating of all devices; a claimed finding counts as `unknown`, for nobody has confirmed it (wire rule 11). */
export const overall = (assessment: Assessment): Rating =>
  worst(findingsOf(assessment).map((finding) => (isWaiting(finding) ? 'unknown' : finding.rating)));

/**
 * The text on the icon: how many highly recommended things are to do, "9+" from ten, nothing for none (wire rule 10); "!" where
 * nobody has been signed in for days, for then nobody can tell.
 */
export function badgeText(assessment: Assessment, now: Instant = assessment.assessedAt): string {
  const dueAt = signInDueAt(assessment.connection);
  if (dueAt !== undefined && !isAfter(dueAt, now)) return '!';
  const { warn } = tally(findingsOf(assessment));
  return warn === 0 ? '' : warn > 9 ? '9+' : String(warn);
}

/** The one line that speaks of all devices: an id of the catalogue's `headlines`, and what fills it. */
export type Headline =
  | PersonHeadline
  | { readonly id: 'first-run'; readonly count: number }
  | { readonly id: 'first-run-fix'; readonly count: number }
  | { readonly id: 'fix-this-computer'; readonly count: number }
  | { readonly id: 'fix-one-device'; readonly count: number; readonly device: string }
  | { readonly id: 'fix-many-devices'; readonly count: number; readonly devices: number }
  | { readonly id: 'waiting'; readonly count: number; readonly sources: readonly string[] }
  | { readonly id: 'no-devices' }
  | ComputerHeadline
  | { readonly id: 'disagree'; readonly count: number; readonly practice: string; readonly others: number }
  | { readonly id: `switched-off-${OptionalPermission}` }
  | { readonly id: 'unknown-only'; readonly count: number }
  | { readonly id: 'all-done' };

/** Whose answer this is comes first; then what is to do, what nobody can tell but the person can clear up, and what is merely unknown. */
export function headline(assessment: Assessment): Headline {
  return aboutPerson(assessment.connection, companyDevices(assessment).length) ?? aboutFindings(assessment);
}

function aboutFindings(assessment: Assessment): Headline {
  const findings = findingsOf(assessment);
  const { warn, nudge, unknown, waiting } = tally(findings);
  const isSelfCheck = assessment.connection.endpoint === null;
  if (warn + nudge > 0)
    return isSelfCheck ? { id: 'first-run-fix', count: warn + nudge } : toFix(assessment, warn + nudge);
  if (isSelfCheck) return switchedOff(findings) ?? withoutCompany(findings, unknown);
  if (waiting > 0) return { id: 'waiting', count: waiting, sources: deciders(findings.filter(isWaiting)) };
  if (companyDevices(assessment).length === 0 && assessment.connection.problem === null) return { id: 'no-devices' };
  const asking = computerHeadline(assessment);
  if (asking !== undefined) return asking;
  const unclear = disagreement(findings, unknown) ?? switchedOff(findings);
  return unclear ?? (unknown > 0 ? { id: 'unknown-only', count: unknown } : { id: 'all-done' });
}

const isDisputed = ({ reason }: Finding): boolean => reason === 'sources-disagree';

/** Two sources say different things, and somebody has to look: the rest of what is unknown is only counted. */
function disagreement(findings: readonly Finding[], unknown: number): Headline | undefined {
  const disputed = findings.filter(isDisputed);
  const [first] = disputed;
  return (
    first && { id: 'disagree', count: disputed.length, practice: first.practice, others: unknown - disputed.length }
  );
}

const isSwitchedOff = (finding: Finding): boolean =>
  finding.isWithdrawn === true && permissionOf(finding) !== undefined;

function switchedOff(findings: readonly Finding[]): Headline | undefined {
  const first = findings.find(isSwitchedOff);
  const permission = first && permissionOf(first);
  return permission && { id: `switched-off-${permission}` };
}

/** The finding that the headline speaks of, where it speaks of one that nobody can tell about. */
export function unclearFinding(assessment: Assessment): Finding | undefined {
  const { id } = headline(assessment);
  if (id === 'disagree') return findingsOf(assessment).find(isDisputed);
  return id.startsWith('switched-off-') ? findingsOf(assessment).find(isSwitchedOff) : undefined;
}

/** What a person is to look at is not held against the browser; what the browser should have told is. */
function withoutCompany(findings: readonly Finding[], unknown: number): Headline {
  const toLookAt = findings.filter(isForOneself).length;
  const isBrowserUnclear = findings.some(
    ({ scope, rating, reason }) => scope === 'browser' && rating === 'unknown' && reason !== 'not-checked-yet',
  );
  return isBrowserUnclear ? { id: 'unknown-only', count: unknown } : { id: 'first-run', count: toLookAt };
}

/** Nobody reports on it, so it is for the person to look at. */
export const isForOneself = ({ reason }: Finding): boolean => reason === 'no-endpoint';

function toFix(assessment: Assessment, count: number): Headline {
  const affected = assessment.devices.filter((device) => {
    const { warn, nudge } = tally(shownFindings(device));
    return warn + nudge > 0;
  });
  const [first, ...others] = affected;
  if (first === undefined || others.length > 0) return { id: 'fix-many-devices', count, devices: affected.length };
  return first.isThisComputer
    ? { id: 'fix-this-computer', count }
    : { id: 'fix-one-device', count, device: first.model ?? first.name };
}

const deciders = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.flatMap(({ decidedBy }) => decidedBy.map(({ source }) => source))),
];

/** The devices that the company's tools list. */
export const companyDevices = ({ devices }: Assessment): readonly AssessedDevice[] =>
  devices.filter(({ isThisComputer, isJoined }) => !isThisComputer || isJoined);

/** The finding to begin with: the worst rating first, then the least effort, then the order of the practices. */
export function firstToFix(assessment: Assessment): Finding | undefined {
  const open = findingsOf(assessment).filter((finding) => !isWaiting(finding));
  const rank = ({ rating, remedy }: Finding) => (rating === 'warn' ? 0 : 10_000) + (remedy?.minutes ?? 0);
  return open
    .filter(({ rating }) => rating === 'warn' || rating === 'nudge')
    .toSorted((a, b) => rank(a) - rank(b))
    .at(0);
}
