import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { collate } from '../../src/posture/collate.ts';
import type { ReportedDevice } from '../../src/posture/device.ts';
import { identityOf, type RawIdentity } from '../../src/posture/identity.ts';
import { aReport, hoursAgo, said } from '../support/posture.ts';

const seal = (key: string) => `sha256:${createHash('sha256').update(key).digest('hex')}`;
const report = (source: string, identity: RawIdentity, more: Partial<ReportedDevice> = {}) =>
  aReport({ source, identity: identityOf(identity), signals: [said('diskEncryption', 'on', source)], ...more });
const joined = (...reports: ReportedDevice[]) =>
  collate(reports, seal)
    .map(({ seenBy }) => seenBy.map(({ source }) => source).join('+'))
    .toSorted();

const UUID = '309a4b7d-0000-4000-8e7f-26ae0815ede8';
const OTHER_UUID = '409a4b7d-0000-4000-8e7f-26ae0815ede8';
const IMEI = '35 693803 564380 9';

describe('what makes two records one device (rule 9)', () => {
  test.each<[string, ReportedDevice[], string[]]>([
    [
      'the same serial, in another case',
      [report('jamf', { serial: 'C02XL0AAJG5H' }), report('intune', { serial: 'c02xl0aajg5h' })],
      ['intune+jamf'],
    ],
    [
      'the same hardware UUID',
      [report('jamf', { hardwareUuid: UUID }), report('duo', { hardwareUuid: UUID.toUpperCase() })],
      ['duo+jamf'],
    ],
    [
      'the same IMEI, one without its check digit',
      [report('intune', { imei: IMEI }), report('google', { imei: '35693803564380' })],
      ['google+intune'],
    ],
    [
      'a chain of keys',
      [
        report('a', { serial: 'SER1AL', hardwareUuid: UUID }),
        report('b', { hardwareUuid: UUID, imei: IMEI }),
        report('c', { imei: IMEI }),
      ],
      ['a+b+c'],
    ],
    ['different serials', [report('a', { serial: 'SER1AL' }), report('b', { serial: 'SER2AL' })], ['a', 'b']],
    [
      'the same UUID, but different serials: a cloned image',
      [report('a', { serial: 'SER1AL', hardwareUuid: UUID }), report('b', { serial: 'SER2AL', hardwareUuid: UUID })],
      ['a', 'b'],
    ],
    [
      'a third record with the cloned UUID alone joins neither',
      [
        report('a', { serial: 'SER1AL', hardwareUuid: UUID }),
        report('b', { serial: 'SER2AL', hardwareUuid: UUID }),
        report('c', { hardwareUuid: UUID }),
      ],
      ['a', 'b', 'c'],
    ],
    [
      'the same serial, but different UUIDs',
      [
        report('a', { serial: 'SER1AL', hardwareUuid: UUID }),
        report('b', { serial: 'SER1AL', hardwareUuid: OTHER_UUID }),
      ],
      ['a', 'b'],
    ],
    [
      'a placeholder for a serial',
      [report('a', { serial: 'To be filled by O.E.M.' }), report('b', { serial: 'To be filled by O.E.M.' })],
      ['a', 'b'],
    ],
    [
      'the same serial on another system: a second system of one machine',
      [report('a', { serial: 'SER1AL' }), report('b', { serial: 'SER1AL' }, { platform: 'windows' })],
      ['a', 'b'],
    ],
    [
      'an iPad that one source calls iOS',
      [
        report('a', { serial: 'SER1AL' }, { platform: 'ipados' }),
        report('b', { serial: 'SER1AL' }, { platform: 'ios' }),
      ],
      ['a+b'],
    ],
    [
      'a chain that ends in a contradiction gives up its weakest key',
      [
        report('a', { serial: 'SER1AL', hardwareUuid: UUID }),
        report('b', { hardwareUuid: UUID, imei: IMEI }),
        report('c', { imei: IMEI, serial: 'SER2AL' }),
      ],
      ['a+b', 'c'],
    ],
    [
      'a cloned UUID does not cost a device the keys that are its own',
      [
        report('a', { serial: 'SER1AL', hardwareUuid: UUID, imei: IMEI }),
        report('b', { serial: 'SER2AL', hardwareUuid: UUID }),
        report('c', { imei: IMEI }),
      ],
      ['a+c', 'b'],
    ],
  ])('%s', (_, reports, expected) => {
    expect(joined(...reports)).toEqual(expected);
  });
});

