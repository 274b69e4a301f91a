import { describe, expect, test } from 'vitest';
import { jumpcloud } from '../../../server/sources/jumpcloud.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';

const collected = '2026-11-23T06:00:00Z';
const row = (columns: object) => [{ system_id: 's', collection_time: collected, ...columns }];

const volumes = (...encrypted: readonly unknown[]) =>
  encrypted.map((state, index) => ({
    name: `/dev/disk3s${index + 1}`,
    encrypted: state,
    encryption_status: Number(state) === 1 ? 'encrypted' : 'not encrypted',
    collection_time: collected,
  }));

const macInsights = {
  system_info: row({ uuid: '5A3B1E0C-0000-4000-8000-00000000B001', hardware_model: 'Mac16,1' }),
  os_version: row({ name: 'macOS', version: '26.1', build: '25B78' }),
  mounts: [
    ...row({ device: '/dev/disk3s1', path: '/' }),
    ...row({ device: '/dev/disk3s2', path: '/System/Volumes/Data' }),
  ],
  disk_encryption: volumes(0, 1, 0),
  alf: row({ global_state: 1 }),
  sharing_preferences: row({ remote_login: 0, screen_sharing: 1 }),
  sip_config: [...row({ config_flag: 'allow_nothing', enabled: 0 }), ...row({ config_flag: 'sip', enabled: 1 })],
};

const pcInsights = {
  os_version: row({ name: 'Microsoft Windows 11 Pro', version: '10.0.26200', build: '26200' }),
  bitlocker_info: row({ drive_letter: 'C:', protection_status: 1, conversion_status: 1 }),
  secureboot: row({ secure_boot: 1 }),
  windows_security_center: row({ firewall: 'Good', autoupdate: 'Good', antivirus: 'Good' }),
  windows_security_products: [
    ...row({ type: 'Antivirus', name: 'Acme Guard', state: 'On', signatures_up_to_date: 1 }),
    ...row({ type: 'Firewall', name: 'Acme Wall', state: 'On', signatures_up_to_date: 1 }),
  ],
};

const of = (osFamily: string, insights: object, system: object = {}) => ({
  system: {
    displayName: 'Jane’s computer',
    serialNumber: 'ZSJUMP0001',
    osFamily,
    lastContact: '2026-11-23T09:00:00.000Z',
    fde: { active: true, keyPresent: true },
    allowSshRootLogin: true,
    ...system,
  },
  insights,
});

const devicesIn = (...systems: unknown[]) => jumpcloud.devicesIn({ systems }, { source: 'jumpcloud' }).inUse;
const mac = (changes: object = {}, system: object = {}) =>
  devicesIn(of('darwin', { ...macInsights, ...changes }, system))[0]!;
const pc = (changes: object = {}) => devicesIn(of('windows', { ...pcInsights, ...changes }))[0]!;
const saidBy = (fact: FactId, { signals }: ReturnType<typeof mac>) => signals.find((s) => s.fact === fact)?.value;
const all = ({ signals }: ReturnType<typeof mac>) => Object.fromEntries(signals.map((s) => [s.fact, s.value]));

test('A Mac is reported with its identity, its contact, and its signals as old as their tables', () => {
  const device = mac({ alf: [{ global_state: 2, collection_time: '2026-11-22T06:00:00Z' }] });
  expect(device).toMatchObject({
    identity: { serial: 'ZSJUMP0001', hardwareUuid: '5a3b1e0c00004000800000000000b001' },
    name: 'Jane’s computer',
    platform: 'macos',
    form: 'computer',
    model: 'Mac16,1',
    lastContactAt: '2026-11-23T09:00:00.000Z',
  });
  expect(all(device)).toEqual({
    osVersion: '26.1',
    osBuild: '25B78',
    diskEncryption: 'on',
    firewall: 'on',
    remoteLogin: 'off',
    systemProtection: { sip: 'on' },
  });
  expect(device.signals.find(({ fact }) => fact === 'firewall')?.observedAt).toBe('2026-11-22T06:00:00.000Z');
  expect(jumpcloud.covers.macos).toEqual(expect.arrayContaining(device.signals.map(({ fact }) => fact)));
});

describe('the disk of a Mac', () => {
  test.each([
    [[0, 1, 0], true, 'on'],
    [['0', '1', '0'], true, 'on'],
    [[1, 0, 1], false, 'off'],
    [[1, 0, 1], undefined, 'off'],
    [[1, 0, 1], true, undefined],
    [[0, 1, 0], false, undefined],
    [[0, 1, 0], undefined, undefined],
    [[0, 2, 0], true, undefined],
  ])('with volumes %j and full disk encryption %j is %j: the one with the data counts', (encrypted, active, value) => {
    const device = mac({ disk_encryption: volumes(...encrypted) }, { fde: { active } });
    expect(saidBy('diskEncryption', device)).toBe(value);
  });

  test('whose place is not known says nothing', () => {
    expect(saidBy('diskEncryption', mac({ mounts: [] }))).toBeUndefined();
  });
});

