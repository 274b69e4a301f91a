import type { AssessmentInput, Subject } from '../../src/posture/assess.ts';
import { assess } from '../../src/posture/assess.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import type { Device, ReportedDevice } from '../../src/posture/device.ts';
import type { FactId } from '../../src/posture/facts.ts';
import type { Finding } from '../../src/posture/finding.ts';
import { HOUR, type Instant, later } from '../../src/posture/instant.ts';
import { defaultPolicy } from '../../src/posture/policy.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { BROWSER, type SourceReport } from '../../src/posture/source.ts';
import { practices } from '../../src/practices/index.ts';

/** The day on which every test of the judgement takes place. */
export const NOW: Instant = '2026-11-23T12:00:00.000Z';

export const hoursAgo = (hours: number): Instant => later(NOW, -hours * HOUR);
export const daysAgo = (days: number): Instant => hoursAgo(24 * days);

/** Says a fact as `source`, `hours` ago. The value may be anything, as from outside. */
export const said = (fact: FactId, value: unknown, source = 'jamf', hours = 3): Signal => ({
  fact,
  value,
  source,
  observedAt: hoursAgo(hours),
});

export const aDevice = (device: Partial<Device> = {}): Device => ({
  id: 'd_1',
  name: 'Test Mac',
  platform: 'macos',
  form: 'computer',
  ownership: 'company',
  match: [],
  seenBy: [{ source: 'jamf', lastContactAt: hoursAgo(1), joinedBy: 'alone' }],
  mayBeSameAs: [],
  signals: [],
  ...device,
});

export const aReport = (report: Partial<ReportedDevice> = {}): ReportedDevice => ({
  source: 'jamf',
  identity: {},
  name: 'Test Mac',
  platform: 'macos',
  form: 'computer',
  ownership: 'company',
  lastContactAt: hoursAgo(1),
  signals: [],
  ...report,
});

export const aSource = (source: Partial<SourceReport> = {}): SourceReport => ({
  id: 'jamf',
  name: 'Jamf Pro',
  status: 'answered',
  reason: null,
  answeredAt: hoursAgo(0),
  covers: { macos: ['diskEncryption', 'firewall', 'osVersion', 'screenLock'] },
  ...source,
});

export const anInput = (input: Partial<AssessmentInput> = {}): AssessmentInput => ({
  subjects: [],
  practices,
  policy: defaultPolicy,
  baseline: bundledBaseline,
  sources: [aSource()],
  organization: null,
  connection: { endpoint: 'https://acme.example', problem: null, answeredAt: hoursAgo(0) },
  omitted: { retired: 0, overLimit: 0, unreadable: 0 },
  now: NOW,
  ...input,
});

export const someone = (device: Device): Subject => ({ device, isThisComputer: false, isJoined: false });

/** The finding of one practice on one device. */
export function findingOf(practice: string, device: Partial<Device>, input: Partial<AssessmentInput> = {}): Finding {
  const subjects = [{ device: aDevice(device), isThisComputer: false, isJoined: false, ...input.subjects?.[0] }];
  const assessment = assess(anInput({ ...input, subjects }));
  const finding = assessment.devices[0]?.findings.find(({ practice: id }) => id === practice);
  if (finding === undefined) throw new Error(`${practice} is not asked of this device`);
  return finding;
}

/** The finding of a practice of the browser on this computer, where the browser says this one thing. */
export const browserFindingOf = (
  practice: string,
  fact: FactId,
  value: unknown,
  input: Partial<AssessmentInput> = {},
): Finding =>
  findingOf(
    practice,
    { signals: [said(fact, value, BROWSER, 0)] },
    { ...input, subjects: [{ isThisComputer: true } as Subject] },
  );
