import { describe, expect, test } from 'vitest';
import { googleCloudIdentity } from '../../../server/sources/google-cloud-identity.ts';
import type { FactId } from '../../../src/posture/facts.ts';

const syncedAt = '2026-11-23T06:00:00.000Z';

const mac = {
  name: 'devices/EiQwMDAwMDAwMC0wMDAw',
  deviceId: '00000000-0000-4000-8000-000000000001',
  createTime: '2026-01-05T10:00:00.019Z',
  lastSyncTime: '2026-11-23T06:00:00Z',
  ownerType: 'BYOD',
  deviceType: 'MAC_OS',
  model: 'Mac',
  hostname: 'janes-mac',
  osVersion: 'MacOS 12.6.0',
  serialNumber: 'ZS5MPL7Q2X',
  wifiMacAddresses: ['00:00:5e:00:53:11'],
  securityPatchTime: '1970-01-01T00:00:00Z',
  encryptionState: 'ENCRYPTED',
  compromisedState: 'COMPROMISED_STATE_UNSPECIFIED',
  managementState: 'APPROVED',
  endpointVerificationSpecificAttributes: {
    additionalSignals: {
      is_os_native_firewall_enabled: true,
      is_secure_boot_enabled: 'true',
      av_installed: true,
      av_enabled: true,
    },
  },
  deviceUsers: [
    {
      name: 'devices/EiQwMDAwMDAwMC0wMDAw/deviceUsers/1',
      userEmail: 'jane.doe@acme.example',
      managementState: 'APPROVED',
      passwordState: 'PASSWORD_SET',
      lastSyncTime: '2026-11-23T07:00:00Z',
    },
  ],
};

const android = {
  deviceType: 'ANDROID',
  ownerType: 'COMPANY',
  model: 'Pixel 9',
  imei: '001017000000030',
  lastSyncTime: '2026-11-23T06:00:00Z',
  osVersion: 'Android 16',
  securityPatchTime: '2026-11-05T00:00:00Z',
  encryptionState: 'ENCRYPTED',
  compromisedState: 'UNCOMPROMISED',
  enabledDeveloperOptions: true,
  enabledUsbDebugging: true,
  androidSpecificAttributes: { enabledUnknownSources: false, verifiedBoot: false, ctsProfileMatch: false },
};

const listed = (device: object) => googleCloudIdentity.devicesIn({ devices: [device] }, { source: 'google-1' });
const deviceIn = (device: object) => listed(device).inUse[0]!;
const factsOf = (device: object) =>
  Object.fromEntries(deviceIn(device).signals.map(({ fact, value }) => [fact, value]));
const saidOf = (fact: FactId, device: object) => factsOf(device)[fact];

test('A Mac with Endpoint Verification is reported with its owner, its identity and what was found on it', () => {
  const { signals, ...device } = deviceIn(mac);
  expect(device).toEqual({
    source: 'google-1',
    identity: { serial: 'ZS5MPL7Q2X', macs: ['00005e005311'] },
    name: 'janes-mac',
    platform: 'macos',
    form: 'computer',
    model: 'Mac',
    ownership: 'personal',
    lastContactAt: syncedAt,
  });
  expect(Object.fromEntries(signals.map(({ fact, value, observedAt }) => [fact, [value, observedAt]]))).toEqual({
    diskEncryption: ['on', syncedAt],
    firewall: ['on', syncedAt],
    endpointProtection: [[{ name: 'Antivirus', state: 'running' }], syncedAt],
    systemProtection: [{ secureBoot: 'on' }, syncedAt],
    osVersion: ['MacOS 12.6.0', syncedAt],
    screenLock: ['on', '2026-11-23T07:00:00.000Z'],
  });
});

test('An Android phone tells its patch level and its debugging; a boot that nobody attested says nothing', () => {
  expect(deviceIn(android)).toMatchObject({ platform: 'android', form: 'phone', ownership: 'company' });
  expect(factsOf(android)).toEqual({
    diskEncryption: 'on',
    deviceIntegrity: 'intact',
    osVersion: 'Android 16',
    osPatchedAt: '2026-11-05',
    unknownSources: 'off',
    usbDebugging: 'on',
  });
});

test.each([
  ['a Mac', mac],
  ['a PC', { ...mac, deviceType: 'WINDOWS' }],
  ['a phone', { ...android, deviceUsers: mac.deviceUsers }],
])('Of %s it reports nothing but what it covers', (_, device) => {
  const { platform, signals } = deviceIn(device);
  expect(googleCloudIdentity.covers[platform]).toEqual(expect.arrayContaining(signals.map(({ fact }) => fact)));
});

test.each([
  ['MAC_OS', 'Mac', 'macos', 'computer'],
  ['WINDOWS', 'PC', 'windows', 'computer'],
  ['LINUX', 'PC', 'linux', 'computer'],
  ['CHROME_OS', 'Chromebook', 'chromeos', 'computer'],
  ['ANDROID', 'Pixel 9', 'android', 'phone'],
  ['IOS', 'iPhone 17', 'ios', 'phone'],
  ['IOS', 'iPad Air', 'ipados', 'tablet'],
  ['GOOGLE_SYNC', 'Phone', 'unknown', 'computer'],
  [undefined, undefined, 'unknown', 'computer'],
])('%s on %s is %s, a %s', (deviceType, model, platform, form) => {
  expect(deviceIn({ ...mac, deviceType, model })).toMatchObject({ platform, form });
});

