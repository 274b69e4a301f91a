import { expect, test } from 'vitest';
import { googleChromeos } from '../../../server/sources/google-chromeos.ts';

const chromebook = {
  kind: 'admin#directory#chromeosdevice',
  deviceId: 'd0a1b2c3-0000-4000-8000-000000000001',
  status: 'ACTIVE',
  model: 'HP Chromebook 14',
  annotatedAssetId: 'Library Chromebook',
  annotatedUser: 'jane.doe@acme.example',
  recentUsers: [{ type: 'USER_TYPE_MANAGED', email: 'jane.doe@acme.example' }],
  osVersion: '157.0.7559.96',
  osVersionCompliance: 'compliant',
  platformVersion: '16503.2.0 (Official Build) stable-channel',
  bootMode: 'Verified',
  autoUpdateExpiration: '1893456000000',
  serialNumber: '5CDSAMPLE1',
  macAddress: '00005e005361',
  ethernetMacAddress: '00005e005362',
  lastSync: '2026-11-23T06:00:00.000Z',
};

type Changes = { readonly [Field in keyof typeof chromebook]?: unknown };

const listed = (changes: Changes = {}) =>
  googleChromeos.devicesIn({ chromeosdevices: [{ ...chromebook, ...changes }] }, { source: 'google-1' });
const deviceIn = (changes: Changes = {}) => listed(changes).inUse[0]!;
const factsOf = (changes: Changes = {}) =>
  Object.fromEntries(deviceIn(changes).signals.map(({ fact, value }) => [fact, value]));

test('A Chromebook is reported by its model, with its identity and what was seen at the last sync', () => {
  const { signals, ...device } = deviceIn();
  expect(device).toEqual({
    source: 'google-1',
    identity: { serial: '5CDSAMPLE1', macs: ['00005e005361', '00005e005362'] },
    assetTag: 'Library Chromebook',
    name: 'HP Chromebook 14',
    platform: 'chromeos',
    form: 'computer',
    model: 'HP Chromebook 14',
    ownership: 'company',
    lastContactAt: '2026-11-23T06:00:00.000Z',
  });
  expect(signals.every(({ observedAt }) => observedAt === '2026-11-23T06:00:00.000Z')).toBe(true);
  expect(factsOf()).toEqual({ deviceIntegrity: 'intact', osVersion: '157.0.7559.96' });
  expect(googleChromeos.covers.chromeos).toEqual(expect.arrayContaining(Object.keys(factsOf())));
});

test.each([
  ['Verified', 'intact'],
  ['verified', 'intact'],
  ['Dev', 'developer-mode'],
  ['Something', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
])('The boot mode %s means device integrity %s', (bootMode, value) => {
  expect(factsOf({ bootMode })['deviceIntegrity']).toBe(value);
});

test.each([
  ['ACTIVE', false],
  ['DISABLED', false],
  ['DELINQUENT', false],
  [undefined, false],
  ['DEPROVISIONED', true],
  ['deprovisioned', true],
  ['RETURN_ARRIVED', true],
])('A Chromebook that is %s is out of use: %s', (status, isRetired) => {
  const { inUse, retired } = listed({ status });
  expect([inUse.length, retired.length]).toEqual(isRetired ? [0, 1] : [1, 0]);
});

test('Who uses it is not kept', () => {
  expect(JSON.stringify(listed())).not.toContain('jane');
});
