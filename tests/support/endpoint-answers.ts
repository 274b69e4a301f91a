import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { HOUR, type Instant, later } from '../../src/posture/instant.ts';
import { NOW } from './posture.ts';

/** What `GET /v1/organization` gives. */
export const anOrganizationAnswer = (change: object = {}) => ({
  version: 1,
  etag: 'o_1',
  generatedAt: NOW,
  organization: { name: 'Acme' },
  signIn: { mode: 'none' },
  policy: { version: '1', practices: {} },
  ...change,
});

/** What `GET /v1/posture` gives. */
export const aPostureAnswer = (change: object = {}) => ({
  version: 1,
  generatedAt: NOW,
  organization: 'o_1',
  person: { key: 'sha256:jane', name: 'Jane Doe' },
  devices: [] as readonly object[],
  sources: [] as readonly object[],
  ...change,
});

const dot = 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=';

/** An organisation's answer with every field that there is. */
export const aFullOrganizationAnswer = (now: Instant = NOW) =>
  anOrganizationAnswer({
    generatedAt: now,
    minimumExtension: '1.0.0',
    organization: {
      name: 'Acme',
      logo: dot,
      contact: { label: 'Ask IT', url: 'https://help.acme.example/new?about={practice}' },
      privacyUrl: 'https://acme.example/privacy',
      sample: true,
    },
    policy: {
      version: '1',
      practices: {
        'screen-lock': {
          stage: 'show',
          importance: 'warn',
          platforms: ['macos', 'android'],
          graceDays: 14,
          dueAt: later(now, 240 * HOUR),
          visibility: 'shown',
          thresholds: { afterSeconds: 600 },
          maxAgeHours: 168,
        },
        'browser-extensions': { lists: { forbidden: ['Coupons'], 'required:VPN': ['vpn@acme.example'] } },
      },
    },
    baseline: { ...bundledBaseline, asOf: now.slice(0, 10) },
  });

/** A person's answer with every field that there is, and every fact that a company's tools tell. */
export const aFullPostureAnswer = (now: Instant = NOW) => {
  const observedAt = later(now, -3 * HOUR);
  const saying = (source: string) => (fact: string, value: unknown) => ({
    fact,
    value,
    source,
    observedAt,
    since: later(observedAt, -100 * HOUR),
  });
  const jamf = saying('jamf');
  const intune = saying('intune');
  const mac = {
    id: 'd_mac',
    name: 'Jane’s MacBook Pro',
    platform: 'macos',
    form: 'computer',
    model: 'MacBook Pro 14',
    ownership: 'company',
    serialEnding: '7Q2X',
    match: ['sha256:mac'],
    seenBy: [{ source: 'jamf', lastContactAt: observedAt, joinedBy: 'serial' }],
    mayBeSameAs: ['d_pixel'],
    signals: [
      jamf('diskEncryption', 'off'),
      jamf('firewall', 'on'),
      intune('firewall', 'off'),
      jamf('automaticUpdates', 'partly'),
      jamf('screenLock', 'on'),
      jamf('screenLockAfterSeconds', 300),
      jamf('remoteLogin', 'off'),
      jamf('endpointProtection', [{ name: 'Acme Guard', state: 'outdated' }]),
      jamf('systemProtection', { sip: 'on', gatekeeper: 'off', secureBoot: 'on' }),
      jamf('osVersion', '26.7.2'),
      jamf('osBuild', '25G83'),
      jamf('pendingUpdates', { count: 2, security: 1, oldestAt: observedAt }),
      jamf('companyChecks', [{ id: 'c_1', title: 'Backup', result: 'fail', text: 'Plug in the disk' }]),
    ],
  };
  const pixel = {
    id: 'd_pixel',
    name: 'Pixel of Jane',
    platform: 'android',
    form: 'phone',
    model: 'Pixel 9',
    ownership: 'personal',
    serialEnding: 'E09K',
    match: ['sha256:pixel'],
    seenBy: [{ source: 'intune', lastContactAt: observedAt, joinedBy: 'alone' }],
    mayBeSameAs: [],
    signals: [
      intune('deviceIntegrity', 'rooted'),
      intune('diskEncryption', 'on'),
      intune('screenLock', 'on'),
      intune('unknownSources', 'off'),
      intune('usbDebugging', 'on'),
      intune('osVersion', '17'),
      intune('osPatchedAt', '2026-07-05'),
    ],
  };
  const facts = [...new Set([...mac.signals, ...pixel.signals].map(({ fact }) => fact))];
  const covers = { macos: facts, android: facts };
  return aPostureAnswer({
    generatedAt: now,
    sample: true,
    thisComputer: 'sha256:mac',
    devices: [mac, pixel],
    sources: [
      { id: 'jamf', name: 'Jamf Pro', status: 'answered', reason: null, answeredAt: observedAt, covers },
      { id: 'intune', name: 'Intune', status: 'failed', reason: 'timeout', answeredAt: observedAt, covers },
    ],
    omitted: { retired: 1, overLimit: 0 },
  });
};
