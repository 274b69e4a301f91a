import { expect, test } from 'vitest';
import { jamf } from '../../../server/sources/jamf.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';

const reportDate = '2026-11-23T06:00:00Z';
const observedAt = '2026-11-23T06:00:00.000Z';

/** Changes a whole and healthy record. */
const computer = (changes: object = {}) => ({
  id: '1',
  udid: '5A3B1E0C-0000-4000-8000-00000000B001',
  general: {
    name: "Jane's MacBook Pro",
    platform: 'Mac',
    reportDate,
    lastCheckIn: '2026-11-23T08:00:00Z',
    lastContact: '2026-11-23T09:00:00Z',
  },
  hardware: {
    model: 'MacBook Pro (14-inch, Nov 2024)',
    serialNumber: 'ZS5MPL7Q2X',
    macAddress: '00:00:5E:00:53:11',
    altMacAddress: '00:00:5E:00:53:12',
  },
  diskEncryption: {
    fileVault2Enabled: true,
    bootPartitionEncryptionDetails: { partitionFileVault2State: 'ENCRYPTED' },
  },
  security: {
    sipStatus: 'ENABLED',
    gatekeeperStatus: 'APP_STORE',
    secureBootLevel: 'FULL_SECURITY',
    firewallEnabled: true,
    remoteDesktopEnabled: true,
    autoLoginDisabled: true,
  },
  operatingSystem: {
    version: '13.4.1',
    build: '22F82',
    rapidSecurityResponse: '(a)',
    fileVault2Status: 'ALL_ENCRYPTED',
  },
  softwareUpdates: [{ name: 'macOS', version: '13.5' }],
  ...changes,
});

const devicesIn = (...results: unknown[]) =>
  jamf.devicesIn({ totalCount: results.length, results }, { source: 'jamf-1' }).inUse;
const deviceIn = (changes: object = {}) => devicesIn(computer(changes))[0]!;
const saidOf = (fact: FactId, changes: object) => deviceIn(changes).signals.find((s) => s.fact === fact)?.value;

test('A Mac is reported with its identity, its contact, and its signals as old as the inventory', () => {
  const { signals, ...device } = deviceIn();
  expect(device).toEqual({
    source: 'jamf-1',
    identity: {
      serial: 'ZS5MPL7Q2X',
      hardwareUuid: '5a3b1e0c00004000800000000000b001',
      macs: ['00005e005311', '00005e005312'],
    },
    name: "Jane's MacBook Pro",
    platform: 'macos',
    form: 'computer',
    model: 'MacBook Pro (14-inch, Nov 2024)',
    ownership: 'unknown',
    lastContactAt: '2026-11-23T09:00:00.000Z',
  });
  expect(Object.fromEntries(signals.map(({ fact, value }) => [fact, value]))).toEqual({
    diskEncryption: 'on',
    firewall: 'on',
    osVersion: '13.4.1',
    osBuild: '22F82',
    systemProtection: { sip: 'on', gatekeeper: 'on', secureBoot: 'on' },
    pendingUpdates: { count: 1 },
  });
  expect(signals.every((signal) => signal.observedAt === observedAt && signal.source === 'jamf-1')).toBe(true);
});

test('Apple Remote Desktop is not a remote login, and no automatic login is not a screen lock', () => {
  const told = deviceIn().signals.map(({ fact }) => fact);
  expect(told).not.toContain('remoteLogin');
  expect(told).not.toContain('screenLock');
});

test('It reports nothing but what it says to cover', () => {
  const told = deviceIn().signals.map(({ fact }) => fact);
  expect(jamf.covers.macos).toEqual(expect.arrayContaining(told));
});

const boot = (partitionFileVault2State: unknown, fileVault2Status?: unknown) => ({
  diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State } },
  operatingSystem: { fileVault2Status },
});

