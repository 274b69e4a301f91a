import { expect, test } from 'vitest';
import { okta } from '../../../server/sources/okta.ts';

const collectedAt = '2026-11-23T09:00:00.000Z';

const device = (profile: object = {}, more: object = {}) => ({
  id: 'guo1',
  status: 'ACTIVE',
  created: '2025-01-01T00:00:00.000Z',
  lastUpdated: collectedAt,
  profile: {
    displayName: 'Jane’s MacBook Pro',
    platform: 'MACOS',
    model: 'Mac16,1',
    osVersion: '26.6.2',
    serialNumber: 'ZS5MPL7Q2X',
    udid: '5A3B1E0C-0000-4000-8000-00000000B001',
    registered: true,
    diskEncryptionType: 'ALL_INTERNAL_VOLUMES',
    ...profile,
  },
  _embedded: { users: [{ screenLockType: 'BIOMETRIC' }] },
  ...more,
});

const listing = (...devices: unknown[]) => okta.devicesIn(devices, { source: 'okta' });
const deviceIn = (profile: object = {}, more: object = {}) => listing(device(profile, more)).inUse[0];
const factsOf = (profile: object = {}, more: object = {}) =>
  Object.fromEntries((deviceIn(profile, more)?.signals ?? []).map(({ fact, value }) => [fact, value]));

test('A Mac is reported with its identity, and its signals as old as the last sign-in with it', () => {
  expect(deviceIn()).toMatchObject({
    source: 'okta',
    identity: { serial: 'ZS5MPL7Q2X' },
    name: 'Jane’s MacBook Pro',
    platform: 'macos',
    form: 'computer',
    lastContactAt: collectedAt,
  });
  expect(factsOf()).toEqual({ diskEncryption: 'on', screenLock: 'on', osVersion: '26.6.2' });
  expect(new Set(deviceIn()?.signals.map(({ observedAt }) => observedAt))).toEqual(new Set([collectedAt]));
});

test('A hardware UUID beside a serial number is left out: on newer Macs others tell another one', () => {
  expect(deviceIn()?.identity).not.toHaveProperty('hardwareUuid');
  expect(deviceIn({ serialNumber: undefined })?.identity).toHaveProperty('hardwareUuid');
  expect(deviceIn({ serialNumber: undefined, platform: 'WINDOWS' })?.identity).toEqual({});
});

test.each([
  ['MACOS', 'ALL_INTERNAL_VOLUMES', 'on'],
  ['WINDOWS', 'SYSTEM_VOLUME', 'on'],
  ['WINDOWS', 'system_volume', 'on'],
  ['MACOS', 'NONE', 'off'],
  ['WINDOWS', 'USER', undefined],
  ['MACOS', 'FULL', undefined],
  ['IOS', 'FULL', 'on'],
  ['ANDROID', 'USER', 'on'],
  ['ANDROID', 'NONE', 'off'],
  ['IOS', 'ALL_INTERNAL_VOLUMES', undefined],
  ['MACOS', 'SOMETHING_NEW', undefined],
  ['MACOS', undefined, undefined],
  ['MACOS', true, undefined],
  ['CHROMEOS', 'FULL', undefined],
])('On %s, %j means disk encryption %s', (platform, diskEncryptionType, value) => {
  expect(factsOf({ platform, diskEncryptionType })['diskEncryption']).toBe(value);
});

test.each([
  [[{ screenLockType: 'PASSCODE' }], 'on'],
  [[{ screenLockType: 'biometric' }], 'on'],
  [[{ screenLockType: 'NONE' }], 'off'],
  [[{ screenLockType: 'PATTERN' }], undefined],
  [[{}], undefined],
  [[], undefined],
  [[{ screenLockType: 'PASSCODE' }, { screenLockType: 'PASSCODE' }], undefined],
])('The users %j mean a screen lock that is %s', (users, value) => {
  expect(factsOf({}, { _embedded: { users } })['screenLock']).toBe(value);
});

test.each([
  ['IOS', 'iPhone17,1', true, 'jailbroken'],
  ['IOS', 'iPad16,3', true, 'jailbroken'],
  ['ANDROID', 'Pixel 9', true, 'rooted'],
  ['ANDROID', 'Pixel 9', false, 'intact'],
  ['IOS', 'iPhone17,1', undefined, undefined],
  ['IOS', 'iPhone17,1', 'false', undefined],
  ['MACOS', 'Mac16,1', false, undefined],
  ['MACOS', 'Mac16,1', true, undefined],
])('%s %s with integrityJailbreak %j is %s', (platform, model, integrityJailbreak, value) => {
  expect(factsOf({ platform, model, integrityJailbreak })['deviceIntegrity']).toBe(value);
});

test.each([
  ['WINDOWS', '10.0.26200.1', '10.0.26200'],
  ['WINDOWS', '10.0.26200', '10.0.26200'],
  ['MACOS', '26.6.2', '26.6.2'],
  ['ANDROID', '17', '17'],
])('On %s the version %s is told as %s', (platform, osVersion, value) => {
  expect(factsOf({ platform, osVersion })['osVersion']).toBe(value);
});

test.each([
  ['ANDROID', 'Pixel 9', 'android', 'phone'],
  ['IOS', 'iPhone17,1', 'ios', 'phone'],
  ['IOS', 'iPad16,3', 'ipados', 'tablet'],
  ['WINDOWS', 'Latitude 7450', 'windows', 'computer'],
  ['LINUX', undefined, 'unknown', 'computer'],
])('%s %s is %s, a %s, and reports nothing but what is covered', (platform, model, is, form) => {
  const found = deviceIn({ platform, model, integrityJailbreak: false, diskEncryptionType: 'NONE' });
  expect(found).toMatchObject({ platform: is, form });
  const covered = okta.covers[is as keyof typeof okta.covers] ?? ['screenLock', 'osVersion', 'diskEncryption'];
  expect(covered).toEqual(expect.arrayContaining((found?.signals ?? []).map(({ fact }) => fact)));
});

test.each(['SUSPENDED', 'UNSUSPENDED', undefined, 'SOMETHING_NEW'])(
  'Of a device that is %s nobody knows when it was looked at: an administrator changed its record',
  (status) => {
    expect(deviceIn({}, { status })?.signals).toEqual([]);
    expect(deviceIn({}, { status })).not.toHaveProperty('lastContactAt');
  },
);

test.each([undefined, null, '0001-01-01T00:00:00Z', 'soon', 1_700_000_000])(
  'With the time %j nothing is said',
  (lastUpdated) => {
    expect(deviceIn({}, { lastUpdated })?.signals).toEqual([]);
  },
);

test('A device that was deactivated is retired', () => {
  const { inUse, retired } = listing(device({}, { status: 'DEACTIVATED' }));
  expect([inUse.length, retired.length]).toEqual([0, 1]);
});

test('A broken record costs only itself', () => {
  expect(listing(null, 7, {}, { profile: null }, device()).inUse).toHaveLength(1);
});

test.each([[null], [undefined], [{}], ['<html>'], [{ errorCode: 'E0000011' }]])('%j is no list of devices', (json) => {
  expect(() => okta.devicesIn(json, { source: 'okta' })).toThrow('unreadable');
});
