import { describe, expect, test } from 'vitest';
import { readOrganization, readPosture } from '../../src/posture/read-wire.ts';
import { aDevice, aSource, NOW, said } from '../support/posture.ts';

const posture = (more: object = {}) => ({
  version: 1,
  generatedAt: NOW,
  organization: 'o_1',
  person: { key: 'sha256:1', name: 'Jane Doe' },
  devices: [aDevice({ signals: [said('diskEncryption', 'on')] })],
  sources: [aSource()],
  ...more,
});
const organization = (more: object = {}) => ({
  version: 1,
  etag: 'o_1',
  generatedAt: NOW,
  organization: { name: 'Acme', ...more },
  signIn: { mode: 'none' },
  policy: { version: '1', practices: {} },
});
const read = (json: unknown) => {
  const result = readPosture(json);
  if ('problem' in result) throw new Error(result.problem);
  return result.document;
};
const organizationOf = (json: unknown) => {
  const result = readOrganization(json);
  if ('problem' in result) throw new Error(result.problem);
  return result.document.organization;
};

describe('a posture answer', () => {
  test('keeps its devices, and a broken device costs only itself', () => {
    const document = read(posture({ devices: [aDevice(), { id: 'd_2' }, null, 'x', aDevice({ id: 'd_3' })] }));
    expect(document.devices.map(({ id }) => id)).toEqual(['d_1', 'd_3']);
    expect(document.omitted.unreadable).toBe(3);
  });

  test('with the same device twice has it once', () => {
    const document = read(posture({ devices: [aDevice({ name: 'first' }), aDevice({ name: 'second' })] }));
    expect(document.devices.map(({ name }) => name)).toEqual(['first']);
  });

  test('with fields and facts of a later version is read without them', () => {
    const device = {
      ...aDevice(),
      invented: 1,
      signals: [said('diskEncryption', 'on'), { ...said('firewall', 'on'), fact: 'mood' }],
    };
    expect(read(posture({ invented: {}, devices: [device] })).devices[0]?.signals).toEqual([
      said('diskEncryption', 'on'),
    ]);
  });

  test.each([
    ['another version', { version: 2 }, 'wrong-version'],
    ['no person', { person: undefined }, 'unreadable'],
    ['devices that are no list', { devices: {} }, 'unreadable'],
    ['a date that is none', { generatedAt: 'yesterday' }, 'unreadable'],
  ])('with %s is refused', (_, more, problem) => {
    expect(readPosture(posture(more))).toEqual({ problem });
  });

  test.each([null, undefined, [], 'x', 1, { version: 1 }])('%j is unreadable', (json) => {
    expect(readPosture(json)).toEqual({ problem: 'unreadable' });
  });
});

test('a policy’s lists are read, and their texts cut', () => {
  const lists = { forbidden: ['coupons'], 'required:VPN': ['y'.repeat(400)] };
  const practices = { 'browser-extensions': { lists } };
  const result = readOrganization({ ...organization(), policy: { version: '1', practices } });
  const given = 'document' in result && result.document.policy.practices['browser-extensions']?.lists;
  expect(given).toEqual({ forbidden: ['coupons'], 'required:VPN': ['y'.repeat(300)] });
});

describe('limits (rule 14)', () => {
  test('100 devices, the rest is counted', () => {
    const devices = Array.from({ length: 130 }, (_, i) => aDevice({ id: `d_${i}` }));
    const document = read(posture({ devices, omitted: { retired: 2, overLimit: 5 } }));
    expect(document.devices).toHaveLength(100);
    expect(document.omitted).toEqual({ retired: 2, overLimit: 35, unreadable: 0 });
  });

  test('200 signals a device', () => {
    const signals = Array.from({ length: 250 }, (_, i) => said('diskEncryption', 'on', `s${i}`));
    expect(read(posture({ devices: [aDevice({ signals })] })).devices[0]?.signals).toHaveLength(200);
  });

  test('strings are cut at 300 characters', () => {
    expect(read(posture({ devices: [aDevice({ name: 'x'.repeat(1e6) })] })).devices[0]?.name).toHaveLength(300);
  });

  test.each([
    ['https://help.acme.example/{practice}', true],
    ['mailto:it@acme.example', true],
    ['http://help.acme.example', false],
    ['javascript:alert(1)', false],
    ['ms-msdt:/id', false],
    ['data:text/html,x', false],
    ['https://a b', false],
  ])('a link to %s is kept: %s', (url, kept) => {
    const { contact, privacyUrl } = organizationOf(organization({ contact: { label: 'IT', url }, privacyUrl: url }));
    expect([contact !== undefined, privacyUrl !== undefined]).toEqual([kept, kept]);
  });

  test.each([
    ['data:image/png;base64,AAAA', true],
    ['data:image/svg+xml;base64,AAAA', true],
    [`data:image/png;base64,${'A'.repeat(33 * 1024)}`, false],
    ['data:text/html;base64,AAAA', false],
    ['https://acme.example/logo.png', false],
  ])('a logo of %.40s is kept: %s', (logo, kept) => {
    expect(organizationOf(organization({ logo })).logo !== undefined).toBe(kept);
  });
});

test('keys that every object has are not facts or platforms', () => {
  const json = JSON.parse(
    JSON.stringify(posture()).replace('"covers":{', '"covers":{"__proto__":["firewall"],"constructor":["firewall"],'),
  );
  json.devices[0].signals.push({ fact: 'constructor', value: 'on', source: 'jamf', observedAt: NOW });
  const document = read(json);
  expect(Object.keys(document.sources[0]?.covers ?? {})).toEqual(['macos']);
  expect(document.devices[0]?.signals).toHaveLength(1);
});

test('what only this browser can have seen of itself is not listened to', () => {
  const ofBrowser = [
    'browserVersion',
    'safeBrowsing',
    'httpsOnly',
    'trackingProtection',
    'extensions',
    'passkey',
    'toolbar',
  ] as const;
  const signals = [...ofBrowser.map((fact) => said(fact, 'on')), said('firewall', 'on')];
  const [device] = read(posture({ devices: [aDevice({ signals })] })).devices;
  expect(device?.signals.map(({ fact }) => fact)).toEqual(['firewall']);
});

test.each([
  ['2026-12-04T17:00:00Z', '2026-12-04T17:00:00.000Z'],
  ['2026-12-04', '2026-12-04T00:00:00.000Z'],
  ['soon', null],
  [null, null],
])('a deadline of %j is %j, and the policy is read all the same', (dueAt, read) => {
  const json = { ...organization(), policy: { version: '1', practices: { firewall: { dueAt } } } };
  const result = readOrganization(json);
  expect('document' in result && result.document.policy.practices['firewall']?.dueAt).toBe(read);
});

test('a policy cannot make a verdict rest on what is older than 30 days', () => {
  const json = { ...organization(), policy: { version: '1', practices: { firewall: { maxAgeHours: 1e9 } } } };
  const result = readOrganization(json);
  expect('document' in result && result.document.policy.practices['firewall']?.maxAgeHours).toBe(720);
});
