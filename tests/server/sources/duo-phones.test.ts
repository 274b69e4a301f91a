import { expect, test } from 'vitest';
import { duoPhones } from '../../../server/sources/duo-phones.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';

/** Changes a whole and healthy record. */
const phone = (changes: object = {}) => ({
  phone_id: 'DPEXAMPLE00000000001',
  name: '',
  number: '+15555550100',
  model: 'Apple iPhone 17',
  platform: 'Apple iOS',
  encrypted: 'Encrypted',
  screenlock: 'Locked',
  tampered: 'Not Tampered',
  fingerprint: 'Configured',
  last_seen: '2026-11-23T06:00:00',
  ...changes,
});

const listing = (...response: unknown[]) => duoPhones.devicesIn({ response }, { source: 'duo' });
const deviceIn = (changes: object = {}) => listing(phone(changes)).inUse[0]!;
const saidOf = (fact: FactId, changes: object) => deviceIn(changes).signals.find((s) => s.fact === fact)?.value;

test('A phone is reported as it was last seen, in UTC, and by no key: a number moves on with the person', () => {
  const { signals, ...device } = deviceIn();
  expect(device).toEqual({
    source: 'duo',
    identity: {},
    name: 'iPhone 17',
    platform: 'ios',
    form: 'phone',
    model: 'iPhone 17',
    ownership: 'unknown',
    lastContactAt: '2026-11-23T06:00:00.000Z',
  });
  expect(signals.map(({ fact, value, observedAt }) => [fact, value, observedAt])).toEqual([
    ['diskEncryption', 'on', '2026-11-23T06:00:00.000Z'],
    ['screenLock', 'on', '2026-11-23T06:00:00.000Z'],
    ['deviceIntegrity', 'intact', '2026-11-23T06:00:00.000Z'],
  ]);
});

test.each([
  ['Not Tampered', 'Apple iOS', 'intact'],
  ['Not tampered', 'Google Android', 'intact'],
  ['NOT TAMPERED', 'Apple iOS', 'intact'],
  ['Tampered', 'Apple iOS', 'jailbroken'],
  ['tampered', 'Google Android', 'rooted'],
  ['Unknown', 'Apple iOS', undefined],
  ['', 'Apple iOS', undefined],
  ['Perhaps', 'Apple iOS', undefined],
])('"%s" on %s means %j', (tampered, platform, value) => {
  expect(saidOf('deviceIntegrity', { tampered, platform })).toBe(value);
});

test.each([
  ['Encrypted', 'Locked', 'on'],
  ['Unencrypted', 'Unlocked', 'off'],
  ['Unknown', 'Unknown', undefined],
  ['', '', undefined],
  [null, null, undefined],
])('"%s" and "%s" mean %j', (encrypted, screenlock, value) => {
  expect(saidOf('diskEncryption', { encrypted })).toBe(value);
  expect(saidOf('screenLock', { screenlock })).toBe(value);
});

test.each([
  ['Apple iPad Pro', 'Apple iOS', 'ipados'],
  ['Apple iPhone 17', 'apple ios', 'ios'],
  ['Google Pixel 9', 'Google Android', 'android'],
])('%s with %s runs %s', (model, platform, expected) => {
  expect(deviceIn({ model, platform }).platform).toBe(expected);
});

test.each(['Generic Smartphone', 'Unknown', '', undefined])('A number with platform %j is no device', (platform) => {
  expect(listing(phone({ platform }))).toEqual({ inUse: [], retired: [] });
});

test.each(['', null, undefined, '1970-01-01T00:00:00'])(
  'Last seen at %j is no day, and nothing is said',
  (last_seen) => {
    expect(deviceIn({ last_seen }).signals).toEqual([]);
  },
);

test('Another document is not "no devices"', () => {
  expect(() => duoPhones.devicesIn({ stat: 'FAIL' }, { source: 'duo' })).toThrow(SourceFailure);
});