test.each([
  ['ENCRYPTED', 'on'],
  ['OPTIMIZING', 'on'],
  ['ENCRYPTING', 'encrypting'],
  ['ENCRYPTING_PAUSED', 'encrypting'],
  ['RESTART_NEEDED', 'encrypting'],
  ['UNENCRYPTED', 'off'],
  ['DECRYPTED', 'off'],
  ['DECRYPTING', 'off'],
  ['DECRYPTING_PAUSED', 'off'],
  ['INELIGIBLE', undefined],
  ['UNKNOWN', undefined],
  ['SOMETHING_NEW', undefined],
  ['constructor', undefined],
])('A boot partition that is %s means disk encryption %s, whatever the whole computer says', (state, value) => {
  expect(saidOf('diskEncryption', boot(state))).toBe(value);
  expect(saidOf('diskEncryption', boot(state, 'NOT_ENCRYPTED'))).toBe(value);
});

test.each([
  ['ALL_ENCRYPTED', 'on'],
  ['BOOT_ENCRYPTED', 'on'],
  ['NOT_ENCRYPTED', 'off'],
  ['SOME_ENCRYPTED', undefined],
  ['NOT_APPLICABLE', undefined],
  [null, undefined],
])('Without a word about the boot partition, %s means disk encryption %s', (status, value) => {
  expect(saidOf('diskEncryption', boot(null, status))).toBe(value);
  expect(saidOf('diskEncryption', { ...boot(null, status), diskEncryption: null })).toBe(value);
});

test('FileVault being enabled does not mean that the disk is encrypted', () => {
  expect(
    saidOf('diskEncryption', { diskEncryption: { fileVault2Enabled: true }, operatingSystem: null }),
  ).toBeUndefined();
});

test.each([
  [true, 'on'],
  [false, 'off'],
  [null, undefined],
  ['false', undefined],
])('firewallEnabled %s means firewall %s', (firewallEnabled, value) => {
  expect(saidOf('firewall', { security: { firewallEnabled } })).toBe(value);
});

test.each([
  [{ sipStatus: 'DISABLED' }, { sip: 'off' }],
  [{ sipStatus: 'NOT_AVAILABLE' }, { sip: 'unsupported' }],
  [{ sipStatus: 'NOT_COLLECTED' }, undefined],
  [{ gatekeeperStatus: 'DISABLED' }, { gatekeeper: 'off' }],
  [{ gatekeeperStatus: 'APP_STORE_AND_IDENTIFIED_DEVELOPERS' }, { gatekeeper: 'on' }],
  [{ gatekeeperStatus: 'NOT_COLLECTED', sipStatus: 'ENABLED' }, { sip: 'on' }],
  [{ secureBootLevel: 'MEDIUM_SECURITY' }, { secureBoot: 'reduced' }],
  [{ secureBootLevel: 'NO_SECURITY' }, { secureBoot: 'off' }],
  [{ secureBootLevel: 'NOT_SUPPORTED' }, { secureBoot: 'unsupported' }],
  [{ secureBootLevel: 'UNKNOWN' }, undefined],
  [null, undefined],
])('%j means system protection %j', (security, value) => {
  expect(saidOf('systemProtection', { security })).toEqual(value);
});

test.each([
  ['an empty list', [], { count: 0 }],
  ['a section that was not asked for', null, undefined],
])('Of waiting updates, %s means %j', (_, softwareUpdates, value) => {
  expect(saidOf('pendingUpdates', { softwareUpdates })).toEqual(value);
});

test.each([
  [{ lastContact: '2026-11-23T09:00:00Z', lastCheckIn: '2026-11-23T08:00:00Z' }, '2026-11-23T09:00:00.000Z'],
  [{ lastContact: null, lastCheckIn: '2026-11-23T08:00:00Z' }, '2026-11-23T08:00:00.000Z'],
  [{ lastContactTime: '2026-11-23T07:00:00Z' }, '2026-11-23T07:00:00.000Z'],
  [{ lastContact: '1970-01-01T00:00:00Z', lastCheckIn: '2026-11-23T08:00:00Z' }, '2026-11-23T08:00:00.000Z'],
  [{}, undefined],
])('The contact of %j is at %s', (general, at) => {
  expect(deviceIn({ general }).lastContactAt).toBe(at);
});

