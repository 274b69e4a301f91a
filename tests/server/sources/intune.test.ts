import type { DeviceCompliancePolicyState, ManagedDevice } from '@microsoft/microsoft-graph-types';
import { expect, test } from 'vitest';
import { intune } from '../../../server/sources/intune.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';
import type { Platform } from '../../../src/posture/platform.ts';

const syncedAt = '2026-11-23T06:00:00.000Z';

const iphone = {
  deviceName: 'iPhone 17',
  model: 'iPhone 17',
  manufacturer: 'Apple',
  operatingSystem: 'iOS',
  osVersion: '27.2',
  managedDeviceOwnerType: 'company',
  enrolledDateTime: '2026-01-05T10:00:00Z',
  lastSyncDateTime: '2026-11-23T06:00:00.0000000Z',
  complianceState: 'compliant',
  isEncrypted: true,
  jailBroken: 'False',
  serialNumber: 'ZSMPLJ17P2',
  imei: '00 101700 000002 2',
  wiFiMacAddress: '00005e005312',
  azureADDeviceId: '00000000-0000-0000-0000-000000000000',
  udid: null,
} satisfies ManagedDevice;

const systems = {
  windows: { operatingSystem: 'Windows', model: 'Latitude 7450' },
  macos: { operatingSystem: 'macOS', model: 'MacBook Pro' },
  ios: { operatingSystem: 'iOS', model: 'iPhone 17' },
  ipados: { operatingSystem: 'iPadOS', model: 'iPad Air' },
  android: { operatingSystem: 'Android', model: 'Pixel 9' },
  linux: { operatingSystem: 'Linux', model: 'XPS 13' },
} satisfies Partial<Record<Platform, ManagedDevice>>;

type Changes = { readonly [Field in keyof ManagedDevice]: unknown };

const devicesIn = (...value: unknown[]) => intune.devicesIn({ value }, { source: 'intune-1' }).inUse;
const deviceIn = (changes: Changes = {}) => devicesIn({ ...iphone, ...changes })[0]!;
const saidOf = (fact: FactId, changes: Changes) => deviceIn(changes).signals.find((s) => s.fact === fact)?.value;

test('A phone is reported with its identity, its owner, and its signals as old as the last sync', () => {
  const { signals, ...device } = deviceIn();
  expect(device).toEqual({
    source: 'intune-1',
    identity: { serial: 'ZSMPLJ17P2', imei: '00101700000002', macs: ['00005e005312'] },
    name: 'iPhone 17',
    platform: 'ios',
    form: 'phone',
    model: 'iPhone 17',
    ownership: 'company',
    lastContactAt: syncedAt,
  });
  expect(Object.fromEntries(signals.map(({ fact, value }) => [fact, value]))).toEqual({
    diskEncryption: 'on',
    deviceIntegrity: 'intact',
    osVersion: '27.2',
  });
  expect(signals.every((signal) => signal.observedAt === syncedAt && signal.source === 'intune-1')).toBe(true);
});

test.each([
  ['Windows', 'Latitude 7450', 'windows', 'computer'],
  ['macOS', 'MacBook Pro', 'macos', 'computer'],
  ['Mac OS X', 'MacBook Pro', 'macos', 'computer'],
  ['iOS', 'iPhone 17', 'ios', 'phone'],
  ['iOS', 'iPad Air', 'ipados', 'tablet'],
  ['iPadOS', 'iPad Air', 'ipados', 'tablet'],
  ['Android', 'Pixel 9', 'android', 'phone'],
  ['AndroidForWork', 'Pixel 9', 'android', 'phone'],
  ['Linux', 'XPS 13', 'linux', 'computer'],
  ['Linux (ubuntu)', 'XPS 13', 'linux', 'computer'],
  ['Something', 'Box', 'unknown', 'computer'],
  [null, null, 'unknown', 'computer'],
])('%s on %s is %s, a %s', (operatingSystem, model, platform, form) => {
  expect(deviceIn({ operatingSystem, model })).toMatchObject({ platform, form });
});