test.each([
  ['NOT_ENCRYPTED', 'off'],
  ['encrypted', 'on'],
  ['ENCRYPTION_STATE_UNSPECIFIED', undefined],
  ['UNSUPPORTED_BY_DEVICE', undefined],
  ['PASSWORD', undefined],
  [undefined, undefined],
])('The encryption state %s means disk encryption %s', (encryptionState, value) => {
  expect(saidOf('diskEncryption', { ...mac, encryptionState })).toBe(value);
});

test.each([
  ['COMPROMISED', 'ANDROID', 'rooted'],
  ['COMPROMISED', 'IOS', 'jailbroken'],
  ['UNCOMPROMISED', 'IOS', 'intact'],
  ['COMPROMISED_STATE_UNSPECIFIED', 'IOS', undefined],
  [undefined, 'IOS', undefined],
  ['COMPROMISED', 'MAC_OS', undefined],
  ['UNCOMPROMISED', 'WINDOWS', undefined],
])('A device that is %s and %s has the integrity %s', (compromisedState, deviceType, value) => {
  expect(saidOf('deviceIntegrity', { ...android, compromisedState, deviceType })).toBe(value);
});

describe('the users of a device', () => {
  const withUser = (user: object) => ({ ...android, compromisedState: undefined, deviceUsers: [user] });

  test.each([
    [{ passwordState: 'PASSWORD_SET' }, 'screenLock', 'on'],
    [{ passwordState: 'PASSWORD_NOT_SET' }, 'screenLock', 'off'],
    [{ passwordState: 'PASSWORD_STATE_UNSPECIFIED' }, 'screenLock', undefined],
    [{ compromisedState: 'NOT_COMPROMISED' }, 'deviceIntegrity', 'intact'],
    [{ compromisedState: 'COMPROMISED' }, 'deviceIntegrity', 'rooted'],
    [{ compromisedState: 'COMPROMISED_STATE_UNSPECIFIED' }, 'deviceIntegrity', undefined],
  ] as const)('%j means %s %s', (user, fact, value) => {
    expect(saidOf(fact, withUser(user))).toBe(value);
  });

  test('are as old as their own sync, or else as that of the device', () => {
    const at = (lastSyncTime?: string) =>
      deviceIn(withUser({ passwordState: 'PASSWORD_SET', lastSyncTime })).signals.find((s) => s.fact === 'screenLock')
        ?.observedAt;
    expect(at('2026-11-20T06:00:00Z')).toBe('2026-11-20T06:00:00.000Z');
    expect(at('1970-01-01T00:00:00Z')).toBe(syncedAt);
  });
});

test.each([
  [{ is_os_native_firewall_enabled: 'TRUE' }, 'firewall', 'on'],
  [{ is_os_native_firewall_enabled: false }, 'firewall', 'off'],
  [{ is_os_native_firewall_enabled: 'no idea' }, 'firewall', undefined],
  [{ is_os_native_firewall_enabled: 1 }, 'firewall', undefined],
  [{}, 'firewall', undefined],
  [{ av_installed: true, av_enabled: false }, 'endpointProtection', [{ name: 'Antivirus', state: 'stopped' }]],
  [{ av_installed: 'false' }, 'endpointProtection', []],
  [{ av_installed: true }, 'endpointProtection', undefined],
  [{ is_secure_boot_enabled: false }, 'systemProtection', { secureBoot: 'off' }],
  [{ is_secure_boot_enabled: '' }, 'systemProtection', undefined],
] as const)('The additional signals %j mean %s %j', (additionalSignals, fact, value) => {
  expect(saidOf(fact, { ...mac, endpointVerificationSpecificAttributes: { additionalSignals } })).toEqual(value);
});

test('A security patch of 1970 is none', () => {
  expect(saidOf('osPatchedAt', { ...android, securityPatchTime: '1970-01-01T00:00:00Z' })).toBeUndefined();
});

test.each([
  ['an approved device', {}, false],
  ['a blocked device', { managementState: 'BLOCKED' }, false],
  ['a device that nobody manages', { managementState: 'UNPROVISIONED' }, true],
  ['a wiped device', { managementState: 'WIPED' }, true],
  ['a device that the person has left', { deviceUsers: [{ managementState: 'UNENROLLED' }] }, true],
  [
    'a device that the person still uses by another account',
    { deviceUsers: [{ managementState: 'UNENROLLED' }, { managementState: 'APPROVED' }] },
    false,
  ],
  ['a device without users', { deviceUsers: [] }, false],
])('%s is out of use: %s', (_, changes, isRetired) => {
  const { inUse, retired } = listed({ ...mac, ...changes });
  expect([inUse.length, retired.length]).toEqual(isRetired ? [0, 1] : [1, 0]);
});
