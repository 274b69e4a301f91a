import { type AssessmentInput, assess, type Subject } from '../../src/posture/assess.ts';
import type { Device } from '../../src/posture/device.ts';
import type { Assessment, Finding, Organization } from '../../src/posture/finding.ts';
import type { Instant } from '../../src/posture/instant.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { type Choice, subjectsOf } from '../../src/posture/this-computer.ts';
import { practices } from '../../src/practices/index.ts';
import { aDevice, anInput, aSource, daysAgo, hoursAgo, NOW, said } from './posture.ts';

/*
 * Assessments of made-up people, as a page gets them: judged by the real engine, so that each state is one that can occur.
 */

/** A few practices are enough to see how a page shows them, and a person can count them. */
const FEW = ['disk-encryption', 'screen-lock', 'device-integrity', 'os-supported', 'firewall', 'browser-version'];

export const ENDPOINT = 'https://acme.example';

export const acme: Organization = {
  name: 'Acme',
  contact: { label: 'Ask IT', url: 'https://help.acme.example/new?about={practice}' },
  privacyUrl: 'https://acme.example/privacy',
  sample: false,
};

const seenBy = (source: string, lastContactAt: Instant = hoursAgo(3)): Pick<Device, 'seenBy'> => ({
  seenBy: [{ source, lastContactAt, joinedBy: 'alone' }],
});

/** A Mac of which everything is known to be right, except what is given instead. */
export const aMac = (changes: Partial<Device> = {}, ...instead: readonly Signal[]): Device =>
  aDevice({
    id: 'd_mac',
    name: 'Jane’s MacBook Pro',
    model: 'MacBook Pro 14',
    serialEnding: '7Q2X',
    match: ['sealed:mac'],
    ...seenBy('jamf'),
    signals: withInstead(
      [
        said('diskEncryption', 'on'),
        said('firewall', 'on'),
        said('screenLock', 'on'),
        said('screenLockAfterSeconds', 300),
        said('osVersion', '26.7.2'),
      ],
      instead,
    ),
    ...changes,
  });

export const anIphone = (changes: Partial<Device> = {}, ...instead: readonly Signal[]): Device =>
  aDevice({
    id: 'd_iphone',
    name: 'iPhone of Jane',
    model: 'iPhone 17',
    platform: 'ios',
    form: 'phone',
    serialEnding: 'K9L0',
    ...seenBy('intune'),
    signals: withInstead(phoneSignals('27.2'), instead),
    ...changes,
  });

export const aPixel = (changes: Partial<Device> = {}, ...instead: readonly Signal[]): Device =>
  aDevice({
    id: 'd_pixel',
    name: 'Pixel of Jane',
    model: 'Pixel 9',
    platform: 'android',
    form: 'phone',
    ...seenBy('intune'),
    signals: withInstead(phoneSignals('17'), instead),
    ...changes,
  });

const phoneSignals = (osVersion: string): readonly Signal[] => [
  said('diskEncryption', 'on', 'intune', 5),
  said('screenLock', 'on', 'intune', 5),
  said('deviceIntegrity', 'intact', 'intune', 5),
  said('osVersion', osVersion, 'intune', 5),
];

/** Leaves out what is said of the same fact already. */
const withInstead = (signals: readonly Signal[], instead: readonly Signal[]): readonly Signal[] => [
  ...signals.filter(({ fact }) => !instead.some((other) => other.fact === fact)),
  ...instead,
];

export const without = (device: Device, ...facts: readonly string[]): Device => ({
  ...device,
  signals: device.signals.filter(({ fact }) => !facts.includes(fact)),
});

export const jamf = aSource({ answeredAt: hoursAgo(0.03) });
export const intune = aSource({
  id: 'intune',
  name: 'Intune',
  answeredAt: hoursAgo(0.03),
  covers: {
    macos: ['firewall'],
    ios: ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion'],
    android: ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion'],
  },
});
export const failing = { ...intune, status: 'failed', reason: 'timeout', answeredAt: daysAgo(2) } as const;

const chrome = (version: string): Signal => said('browserVersion', { name: 'chrome', version }, 'browser', 0);

interface Given extends Partial<Omit<AssessmentInput, 'subjects'>> {
  /** Of Chrome on this computer. */
  readonly browserVersion?: string;
  /** Which device this computer is, as a sample says it; null when none does. */
  readonly hint?: string | null;
  /** What the person said of it. */
  readonly choice?: Choice;
}

/** An assessment of these devices, with this browser joined to the Mac among them unless told otherwise. */
export function assessmentOf(
  devices: readonly Device[],
  { browserVersion = '158.0.8200.1', hint = 'sealed:mac', choice, ...input }: Given = {},
): Assessment {
  const browser = {
    platform: 'macos',
    signals: [chrome(browserVersion)],
    gaps: [{ fact: 'osVersion', source: 'browser', reason: 'browser-cannot-know' }],
  } as const;
  const subjects: readonly Subject[] = subjectsOf(devices, browser, { sample: hint ?? undefined, choice });
  return assess(
    anInput({
      subjects,
      practices: practices.filter(({ id }) => FEW.includes(id)),
      organization: acme,
      sources: [jamf, intune],
      connection: { endpoint: ENDPOINT, problem: null, answeredAt: hoursAgo(0.04) },
      ...input,
    }),
  );
}