test.each([
  ['company', 'company'],
  ['personal', 'personal'],
  ['unknown', 'unknown'],
  [undefined, 'unknown'],
])('The owner %s is %s', (managedDeviceOwnerType, ownership) => {
  expect(deviceIn({ managedDeviceOwnerType }).ownership).toBe(ownership);
});

test.each(Object.entries(systems))('isEncrypted: true means an encrypted disk on %s', (_, system) => {
  expect(saidOf('diskEncryption', { ...system, isEncrypted: true })).toBe('on');
});

test.each([
  ['windows', 'off'],
  ['macos', 'off'],
  ['android', 'off'],
  ['ios', undefined],
  ['ipados', undefined],
  ['linux', undefined],
] as const)('isEncrypted: false means disk encryption %s: %s', (platform, value) => {
  expect(saidOf('diskEncryption', { ...systems[platform], isEncrypted: false })).toBe(value);
});

test.each<[string, Changes]>([
  ['it has not synced since it was enrolled', { enrolledDateTime: '2026-11-23T06:00:00Z' }],
  ['nobody knows when it was enrolled', { enrolledDateTime: '0001-01-01T00:00:00Z' }],
  ['its compliance was never evaluated', { complianceState: 'unknown' }],
  ['its compliance is not told', { complianceState: undefined }],
  ['the field is missing', { isEncrypted: undefined }],
  ['the field is a text', { isEncrypted: 'false' }],
])('isEncrypted: false of a PC says nothing when %s', (_, changes) => {
  expect(saidOf('diskEncryption', { ...systems.windows, isEncrypted: false, ...changes })).toBeUndefined();
});

test.each([
  ['ios', 'True', 'jailbroken'],
  ['ipados', 'True', 'jailbroken'],
  ['android', 'True', 'rooted'],
  ['android', 'False', 'intact'],
  ['ios', 'false', 'intact'],
  ['ios', 'Unknown', undefined],
  ['ios', '', undefined],
  ['ios', null, undefined],
  ['ios', true, undefined],
  ['windows', 'False', undefined],
  ['windows', 'True', undefined],
  ['macos', 'Unknown', undefined],
] as const)('On %s, jailBroken %j means integrity %s', (platform, jailBroken, value) => {
  expect(saidOf('deviceIntegrity', { ...systems[platform], jailBroken })).toBe(value);
});

test.each([
  ['android', '2026-11-05', '2026-11-05'],
  ['android', '2026-02-31', undefined],
  ['android', '', undefined],
  ['android', '0001-01-01', undefined],
  ['android', 'November 2026', undefined],
  ['ios', '2026-11-05', undefined],
] as const)('On %s, the patch level %j is %s', (platform, androidSecurityPatchLevel, value) => {
  expect(saidOf('osPatchedAt', { ...systems[platform], androidSecurityPatchLevel })).toBe(value);
});

test.each([
  ['windows', '10.0.26200.9711', '10.0.26200.9711'],
  ['windows', '10.0.26200', undefined],
  ['ios', '27.2', undefined],
] as const)('On %s, the version %s tells the build %s', (platform, osVersion, value) => {
  expect(saidOf('osBuild', { ...systems[platform], osVersion })).toBe(value);
  expect(saidOf('osVersion', { ...systems[platform], osVersion })).toBe(osVersion);
});

const policy = (settings: Record<string, unknown>) => [
  { settingStates: Object.entries(settings).map(([setting, state]) => ({ setting, state })) },
];

