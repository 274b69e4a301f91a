import { expect, test } from 'vitest';
import { googleMobile } from '../../../server/sources/google-mobile.ts';
import type { FactId } from '../../../src/posture/facts.ts';

const syncedAt = '2026-11-23T06:00:00.000Z';

const pixel = {
  kind: 'admin#directory#mobiledevice',
  resourceId: 'AFiQxQ83IZT4llDfTWPZt69JvwSJU0YECe1TVyVZC4x',
  deviceId: '3a1b2c3d4e5f6071',
  hardwareId: '',
  type: 'ANDROID',
  status: 'APPROVED',
  name: ['Jane Doe'],
  email: ['jane.doe@acme.example'],
  model: 'Pixel 9',
  manufacturer: 'Google',
  os: 'Android 16',
  serialNumber: '4Z000SAMPLE09K',
  imei: '001017000000030',
  wifiMacAddress: '00:00:5e:00:53:13',
  firstSync: '2026-01-05T10:00:00.000Z',
  lastSync: '2026-11-23T06:00:00.000Z',
  deviceCompromisedStatus: 'No compromise detected',
  encryptionStatus: 'Encrypted',
  devicePasswordStatus: 'On',
  securityPatchLevel: String(Date.parse('2026-11-05')),
  developerOptionsStatus: false,
  adbStatus: false,
  unknownSourcesStatus: false,
};

type Changes = { readonly [Field in keyof typeof pixel]?: unknown };

const listed = (changes: Changes = {}) =>
  googleMobile.devicesIn({ mobiledevices: [{ ...pixel, ...changes }] }, { source: 'google-1' });
const deviceIn = (changes: Changes = {}) => listed(changes).inUse[0]!;
const saidOf = (fact: FactId, changes: Changes) => deviceIn(changes).signals.find((s) => s.fact === fact)?.value;

test('A phone is reported with its identity, and its signals as old as the last sync', () => {
  const { signals, ...device } = deviceIn();
  expect(device).toEqual({
    source: 'google-1',
    identity: { serial: '4Z000SAMPLE09K', imei: '00101700000003', macs: ['00005e005313'] },
    name: 'Pixel 9',
    platform: 'android',
    form: 'phone',
    model: 'Pixel 9',
    ownership: 'unknown',
    lastContactAt: syncedAt,
  });
  expect(Object.fromEntries(signals.map(({ fact, value }) => [fact, value]))).toEqual({
    diskEncryption: 'on',
    screenLock: 'on',
    deviceIntegrity: 'intact',
    osVersion: 'Android 16',
    osPatchedAt: '2026-11-05',
    unknownSources: 'off',
    usbDebugging: 'off',
  });
  expect(signals.every((signal) => signal.observedAt === syncedAt && signal.source === 'google-1')).toBe(true);
});

test.each([['Android 16'], ['iOS 27.2'], ['iPadOS 27.2']])('Of %s it reports nothing but what it covers', (os) => {
  const { platform, signals } = deviceIn({ os });
  expect(googleMobile.covers[platform]).toEqual(expect.arrayContaining(signals.map(({ fact }) => fact)));
});

test.each([
  ['Android 16', 'Pixel 9', 'android', 'phone'],
  ['iOS 27.2', 'iPhone 17', 'ios', 'phone'],
  ['iOS 27.2', 'iPad Air', 'ipados', 'tablet'],
  ['iPadOS 27.2', 'iPad Air', 'ipados', 'tablet'],
  ['Something 3', 'Phone', 'unknown', 'phone'],
  [undefined, undefined, 'unknown', 'phone'],
])('%s on %s is %s, a %s', (os, model, platform, form) => {
  expect(deviceIn({ os, model })).toMatchObject({ platform, form });
});

test.each([
  ['encryptionStatus', 'Encrypted', 'diskEncryption', 'on'],
  ['encryptionStatus', 'ENCRYPTED', 'diskEncryption', 'on'],
  ['encryptionStatus', 'Not Encrypted', 'diskEncryption', 'off'],
  ['encryptionStatus', 'NOT_ENCRYPTED', 'diskEncryption', 'off'],
  ['encryptionStatus', 'Encrypted with default key', 'diskEncryption', undefined],
  ['encryptionStatus', '', 'diskEncryption', undefined],
  ['encryptionStatus', true, 'diskEncryption', undefined],
  ['encryptionStatus', undefined, 'diskEncryption', undefined],
  ['devicePasswordStatus', 'on', 'screenLock', 'on'],
  ['devicePasswordStatus', 'PASSWORD_SET', 'screenLock', 'on'],
  ['devicePasswordStatus', 'Off', 'screenLock', 'off'],
  ['devicePasswordStatus', 'PASSWORD_NOT_SET', 'screenLock', 'off'],
  ['devicePasswordStatus', 'Unknown', 'screenLock', undefined],
  ['devicePasswordStatus', 'constructor', 'screenLock', undefined],
  ['deviceCompromisedStatus', 'no compromise detected', 'deviceIntegrity', 'intact'],
  ['deviceCompromisedStatus', 'Compromise detected', 'deviceIntegrity', 'rooted'],
  ['deviceCompromisedStatus', 'Undetermined', 'deviceIntegrity', undefined],
  ['deviceCompromisedStatus', '', 'deviceIntegrity', undefined],
  ['adbStatus', true, 'usbDebugging', 'on'],
  ['adbStatus', undefined, 'usbDebugging', undefined],
  ['adbStatus', 'false', 'usbDebugging', undefined],
  ['unknownSourcesStatus', true, 'unknownSources', 'on'],
  ['unknownSourcesStatus', null, 'unknownSources', undefined],
  ['securityPatchLevel', '0', 'osPatchedAt', undefined],
  ['securityPatchLevel', '-1', 'osPatchedAt', undefined],
  ['securityPatchLevel', '99999999999999999999', 'osPatchedAt', undefined],
  ['securityPatchLevel', 'November', 'osPatchedAt', undefined],
] as const)('%s %j means %s %s', (field, told, fact, value) => {
  expect(saidOf(fact, { [field]: told })).toBe(value);
});

test('A compromised iPhone is jailbroken, and what only Android has is not told of it', () => {
  const changes = { os: 'iOS 27.2', model: 'iPhone 17', deviceCompromisedStatus: 'Compromise detected' };
  expect(saidOf('deviceIntegrity', changes)).toBe('jailbroken');
  for (const fact of ['osPatchedAt', 'unknownSources', 'usbDebugging'] as const)
    expect(saidOf(fact, changes)).toBeUndefined();
});

test('A compromised device of an unknown system is not called by a name', () => {
  expect(
    saidOf('deviceIntegrity', { os: 'Something', deviceCompromisedStatus: 'Compromise detected' }),
  ).toBeUndefined();
});

test.each([[undefined], ['1970-01-01T00:00:00.000Z'], ['yesterday']])(
  'A phone that synced at %s was never heard from',
  (lastSync) => {
    const { signals, lastContactAt } = deviceIn({ lastSync });
    expect([signals, lastContactAt]).toEqual([[], undefined]);
  },
);

test.each([
  ['APPROVED', false],
  ['BLOCKED', false],
  ['PENDING', false],
  [undefined, false],
  ['Wiped', true],
  ['WIPING', true],
  ['ACCOUNT_WIPED', true],
  ['Unprovisioned', true],
])('A phone that is %s is out of use: %s', (status, isRetired) => {
  const { inUse, retired } = listed({ status });
  expect([inUse.length, retired.length]).toEqual(isRetired ? [0, 1] : [1, 0]);
});
