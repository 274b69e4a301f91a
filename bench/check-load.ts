import { assessmentOf, type Company } from '../src/background/assessment.ts';
import { withSince } from '../src/background/since.ts';
import { bundledBaseline } from '../src/posture/bundled-baseline.ts';
import type { Assessment } from '../src/posture/finding.ts';
import { later } from '../src/posture/instant.ts';
import { keepLastKnown } from '../src/posture/last-known.ts';
import type { Platform } from '../src/posture/platform.ts';
import { defaultPolicy } from '../src/posture/policy.ts';
import { present } from '../src/posture/present.ts';
import { type PostureDocument, readOrganization, readPosture } from '../src/posture/read-wire.ts';
import { badgeText, headline } from '../src/posture/summary.ts';
import type { BrowserView } from '../src/posture/this-computer.ts';
import { LIMITS } from '../src/posture/wire.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const ENDPOINT = 'https://checks.acme.example';
const SOURCES = ['jamf', 'intune'];

/** A value of every fact that travels over the wire, of each kind once in good order and once not. */
const values: Readonly<Record<string, readonly [unknown, unknown]>> = {
  diskEncryption: ['on', 'off'],
  firewall: ['on', 'off'],
  automaticUpdates: ['on', 'partly'],
  screenLock: ['on', 'off'],
  screenLockAfterSeconds: [300, 3600],
  deviceIntegrity: ['intact', 'rooted'],
  remoteLogin: ['off', 'on'],
  endpointProtection: [[{ name: 'Falcon', state: 'running' }], [{ name: 'Falcon', state: 'stopped' }]],
  systemProtection: [
    { sip: 'on', gatekeeper: 'on', secureBoot: 'on' },
    { sip: 'off', gatekeeper: 'on', secureBoot: 'reduced' },
  ],
  osPatchedAt: ['2026-11-01', '2026-01-01'],
  pendingUpdates: [{ count: 0 }, { count: 3, security: 1 }],
  unknownSources: ['off', 'on'],
  usbDebugging: ['off', 'on'],
  companyChecks: [
    [{ id: 'vpn', title: 'VPN is set up', result: 'pass' }],
    [{ id: 'vpn', title: 'VPN is set up', result: 'fail', text: 'Install the VPN profile' }],
  ],
};

const systems: readonly { platform: Platform; form: string; osVersion: string; osBuild?: string }[] = [
  { platform: 'macos', form: 'computer', osVersion: '26.6.2' },
  { platform: 'windows', form: 'computer', osVersion: '10.0.26200.6584', osBuild: '10.0.26200.6584' },
  { platform: 'ios', form: 'phone', osVersion: '26.1' },
  { platform: 'android', form: 'phone', osVersion: '16' },
];

const deviceJson = (index: number) => {
  const { platform, form, osVersion, osBuild = osVersion } = systems[index % systems.length] ?? { platform: 'unknown' };
  const facts = { ...values, osVersion: [osVersion, osVersion], osBuild: [osBuild, osBuild] };
  const hoursAgo = (hours: number) => later(NOW, -hours * 3_600_000);
  return {
    id: `d_${index}`,
    name: `Device ${index}`,
    platform,
    form,
    model: 'A model',
    ownership: 'company',
    serialEnding: '7Q2X',
    match: [`sha256:${index}`],
    seenBy: SOURCES.map((source) => ({ source, lastContactAt: hoursAgo(1), joinedBy: 'serial' })),
    mayBeSameAs: [],
    signals: SOURCES.flatMap((source, s) =>
      Object.entries(facts).map(([fact, [good, bad]]) => ({
        fact,
        value: (index + fact.length) % 3 === 0 ? bad : good,
        source,
        observedAt: hoursAgo(2 + 3 * s),
      })),
    ),
  };
};

/** As they come over the wire: no document has more devices than are read of one. */
function documentsOf(devices: number): readonly unknown[] {
  const count = Math.ceil(devices / LIMITS.devices);
  return Array.from({ length: count }, (_, part) => ({
    version: 1,
    generatedAt: NOW,
    organization: 'o_1',
    person: { key: 'sha256:jane', name: 'Jane Doe' },
    devices: Array.from({ length: Math.min(LIMITS.devices, devices - part * LIMITS.devices) }, (_, i) =>
      deviceJson(part * LIMITS.devices + i),
    ),
    sources: SOURCES.map((id) => ({
      id,
      name: id,
      status: 'answered',
      reason: null,
      answeredAt: NOW,
      covers: Object.fromEntries(
        systems.map(({ platform }) => [platform, [...Object.keys(values), 'osVersion', 'osBuild']]),
      ),
    })),
  }));
}

const organizationJson = {
  version: 1,
  etag: 'o_1',
  generatedAt: NOW,
  organization: { name: 'Acme' },
  signIn: { mode: 'none' },
  policy: defaultPolicy,
  baseline: bundledBaseline,
};

const said = (fact: BrowserView['signals'][number]['fact'], value: unknown) =>
  ({ fact, value, source: 'browser', observedAt: NOW }) as const;

const browser: BrowserView = {
  platform: 'macos',
  signals: [
    said('browserVersion', { name: 'chrome', version: '155.0.8000.1' }),
    said('safeBrowsing', { state: 'on', controlledBy: 'person' }),
    said('httpsOnly', { state: 'always', controlledBy: 'person' }),
    said('extensions', [{ id: 'e', name: 'Notes', state: 'on', installed: 'by-person', reach: 'wide' }]),
    said('passkey', 'ready'),
    said('toolbar', { installed: 'by-policy', pinned: 'yes', release: 'current', answeredAt: NOW }),
  ],
  gaps: [],
};

function readable<Document>(read: { readonly document: Document } | { readonly problem: string }): Document {
  if ('problem' in read) throw new Error(`The made-up company cannot be read: ${read.problem}`);
  return read.document;
}

/**
 * What one check computes of so many devices once the answers are there: reads them, keeps what failing sources said before, judges
 * every device by every practice, dates the findings, and makes badge and headline.
 */
export function aCheckOf(devices: number): () => Assessment {
  const json = documentsOf(devices);
  const read = (): PostureDocument => {
    const [first, ...others] = json.map((document) => readable(readPosture(document)));
    if (first === undefined) throw new Error('There are no devices');
    return { ...first, devices: [first, ...others].flatMap((document) => document.devices) };
  };
  const kept = { etag: null, maxAgeSeconds: 900, fetchedAt: NOW };
  const before = read();
  const check = (previous: Assessment | undefined): Assessment => {
    const organization = { ...kept, document: readable(readOrganization(organizationJson)) };
    const posture = { ...kept, document: keepLastKnown(read(), before) };
    const company: Company = {
      answers: { endpoint: ENDPOINT, organization, posture, askedAt: NOW, answeredAt: NOW },
      problem: null,
    };
    const assessment = withSince(assessmentOf(browser, company, '1.0.0', NOW), previous);
    const shown = present(assessment, [], NOW);
    if (badgeText(shown) === '' || headline(shown).id === undefined) throw new Error('Nothing came of the check');
    return assessment;
  };
  const previous = check(undefined);
  return () => check(previous);
}
