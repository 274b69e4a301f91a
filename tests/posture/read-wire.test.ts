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
    const twice = [aDevice({ name: 'one' }), aDevice({ name: 'other' })];
    const document = read(posture({ devices: twice }));
    expect(document.devices).toHaveLength(1);
    expect(document.omitted.unreadable).toBe(1);
    expect(read(posture({ devices: twice.toReversed() }))).toEqual(document);
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

describe('a signal’s value', () => {
  const keptOf = (value: unknown) =>
    read(posture({ devices: [aDevice({ signals: [said('firewall', value)] })] })).devices[0]?.signals[0]?.value;
  const nested = (levels: number): unknown => (levels === 0 ? 'on' : [nested(levels - 1)]);

  test.each([
    ['a text', 'on', 'on'],
    ['a list', [{ name: 'Falcon', state: 'running' }], [{ name: 'Falcon', state: 'running' }]],
    ['a text of a megabyte', 'x'.repeat(1e6), 'x'.repeat(300)],
    ['an infinite number', Number.POSITIVE_INFINITY, null],
    ['a list that is too long to be shown whole', Array.from({ length: 201 }, () => 1), null],
    ['200,000 levels', JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), [[[[null]]]]],
    ['five levels', nested(5), [[[[null]]]]],
  ])('that is %s', (_, told, kept) => {
    expect(keptOf(told)).toEqual(kept);
  });
});

test('saying one thing many times pushes nothing else out', () => {
  const loud = Array.from({ length: 300 }, () => said('firewall', 'on', 'jamf', 1));
  const [device] = read(posture({ devices: [aDevice({ signals: [...loud, said('diskEncryption', 'off')] })] })).devices;
  expect(device?.signals).toEqual([said('firewall', 'on', 'jamf', 1), said('diskEncryption', 'off')]);
});

test('of too many signals the newest stay', () => {
  const old = Array.from({ length: 250 }, (_, i) => said('firewall', 'on', `s${i}`, 90));
  const [device] = read(posture({ devices: [aDevice({ signals: [...old, said('diskEncryption', 'off')] })] })).devices;
  expect(device?.signals[0]).toEqual(said('diskEncryption', 'off'));
});

test('a source that is told twice is listed once', () => {
  expect(read(posture({ sources: [aSource(), aSource(), aSource({ id: 'fleet' })] })).sources).toHaveLength(2);
});

test.each([
  ['marks that turn words around', 'a\u202eb\u2069c\u2066d', 'abcd'],
  ['half a character', `${'x'.repeat(299)}😀`, `${'x'.repeat(299)}\ufffd`],
])('a name loses %s', (_, name, kept) => {
  expect(read(posture({ devices: [aDevice({ name })] })).devices[0]?.name).toBe(kept);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-31', false],
  ['2026-13-01', false],
])('a baseline as of %s is read: %s', (asOf, isRead) => {
  const json = { ...organization(), baseline: { asOf, os: {}, browsers: {} } };
  expect('document' in readOrganization(json)).toBe(isRead);
});

test.each(['graceDays', 'maxAgeHours'])('a policy whose %s is beyond all numbers is refused', (name) => {
  const json = {
    ...organization(),
    policy: { version: '1', practices: { firewall: { [name]: JSON.parse('1e999') } } },
  };
  expect(readOrganization(json)).toEqual({ problem: 'unreadable' });
});