test.each([[null], [undefined], ['1970-01-01T00:00:00Z'], ['yesterday'], [1_700_000_000]])(
  'An inventory taken at %s has no signals: nobody knows how old they are',
  (at) => {
    expect(deviceIn({ general: { name: 'A Mac', reportDate: at } }).signals).toEqual([]);
  },
);

test('Sections that were not asked for leave a device that is known and says nothing', () => {
  const [device] = devicesIn({ id: '1', general: { name: 'A Mac', reportDate }, hardware: null, security: null });
  expect(device).toMatchObject({ name: 'A Mac', identity: {}, signals: [] });
});

const screenLock = {
  name: 'Screen lock',
  passing: ['On'],
  failing: ['Off'],
  pass: { fact: 'screenLock', value: 'on' },
  fail: { fact: 'screenLock', value: 'off' },
} as const;
const firewallCheck = { ...screenLock, name: 'Firewall', pass: { fact: 'firewall', value: 'on' } } as const;

const saidWith = (fact: FactId, changes: object) =>
  jamf
    .devicesIn({ results: [computer(changes)] }, { source: 'jamf-1', checks: [screenLock, firewallCheck] })
    .inUse[0]!.signals.filter((signal) => signal.fact === fact)
    .map(({ value }) => value);

const attributes = (name: string, ...values: string[]) => ({
  extensionAttributes: [{ name, dataType: 'STRING', values }],
});

test.each([
  ['by itself', attributes('Screen lock', 'Off')],
  ['in general', { general: { reportDate, ...attributes('Screen lock', 'Off') } }],
  ['in hardware', { hardware: attributes('Screen lock', 'Off') }],
  ['in the operating system', { operatingSystem: attributes('Screen lock', 'Off') }],
])('An extension attribute that the company made a check of is read %s', (_, changes) => {
  expect(saidWith('screenLock', changes)).toEqual(['off']);
});

test('Of a fact that the inventory tells too, the check of the company counts', () => {
  expect(saidWith('firewall', { ...attributes('Firewall', 'On'), security: { firewallEnabled: false } })).toEqual([
    'on',
  ]);
  expect(saidWith('firewall', { ...attributes('Firewall', ''), security: { firewallEnabled: false } })).toEqual([
    'off',
  ]);
});

test('Extension attributes say nothing where the company made no check of them', () => {
  expect(saidOf('screenLock', attributes('Screen lock', 'Off'))).toBeUndefined();
});

test.each([
  [{ managed: true }, false],
  [{ managed: false }, true],
  [{}, false],
  [null, false],
])('A Mac with the remote management %j is out of use: %s', (remoteManagement, isRetired) => {
  const results = [computer({ general: { reportDate, remoteManagement } })];
  const { inUse, retired } = jamf.devicesIn({ results }, { source: 'jamf-1' });
  expect([inUse.length, retired.length]).toEqual(isRetired ? [0, 1] : [1, 0]);
});

test('Placeholders are no identity', () => {
  expect(
    deviceIn({ udid: '00000000-0000-0000-0000-000000000000', hardware: { serialNumber: 'System Serial Number' } })
      .identity,
  ).toEqual({});
});

test('A broken record costs only itself', () => {
  expect(devicesIn(null, 'broken', computer(), 7)).toHaveLength(1);
});

test.each([[undefined], [null], ['<html>'], [{}], [{ results: null }], [[]]])('%j is not an answer of Jamf', (json) => {
  expect(() => jamf.devicesIn(json, { source: 'jamf' })).toThrow(SourceFailure);
});