const diskOff = said('diskEncryption', 'off');

/** One thing matters much, two a little on two devices, one cannot be checked. */
export const mixed = (input: Given = {}): Assessment =>
  assessmentOf([without(aMac({}, diskOff), 'firewall'), anIphone(), aPixel({}, said('osVersion', '13', 'intune', 5))], {
    sources: [jamf, failing],
    browserVersion: '155.0.8000.1',
    ...input,
  });

export const allDone = (): Assessment => assessmentOf([aMac(), anIphone()]);

export const fixOnThisComputer = (): Assessment => assessmentOf([aMac({}, diskOff), anIphone()]);

export const fixOnPhone = (): Assessment =>
  assessmentOf([aMac(), anIphone({}, said('deviceIntegrity', 'jailbroken', 'intune', 5))]);

export const unknownOnly = (): Assessment => assessmentOf([without(aMac(), 'firewall', 'screenLock'), anIphone()]);

/** No company: this browser looks at itself alone. */
export const selfCheck = (input: Given = {}): Assessment =>
  assessmentOf([], {
    organization: null,
    sources: [],
    connection: { endpoint: null, problem: null, answeredAt: null },
    hint: null,
    ...input,
  });

export const noDevices = (): Assessment => assessmentOf([], { hint: null });

export const notJoined = (): Assessment => assessmentOf([aMac(), anIphone()], { hint: null });

/** The same with a second computer. */
export const aMini = (changes: Partial<Device> = {}, ...instead: readonly Signal[]): Device =>
  aMac(
    {
      id: 'd_mini',
      name: 'Jane’s Mac mini',
      model: 'Mac mini',
      serialEnding: 'P2WD',
      ...seenBy('jamf', daysAgo(2)),
      ...changes,
    },
    ...instead,
  );

export const notJoinedOfTwo = (): Assessment => assessmentOf([aMac(), aMini(), anIphone()], { hint: null });

export const notJoinedWithWarning = (): Assessment =>
  assessmentOf([aMac({}, diskOff), aMini(), anIphone()], { hint: null });

/** By the person's own word: the Mac, or none of the two. */
export const chosen = (device: string | null, ...devices: readonly Device[]): Assessment =>
  assessmentOf(devices.length > 0 ? devices : [aMac(), aMini(), anIphone()], {
    hint: null,
    choice: { device, among: ['d_mac', 'd_mini'] },
  });

export const disagreeing = (): Assessment =>
  assessmentOf([
    {
      ...aMac({}, said('diskEncryption', 'on', 'jamf', 3)),
      signals: [
        ...without(aMac(), 'diskEncryption', 'firewall').signals,
        said('diskEncryption', 'on', 'jamf', 3),
        said('diskEncryption', 'off', 'intune', 3.3),
        said('firewall', 'on', 'jamf', 3),
        said('firewall', 'off', 'intune', 75),
      ],
    },
  ]);

/** With the endpoint or the network failing: what was true `days` ago. */
export const unreachable = (problem: 'offline' | 'timeout', days: number): Assessment => {
  const answeredAt = daysAgo(days);
  return { ...mixed(), connection: { endpoint: ENDPOINT, problem, answeredAt } };
};

export const neverAnswered = (): Assessment =>
  assessmentOf([], {
    organization: null,
    sources: [],
    hint: null,
    connection: { endpoint: ENDPOINT, problem: 'unreachable', answeredAt: null },
  });

/** All is well, but what the browser told of Safe Browsing it may not tell any more. */
export const switchedOff = (): Assessment => {
  const assessment = allDone();
  return {
    ...assessment,
    devices: assessment.devices.map((device) => ({
      ...device,
      findings: device.findings.flatMap((finding) =>
        finding.practice === 'browser-version'
          ? [
              finding,
              {
                ...finding,
                practice: 'safe-browsing',
                rating: 'unknown',
                reason: 'permission-not-granted',
                isWithdrawn: true,
                decidedBy: [],
              },
            ]
          : [finding],
      ),
    })),
  };
};

/** The same assessment with changes to the findings of one practice. */
export const changed = (assessment: Assessment, practice: string, change: Partial<Finding>): Assessment => ({
  ...assessment,
  devices: assessment.devices.map((device) => ({
    ...device,
    findings: device.findings.map((finding) => (finding.practice === practice ? { ...finding, ...change } : finding)),
  })),
});

export const claimOf = (practice: string, device = 'd_mac') => ({ practice, device, claimedAt: NOW });
