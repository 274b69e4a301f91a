import { expect, test } from 'vitest';
import { workspaceOne } from '../../../server/sources/workspace-one.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';

const NEVER = '0001-01-01T00:00:00.000';

/** Changes a whole and healthy record. */
const device = (changes: object = {}) => ({
  Id: { Value: 1 },
  Udid: 'x',
  DeviceFriendlyName: 'Jane’s iPhone',
  Model: 'iPhone 17',
  Platform: 'Apple',
  OperatingSystem: '26.1',
  OSBuildVersion: '23B85',
  SerialNumber: 'ZSUEM00001',
  Imei: '358823340832230',
  MacAddress: '00005E005311',
  Ownership: 'C',
  EnrollmentStatus: 'Enrolled',
  CompromisedStatus: false,
  LastCompromisedCheckOn: '2026-11-20T12:54:53.210',
  SystemIntegrityProtectionEnabled: false,
  DataProtectionStatus: 0,
  LastSeen: '2026-11-23T06:00:00.150',
  security: { DataProtectionEnabled: true, IsPasscodePresent: true, IsPasscodeCompliant: true },
  ...changes,
});

const listing = (...Devices: unknown[]) => workspaceOne.devicesIn({ Devices }, { source: 'uem' });
const deviceIn = (changes: object = {}) => listing(device(changes)).inUse[0]!;
const saidOf = (fact: FactId, changes: object) => deviceIn(changes).signals.find((s) => s.fact === fact)?.value;

test('A phone is reported; times without a zone are UTC, and integrity is as old as the look at it', () => {
  const { signals, ...reported } = deviceIn();
  expect(reported).toEqual({
    source: 'uem',
    identity: { serial: 'ZSUEM00001', imei: '35882334083223', macs: ['00005e005311'] },
    name: 'Jane’s iPhone',
    platform: 'ios',
    form: 'phone',
    model: 'iPhone 17',
    ownership: 'company',
    lastContactAt: '2026-11-23T06:00:00.150Z',
  });
  expect(signals.map(({ fact, value, observedAt }) => [fact, value, observedAt])).toEqual([
    ['diskEncryption', 'on', '2026-11-23T06:00:00.150Z'],
    ['screenLock', 'on', '2026-11-23T06:00:00.150Z'],
    ['osVersion', '26.1', '2026-11-23T06:00:00.150Z'],
    ['osBuild', '23B85', '2026-11-23T06:00:00.150Z'],
    ['deviceIntegrity', 'intact', '2026-11-20T12:54:53.210Z'],
  ]);
  expect(workspaceOne.covers.ios).toEqual(expect.arrayContaining(signals.map(({ fact }) => fact)));
});

test.each([
  [true, '2026-11-20T12:54:53.210', 'Apple', 'jailbroken'],
  [true, '2026-11-20T12:54:53.210', 'Android', 'rooted'],
  [false, '2026-11-20T12:54:53.210', 'Android', 'intact'],
  [false, NEVER, 'Apple', undefined],
  [true, NEVER, 'Apple', undefined],
  [false, undefined, 'Apple', undefined],
  [undefined, '2026-11-20T12:54:53.210', 'Apple', undefined],
  ['False', '2026-11-20T12:54:53.210', 'Apple', undefined],
  [false, '2026-11-20T12:54:53.210', 'WinRT', undefined],
])('Compromised: %j, looked at on %j, on %s means %j', (CompromisedStatus, LastCompromisedCheckOn, Platform, value) => {
  expect(saidOf('deviceIntegrity', { CompromisedStatus, LastCompromisedCheckOn, Platform })).toBe(value);
});

test.each([
  ['AppleOsX', true, { sip: 'on' }],
  ['AppleOsX', false, { sip: 'off' }],
  ['AppleOsX', undefined, undefined],
  ['WinRT', false, undefined],
  ['Apple', false, undefined],
])('On %s system integrity protection %j means %j', (Platform, SystemIntegrityProtectionEnabled, value) => {
  expect(saidOf('systemProtection', { Platform, SystemIntegrityProtectionEnabled })).toEqual(value);
});

test.each([0, 1, 2, 3])('A DataProtectionStatus of %i says nothing of the disk', (DataProtectionStatus) => {
  expect(saidOf('diskEncryption', { DataProtectionStatus, security: undefined })).toBeUndefined();
});

test.each(['AppleOsX', 'WinRT'])(
  'What is told of the security of a phone says nothing of a computer (%s)',
  (Platform) => {
    const security = { DataProtectionEnabled: false, IsPasscodePresent: false, IsPasscodeCompliant: false };
    const told = deviceIn({ Platform, security }).signals.map(({ fact }) => fact);
    expect(told).not.toContain('diskEncryption');
    expect(told).not.toContain('screenLock');
  },
);

test.each([
  [true, true, 'on'],
  [true, false, undefined],
  [false, true, 'off'],
  [undefined, true, undefined],
])('A passcode: %j, compliant: %j, means screen lock %j', (IsPasscodePresent, IsPasscodeCompliant, value) => {
  expect(saidOf('screenLock', { security: { IsPasscodePresent, IsPasscodeCompliant } })).toBe(value);
});

test.each([
  ['Apple', 'iPad Pro', 'ipados', 'tablet'],
  ['Android', 'Pixel 9', 'android', 'phone'],
  ['AppleOsX', 'MacBook Pro', 'macos', 'computer'],
  ['WinRT', 'Latitude', 'windows', 'computer'],
  ['QNX', 'x', 'unknown', 'computer'],
])('%s on %s is %s, a %s', (Platform, Model, platform, form) => {
  expect(deviceIn({ Platform, Model })).toMatchObject({ platform, form });
});

test.each([
  ['10.0.26200.6584', '10.0.26200.6584'],
  ['26200', undefined],
])('A build of Windows written %s is told as %j: without its revision it proves no fix', (OSBuildVersion, value) => {
  expect(saidOf('osBuild', { Platform: 'WinRT', OSBuildVersion })).toBe(value);
});

test.each([
  ['Enrolled', 1],
  ['Unenrolled', 0],
  ['DeviceWipePending', 0],
  ['EnterpriseWipePending', 0],
  [undefined, 1],
])('With enrolment status %j there are %i devices in use', (EnrollmentStatus, count) => {
  const { inUse, retired } = listing(device({ EnrollmentStatus }));
  expect([inUse.length, retired.length]).toEqual([count, 1 - count]);
});

test.each([
  ['C', 'company'],
  ['E', 'personal'],
  ['S', 'shared'],
  ['Undefined', 'unknown'],
])('Ownership %s is %s', (Ownership, expected) => {
  expect(deviceIn({ Ownership }).ownership).toBe(expected);
});

test.each([NEVER, undefined])('A device last seen at %j tells nothing of when', (LastSeen) => {
  const { signals, lastContactAt } = deviceIn({ LastSeen });
  expect(lastContactAt).toBeUndefined();
  expect(signals.map(({ fact }) => fact)).toEqual(['deviceIntegrity']);
});

test('Another document is not "no devices"', () => {
  expect(() => workspaceOne.devicesIn({ errorCode: 1005 }, { source: 'uem' })).toThrow(SourceFailure);
});