test.each([
  ['windows', 'Windows10CompliancePolicy.ActiveFirewallRequired', 'firewall'],
  ['macos', 'MacOSCompliancePolicy.FirewallEnabled', 'firewall'],
  ['macos', 'macOSCompliancePolicy.firewallenabled', 'firewall'],
  ['windows', 'Windows10CompliancePolicy.PasswordRequired', 'screenLock'],
  ['windows', 'Windows10CompliancePolicy.PasswordRequiredToUnlockFromIdle', 'screenLock'],
  ['ios', 'IosCompliancePolicy.PasscodeRequired', 'screenLock'],
  ['windows', 'Windows10CompliancePolicy.BitLockerEnabled', 'diskEncryption'],
  ['android', 'AndroidCompliancePolicy.StorageRequireEncryption', 'diskEncryption'],
] as const)('On %s, the setting %s tells about %s', (platform, setting, fact) => {
  const withState = (state: unknown) =>
    saidOf(fact, {
      ...systems[platform],
      isEncrypted: undefined,
      deviceCompliancePolicyStates: policy({ [setting]: state }),
    });
  for (const state of ['compliant', 'Compliant', 'remediated']) expect(withState(state)).toBe('on');
  for (const state of ['nonCompliant', 'noncompliant']) expect(withState(state)).toBe('off');
  for (const state of ['unknown', 'notApplicable', 'error', 'conflict', 'notAssigned', '', null]) {
    expect(withState(state)).toBeUndefined();
  }
});

test('Of two settings about one fact, the one that is not fulfilled speaks', () => {
  const deviceCompliancePolicyStates = [
    ...policy({ 'Windows10CompliancePolicy.PasswordRequired': 'compliant' }),
    ...policy({ 'Windows10CompliancePolicy.PasswordRequiredToUnlockFromIdle': 'nonCompliant' }),
  ];
  expect(saidOf('screenLock', { ...systems.windows, deviceCompliancePolicyStates })).toBe('off');
});

test.each([
  ['compliant', false, 'on'],
  ['nonCompliant', true, 'off'],
  ['notApplicable', true, 'on'],
])('A disk setting that is %s, with isEncrypted: %s, means disk encryption %s', (state, isEncrypted, value) => {
  const deviceCompliancePolicyStates = policy({ 'Windows10CompliancePolicy.BitLockerEnabled': state });
  const { signals } = deviceIn({ ...systems.windows, isEncrypted, deviceCompliancePolicyStates });
  expect(signals.filter(({ fact }) => fact === 'diskEncryption').map((signal) => signal.value)).toEqual([value]);
});

test('Settings that no fact covers, and broken ones, say nothing', () => {
  const { signals } = deviceIn({
    deviceCompliancePolicyStates: [
      null,
      { settingStates: null },
      {
        settingStates: [
          'broken',
          { setting: 'DefaultDeviceCompliancePolicy.RequireRemainContact', state: 'nonCompliant' },
        ],
      },
      ...policy({ 'IosCompliancePolicy.PasscodeRequired': 'compliant', constructor: 'compliant' }),
    ],
  });
  expect(signals.map(({ fact }) => fact).toSorted()).toEqual([
    'deviceIntegrity',
    'diskEncryption',
    'osVersion',
    'screenLock',
  ]);
});

test('What Graph documents as the states of a policy is what is read', () => {
  const states = [
    {
      displayName: 'Acme',
      state: 'compliant',
      settingStates: [{ setting: 'IosCompliancePolicy.PasscodeRequired', state: 'compliant' }],
    },
  ] satisfies DeviceCompliancePolicyState[];
  expect(saidOf('screenLock', { deviceCompliancePolicyStates: states })).toBe('on');
});

const lastReportedDateTime = '2026-11-22T06:00:00Z';
const working = { lastReportedDateTime, malwareProtectionEnabled: true, realTimeProtectionEnabled: true };

test.each([
  [working, 'running'],
  [{ ...working, signatureUpdateOverdue: false }, 'running'],
  [{ ...working, signatureUpdateOverdue: true }, 'outdated'],
  [{ ...working, realTimeProtectionEnabled: false }, 'stopped'],
  [{ ...working, malwareProtectionEnabled: false, realTimeProtectionEnabled: null }, 'stopped'],
])('Defender that says %j is %s', (windowsProtectionState, state) => {
  const { signals } = deviceIn({ ...systems.windows, windowsProtectionState });
  expect(signals.find(({ fact }) => fact === 'endpointProtection')).toEqual({
    fact: 'endpointProtection',
    value: [{ name: 'Microsoft Defender Antivirus', state }],
    source: 'intune-1',
    observedAt: '2026-11-22T06:00:00.000Z',
  });
});

