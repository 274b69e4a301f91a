import { expect, test } from 'vitest';
import { jamfMobile } from '../../../server/sources/jamf-mobile.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';

const inventoryAt = '2026-11-23T06:00:00.000Z';
const selfServiceAt = '2026-11-20T10:00:00.000Z';

const general = {
  displayName: 'Jane’s iPhone',
  osVersion: '26.1',
  osBuild: '23B85',
  managed: true,
  deviceOwnershipType: 'Institutional',
  lastContactDate: '2026-11-23T09:00:00Z',
  lastInventoryUpdateDate: inventoryAt,
};

const security = {
  dataProtected: true,
  hardwareEncryption: 3,
  passcodePresent: true,
  passcodeCompliant: true,
  jailBreakDetected: false,
};

/** Changes a whole and healthy record. */
const mobile = (changes: object = {}) => ({
  mobileDeviceId: '1',
  deviceType: 'iOS',
  general: { ...general, lastLoggedInUsernameSelfServiceTimestamp: selfServiceAt },
  hardware: {
    serialNumber: 'ZS9PHONE001',
    wifiMacAddress: '00:00:5E:00:53:21',
    model: 'iPhone 17',
    modelIdentifier: 'iPhone18,3',
  },
  security,
  network: { imei: '35 882334 083223 0' },
  ...changes,
});

const listing = (...results: unknown[]) =>
  jamfMobile.devicesIn({ totalCount: results.length, results }, { source: 'jamf-mobile-1' });
const deviceIn = (changes: object = {}) => listing(mobile(changes)).inUse[0]!;
const saidOf = (fact: FactId, changes: object) => deviceIn(changes).signals.find((s) => s.fact === fact)?.value;

test('An iPhone is reported with its identity, its contact, and its signals as old as the inventory', () => {
  const { signals, ...device } = deviceIn();
  expect(device).toEqual({
    source: 'jamf-mobile-1',
    identity: { serial: 'ZS9PHONE001', imei: '35882334083223', macs: ['00005e005321'] },
    name: 'Jane’s iPhone',
    platform: 'ios',
    form: 'phone',
    model: 'iPhone 17',
    ownership: 'company',
    lastContactAt: '2026-11-23T09:00:00.000Z',
  });
  expect(signals.map(({ fact, value, observedAt }) => [fact, value, observedAt])).toEqual([
    ['diskEncryption', 'on', inventoryAt],
    ['screenLock', 'on', inventoryAt],
    ['osVersion', '26.1', inventoryAt],
    ['osBuild', '23B85', inventoryAt],
    ['deviceIntegrity', 'intact', selfServiceAt],
  ]);
  expect(jamfMobile.covers.ios).toEqual(expect.arrayContaining(signals.map(({ fact }) => fact)));
});

test.each([
  [true, selfServiceAt, 'jailbroken'],
  [true, undefined, 'jailbroken'],
  [false, selfServiceAt, 'intact'],
  [false, undefined, undefined],
  [false, '1970-01-01T00:00:00Z', undefined],
  [undefined, selfServiceAt, undefined],
  ['false', selfServiceAt, undefined],
])('Jailbreak detected: %j, Self Service seen at %j, means integrity %j', (jailBreakDetected, timestamp, value) => {
  const changes = {
    security: { jailBreakDetected },
    general: { ...general, lastLoggedInUsernameSelfServiceTimestamp: timestamp },
  };
  expect(saidOf('deviceIntegrity', changes)).toBe(value);
});

test.each([
  [true, 3, 'on'],
  [true, undefined, 'on'],
  [false, 3, 'off'],
  [false, 0, undefined],
  [false, undefined, undefined],
  [undefined, 3, undefined],
])(
  'Data protected: %j, hardware encryption %j, means disk encryption %j',
  (dataProtected, hardwareEncryption, value) => {
    expect(saidOf('diskEncryption', { security: { dataProtected, hardwareEncryption } })).toBe(value);
  },
);

test.each([
  [true, true, 'on'],
  [true, undefined, 'on'],
  [true, false, undefined],
  [false, true, 'off'],
  [false, undefined, 'off'],
  [undefined, true, undefined],
])('A passcode: %j, compliant: %j, means screen lock %j', (passcodePresent, passcodeCompliant, value) => {
  expect(saidOf('screenLock', { security: { passcodePresent, passcodeCompliant } })).toBe(value);
});

test.each([
  [{ model: 'iPad Air', modelIdentifier: 'iPad15,3' }, 'ipados', 'tablet'],
  [{ model: 'A tablet', modelIdentifier: 'iPad15,3' }, 'ipados', 'tablet'],
  [{ model: 'iPhone 17' }, 'ios', 'phone'],
])('%j runs %s and is a %s', (hardware, platform, form) => {
  expect(deviceIn({ hardware })).toMatchObject({ platform, form });
});

test.each(['tvOS', 'watchOS', 'visionOS', '', undefined])(
  'A device of type %j is neither computer nor phone',
  (deviceType) => {
    expect(listing(mobile({ deviceType }))).toEqual({ inUse: [], retired: [] });
  },
);

test.each([
  ['Institutional', undefined, 'company'],
  ['UserEnrollment', undefined, 'personal'],
  ['AccountDrivenDeviceEnrollment', undefined, 'unknown'],
  ['Institutional', true, 'shared'],
])('Enrolled as %s, shared: %j, is owned by %s', (deviceOwnershipType, sharedIpad, ownership) => {
  expect(deviceIn({ general: { ...general, deviceOwnershipType, sharedIpad } }).ownership).toBe(ownership);
});

test('What is no longer managed is retired', () => {
  const { inUse, retired } = listing(mobile({ general: { ...general, managed: false } }), mobile());
  expect([inUse.length, retired.length]).toEqual([1, 1]);
});

test('Sections that Jamf could not read are null, and cost only themselves', () => {
  const { signals, platform } = deviceIn({ security: null, hardware: null, network: null });
  expect(platform).toBe('ios');
  expect(signals.map(({ fact }) => fact)).toEqual(['osVersion', 'osBuild']);
});

test('Without the day of the inventory nothing is said', () => {
  expect(deviceIn({ general: { osVersion: '26.1' } }).signals).toEqual([]);
});

test('What the company has its devices report speaks before the inventory', () => {
  const checks = [
    {
      name: 'Lock',
      passing: ['yes'],
      failing: ['no'],
      fail: { fact: 'screenLock', value: 'off' },
    } as const,
  ];
  const results = [mobile({ extensionAttributes: [{ name: 'Lock', value: ['No'] }] })];
  const { inUse } = jamfMobile.devicesIn({ results }, { source: 'jamf', checks });
  expect(inUse[0]?.signals.filter(({ fact }) => fact === 'screenLock').map(({ value }) => value)).toEqual(['off']);
});

test('Another document is not "no devices"', () => {
  expect(() => jamfMobile.devicesIn({ error: 'x' }, { source: 'jamf' })).toThrow(SourceFailure);
});