describe('MAC addresses', () => {
  const MAC = 'a4:83:e7:12:34:56';
  const mac = (source: string, more: Partial<ReportedDevice> = {}, raw: RawIdentity = { macs: [MAC] }) =>
    report(source, raw, more);

  test.each<[string, ReportedDevice[], string[]]>([
    [
      'join records that have nothing better, however they are written',
      [mac('a'), mac('b', {}, { macs: ['A483E7123456'] })],
      ['a+b'],
    ],
    ['do not join when one side has a serial', [mac('a'), mac('b', {}, { macs: [MAC], serial: 'SER1AL' })], ['a', 'b']],
    [
      'do not join when locally administered',
      [mac('a', {}, { macs: ['a2:83:e7:12:34:56'] }), mac('b', {}, { macs: ['a2:83:e7:12:34:56'] })],
      ['a', 'b'],
    ],
    [
      'of a docking station, seen on two devices of one source, do not join',
      [mac('a', { name: 'one' }), mac('a', { name: 'two' }), mac('b')],
      ['a', 'a', 'b'],
    ],
    ['do not join across platforms', [mac('a'), mac('b', { platform: 'windows' })], ['a', 'b']],
    [
      'do not join two devices of one source through a third record',
      [
        mac('a', { name: 'one' }, { macs: [MAC] }),
        mac('b', {}, { macs: [MAC, 'a4:83:e7:12:34:57'] }),
        mac('a', { name: 'two' }, { macs: ['a4:83:e7:12:34:57'] }),
      ],
      ['a', 'a', 'b'],
    ],
    [
      'of a docking station do not cost a device the address that is its own',
      [
        mac('a', { name: 'one' }, { macs: [MAC, 'a4:83:e7:12:34:57'] }),
        mac('a', { name: 'two' }),
        mac('b', {}, { macs: [MAC, 'a4:83:e7:12:34:57'] }),
      ],
      ['a', 'a+b'],
    ],
    [
      'that a device with a serial number has too prove nothing',
      [mac('a'), mac('b'), mac('c', {}, { macs: [MAC], serial: 'SER1AL' })],
      ['a', 'b', 'c'],
    ],
  ])('%s', (_, reports, expected) => {
    expect(joined(...reports)).toEqual(expected);
  });
});

describe('the collated device', () => {
  const reports = [
    report(
      'jamf',
      { serial: 'C02XL0AAJG5H', hardwareUuid: UUID, macs: ['a4:83:e7:12:34:56'] },
      { name: 'Jane’s Mac', lastContactAt: hoursAgo(5) },
    ),
    report(
      'intune',
      { serial: 'C02XL0AAJG5H', imei: IMEI },
      { name: 'JANES-MAC', lastContactAt: hoursAgo(1), model: 'MacBook Pro' },
    ),
    report('duo', { hardwareUuid: OTHER_UUID }, { name: 'Windows PC', platform: 'windows' }),
  ];

  test('is the same in any order and repetition', () => {
    const once = collate(reports, seal);
    expect(collate([...reports.toReversed(), ...reports], seal)).toEqual(once);
    expect(once).toHaveLength(2);
  });

  test('keeps every signal and tells by which key each source joined', () => {
    const mac = collate(reports, seal).find(({ platform }) => platform === 'macos');
    expect(mac).toMatchObject({ name: 'JANES-MAC', model: 'MacBook Pro', serialEnding: 'JG5H' });
    expect(mac?.seenBy).toEqual([
      { source: 'intune', lastContactAt: hoursAgo(1), joinedBy: 'serial' },
      { source: 'jamf', lastContactAt: hoursAgo(5), joinedBy: 'serial' },
    ]);
    expect(mac?.signals).toHaveLength(2);
  });

  test('has the same id when a source is missing (rule 7)', () => {
    const idWith = (...some: ReportedDevice[]) => collate(some, seal).find(({ platform }) => platform === 'macos')?.id;
    expect(idWith(reports[0]!)).toBe(idWith(...reports));
    expect(idWith(reports[1]!)).toBe(idWith(...reports));
  });

  test('carries no serial, IMEI, UUID or MAC address as it is', () => {
    const json = JSON.stringify(collate(reports, seal)).toLowerCase();
    for (const secret of ['c02xl0aajg5h', '35693803564380', 'a483e7123456', UUID.replaceAll('-', '')]) {
      expect(json).not.toContain(secret);
    }
  });

  test('names the devices that share a key, but contradict it, and gives each an id of its own', () => {
    const clones = collate(
      [report('a', { serial: 'SER1AL', hardwareUuid: UUID }), report('a', { serial: 'SER2AL', hardwareUuid: UUID })],
      seal,
    );
    const [first, second] = clones;
    expect(first?.id).not.toBe(second?.id);
    expect(first?.mayBeSameAs).toEqual([second?.id]);
  });

  test('adding a signal never merges two devices whose serials differ', () => {
    const two = [
      report('a', { serial: 'SER1AL', macs: ['a4:83:e7:12:34:56'] }),
      report('b', { serial: 'SER2AL', macs: ['a4:83:e7:12:34:56'] }),
    ];
    const more = report('c', { macs: ['a4:83:e7:12:34:56'] });
    expect(collate([...two, more], seal)).toHaveLength(3);
  });

  test('every id is used once', () => {
    const nameless = [
      report('a', {}),
      report('a', {}, { name: 'Other' }),
      report('b', {}),
      report('a', { serial: 'SER1AL', hardwareUuid: UUID }),
      report('a', { serial: 'SER1AL', hardwareUuid: OTHER_UUID }),
    ];
    const ids = collate(nameless, seal).map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
  });
});