test.each([
  [0, 'off'],
  [1, 'on'],
  [2, 'on'],
  [3, undefined],
  [null, undefined],
])('A firewall of a Mac in state %j is %j', (global_state, value) => {
  expect(saidBy('firewall', mac({ alf: row({ global_state }) }))).toBe(value);
});

test('Tables that are empty or missing say nothing: newer Macs have no row for the firewall', () => {
  const device = mac({ alf: [], sharing_preferences: undefined, sip_config: 'x' });
  expect(device.signals.map(({ fact }) => fact)).toEqual(['osVersion', 'osBuild', 'diskEncryption']);
});

test('That the agent would allow SSH is not that SSH is on', () => {
  expect(saidBy('remoteLogin', mac({ sharing_preferences: [] }))).toBeUndefined();
});

test('A row without its time says nothing', () => {
  expect(saidBy('firewall', mac({ alf: [{ global_state: 0 }] }))).toBeUndefined();
});

test('A Windows computer is reported; its build without revision proves no fix, and is left out', () => {
  const device = pc();
  expect(all(device)).toEqual({
    osVersion: '10.0.26200',
    diskEncryption: 'on',
    firewall: 'on',
    automaticUpdates: 'on',
    endpointProtection: [{ name: 'Acme Guard', state: 'running' }],
    systemProtection: { secureBoot: 'on' },
  });
  expect(jumpcloud.covers.windows).toEqual(expect.arrayContaining(device.signals.map(({ fact }) => fact)));
});

test.each([
  ['C:', 1, 1, 'on'],
  ['c:', 1, 1, 'on'],
  ['C:', 0, 1, 'suspended'],
  ['C:', 0, 2, 'encrypting'],
  ['C:', 0, 4, 'encrypting'],
  ['C:', 0, 0, 'off'],
  ['C:', 0, 3, 'off'],
  ['C:', 0, undefined, undefined],
  ['C:', 2, 1, undefined],
  ['D:', 0, 0, undefined],
])(
  'Drive %s with protection %j and conversion %j is %j',
  (drive_letter, protection_status, conversion_status, value) => {
    const bitlocker_info = row({ drive_letter, protection_status, conversion_status });
    expect(saidBy('diskEncryption', pc({ bitlocker_info }))).toBe(value);
  },
);

test.each([
  ['Good', 'on'],
  ['Poor', 'off'],
  ['poor', 'off'],
  ['Snoozed', undefined],
  ['Not Monitored', undefined],
  ['Error', undefined],
  ['', undefined],
])('What Windows calls "%s" is %j', (word, value) => {
  const device = pc({ windows_security_center: row({ firewall: word, autoupdate: word }) });
  expect(saidBy('firewall', device)).toBe(value);
  expect(saidBy('automaticUpdates', device)).toBe(value);
});

test.each([
  ['On', 1, 'running'],
  ['On', null, 'running'],
  ['On', 0, 'outdated'],
  ['Off', 1, 'stopped'],
  ['Snoozed', 1, 'stopped'],
])('A program that is %s with signatures %j is %s', (state, signatures_up_to_date, expected) => {
  const windows_security_products = row({ type: 'Antivirus', name: 'Acme Guard', state, signatures_up_to_date });
  expect(saidBy('endpointProtection', pc({ windows_security_products }))).toEqual([
    { name: 'Acme Guard', state: expected },
  ]);
});

test.each([
  ['Poor', []],
  ['Good', undefined],
  ['Error', undefined],
])('Without any program and with the word "%s" for it, %j is told', (antivirus, value) => {
  const device = pc({ windows_security_products: [], windows_security_center: row({ antivirus }) });
  expect(saidBy('endpointProtection', device)).toEqual(value);
});

test.each([
  [1, 'encrypted', 'on'],
  [1, 'undefined', undefined],
  [0, 'not encrypted', undefined],
])(
  'A Linux disk with encrypted = %j, "%s", is %j: it may lie on an encrypted one',
  (encrypted, encryption_status, value) => {
    const [device] = devicesIn(
      of('linux', {
        os_version: row({ name: 'Ubuntu', version: '24.04.1 LTS (Noble Numbat)' }),
        mounts: row({ device: '/dev/mapper/root', path: '/' }),
        disk_encryption: row({ name: '/dev/mapper/root', encrypted, encryption_status }),
      }),
    );
    expect(device?.platform).toBe('linux');
    expect(saidBy('osVersion', device!)).toBe('Ubuntu 24.04.1 LTS (Noble Numbat)');
    expect(saidBy('diskEncryption', device!)).toBe(value);
  },
);

test('Of a system whose family is not known only the version is told', () => {
  const [device] = devicesIn(of('plan9', { ...macInsights, ...pcInsights }));
  expect(device).toMatchObject({ platform: 'unknown' });
  expect(device?.signals.map(({ fact }) => fact)).toEqual(['osVersion']);
});

test('Another document is not "no devices"', () => {
  expect(() => jumpcloud.devicesIn({ message: 'Unauthorized' }, { source: 'jumpcloud' })).toThrow(SourceFailure);
});
