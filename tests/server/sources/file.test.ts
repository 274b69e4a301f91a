import { expect, test } from 'vitest';
import { file } from '../../../server/sources/file.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import { collate } from '../../../src/posture/collate.ts';

const observedAt = '2026-11-23T06:00:00.000Z';
const devicesIn = (...devices: unknown[]) => file.devicesIn({ devices }, { source: 'file' }).inUse;
const saidOf = (facts: object) => devicesIn({ observedAt, facts })[0]!.signals.map(({ fact, value }) => [fact, value]);

test('A device is reported as the row says', () => {
  const [device] = devicesIn({
    owners: ['jane.doe@acme.example'],
    name: 'Jane’s phone',
    platform: ' Android',
    form: 'Tablet',
    model: 'Pixel Tablet',
    ownership: 'Company',
    serial: 'zsfile0003',
    hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000B001',
    imei: '358823340832230',
    macs: '00:00:5E:00:53:11 00-00-5E-00-53-12',
    lastContactAt: '2026-11-23T09:00:00',
    observedAt,
  });
  expect(device).toEqual({
    source: 'file',
    identity: {
      serial: 'ZSFILE0003',
      hardwareUuid: '5a3b1e0c00004000800000000000b001',
      imei: '35882334083223',
      macs: ['00005e005311', '00005e005312'],
    },
    name: 'Jane’s phone',
    platform: 'android',
    form: 'tablet',
    model: 'Pixel Tablet',
    ownership: 'company',
    lastContactAt: '2026-11-23T09:00:00.000Z',
    signals: [],
  });
});

test.each([
  ['diskEncryption', 'on', 'on'],
  ['diskEncryption', ' Encrypting ', 'encrypting'],
  ['screenLockAfterSeconds', '0', 0],
  ['screenLockAfterSeconds', '300', 300],
  ['osPatchedAt', '2026-11-01', '2026-11-01'],
  ['osVersion', '26.10', '26.10'],
  ['systemProtection', { sip: 'on' }, { sip: 'on' }],
  ['endpointProtection', [], []],
])('%s written %j is %j', (fact, written, value) => {
  expect(saidOf({ [fact]: written })).toEqual([[fact, value]]);
});

test.each([
  ['diskEncryption', 'yes', 'yes'],
  ['diskEncryption', true, null],
  ['diskEncryption', "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ['screenLockAfterSeconds', '5 minutes', '5 minutes'],
  ['systemProtection', { sip: 'perhaps' }, null],
  ['firewall', 'x'.repeat(5000), 'x'.repeat(200)],
])('%s written %j is no value of it, and is told as %j so that it is seen', (fact, written, value) => {
  expect(saidOf({ [fact]: written })).toEqual([[fact, value]]);
});

test.each([
  { diskEncryption: '' },
  { diskEncryption: '  ' },
  { diskEncryption: null },
  { browserVersion: { name: 'chrome', version: '1' } },
  { lastContactAt: observedAt },
  { toString: 'on', constructor: 'on' },
  JSON.parse('{"__proto__": {"diskEncryption": "on"}}'),
])('%j says nothing of a device', (facts) => {
  expect(saidOf(facts)).toEqual([]);
});

test('Rows that cannot be read cost only themselves', () => {
  expect(devicesIn(7, null, 'x', { name: 'Mac', facts: [], macs: { a: 1 }, platform: 4 })).toMatchObject([
    { name: 'Mac', platform: 'unknown', identity: {}, signals: [] },
  ]);
});

test('Two rows of one serial number are one device, with what both say', () => {
  const row = { serial: 'ZSFILE0001', platform: 'macos', observedAt };
  const both = devicesIn({ ...row, facts: { diskEncryption: 'on' } }, { ...row, facts: { firewall: 'off' } });
  const devices = collate(both, (key) => `sealed:${key}`);
  expect(devices.map(({ signals }) => signals.map(({ fact }) => fact).toSorted())).toEqual([
    ['diskEncryption', 'firewall'],
  ]);
});

test('Another document is not "no devices"', () => {
  expect(() => file.devicesIn({ people: [] }, { source: 'file' })).toThrow(SourceFailure);
});