test.each([
  ['windows', null],
  ['windows', {}],
  ['windows', { ...working, realTimeProtectionEnabled: null }],
  ['windows', { ...working, lastReportedDateTime: '0001-01-01T00:00:00Z' }],
  ['macos', working],
] as const)('On %s, the protection state %j says nothing', (platform, windowsProtectionState) => {
  expect(saidOf('endpointProtection', { ...systems[platform], windowsProtectionState })).toBeUndefined();
});

test.each([
  ['2017-01-01T00:02:49.3205976-08:00', '2017-01-01T08:02:49.320Z'],
  ['2026-11-23T06:00:00', '2026-11-23T06:00:00.000Z'],
])('The sync at %s was at %s', (lastSyncDateTime, at) => {
  const { lastContactAt, signals } = deviceIn({ lastSyncDateTime });
  expect(lastContactAt).toBe(at);
  expect(signals.map(({ observedAt }) => observedAt)).toEqual(signals.map(() => at));
});

test.each([['0001-01-01T00:00:00Z'], [null], [undefined], ['soon']])(
  'A device that synced at %s has said nothing, whatever its fields hold',
  (lastSyncDateTime) => {
    const device = deviceIn({
      lastSyncDateTime,
      deviceCompliancePolicyStates: policy({ 'X.PasscodeRequired': 'compliant' }),
    });
    expect(device.signals).toEqual([]);
    expect(device).not.toHaveProperty('lastContactAt');
  },
);

test.each<[Changes]>([
  [{ serialNumber: '0', imei: '', wiFiMacAddress: '' }],
  [{ serialNumber: 'To be filled by O.E.M.', imei: '000000000000000', wiFiMacAddress: '000000000000' }],
  [{ serialNumber: null, imei: null, wiFiMacAddress: null, udid: '00000000-0000-0000-0000-000000000000' }],
])('%j is no identity', (placeholders) => {
  expect(deviceIn(placeholders).identity).toEqual({});
});

test('A Mac has its hardware UUID', () => {
  expect(deviceIn({ ...systems.macos, udid: '5A3B1E0C-0000-4000-8000-00000000B001' }).identity.hardwareUuid).toBe(
    '5a3b1e0c00004000800000000000b001',
  );
});

test.each([
  ['windows', ['PasswordRequired', 'ActiveFirewallRequired', 'BitLockerEnabled']],
  ['macos', ['PasswordRequired', 'FirewallEnabled', 'StorageRequireEncryption']],
  ['ios', ['PasscodeRequired']],
  ['ipados', ['PasscodeRequired']],
  ['android', ['PasswordRequired', 'StorageRequireEncryption']],
  ['linux', []],
] as const)('On %s it covers exactly what it can report', (platform, settings) => {
  const { signals } = deviceIn({
    ...systems[platform],
    osVersion: '10.0.26200.9711',
    androidSecurityPatchLevel: '2026-11-05',
    windowsProtectionState: working,
    deviceCompliancePolicyStates: policy(Object.fromEntries(settings.map((setting) => [`X.${setting}`, 'compliant']))),
  });
  const told = new Set(signals.map(({ fact }) => fact));
  expect(told).toEqual(new Set(intune.covers[platform]));
});

test('A broken record costs only itself', () => {
  expect(devicesIn(null, 'broken', iphone, 7, {})).toHaveLength(2);
});

test.each([[undefined], [null], [{ error: { code: 'TooManyRequests' } }], [{ value: null }], [[]]])(
  '%j is not an answer of Intune',
  (json) => {
    expect(() => intune.devicesIn(json, { source: 'intune' })).toThrow(SourceFailure);
  },
);

test.each([
  ['managed', false],
  ['discovered', false],
  ['retireFailed', false],
  ['wipeCanceled', false],
  [undefined, false],
  ['retirePending', true],
  ['retireIssued', true],
  ['wipeIssued', true],
  ['deletePending', true],
])('A device that is %s is out of use: %s', (managementState, isRetired) => {
  const value = [{ ...iphone, managementState }];
  const { inUse, retired } = intune.devicesIn({ value }, { source: 'intune-1' });
  expect([inUse.length, retired.length]).toEqual(isRetired ? [0, 1] : [1, 0]);
});
