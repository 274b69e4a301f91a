import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { collate, collated, identityKey } from '../../src/posture/collate.ts';
import type { ReportedDevice } from '../../src/posture/device.ts';
import { identityOf, type RawIdentity } from '../../src/posture/identity.ts';
import { aReport, hoursAgo, said } from '../support/posture.ts';

const seal = (key: string) => `sha256:${createHash('sha256').update(key).digest('hex')}`;
const report = (source: string, identity: RawIdentity, more: Partial<ReportedDevice> = {}) =>
  aReport({ source, identity: identityOf(identity), ...more });

/** Which records make a device, named by their names. */
const joined = (...reports: ReportedDevice[]) =>
  collated(reports, seal)
    .map(({ records }) =>
      records
        .map(({ name }) => name)
        .toSorted()
        .join('+'),
    )
    .toSorted();

const named = (name: string, source: string, identity: RawIdentity, more: Partial<ReportedDevice> = {}) =>
  report(source, identity, { name, ...more });

const UUID = '309a4b7d-0000-4000-8e7f-26ae0815ede8';
const IMEI = '356938035643809';
const OTHER_IMEI = '490154203237518';
const MAC = 'a4:83:e7:12:34:56';

describe('of records in conflict, no device keeps what is another’s', () => {
  const phone = named('phone', 'intune', { serial: 'SER1AL', imei: IMEI }, { platform: 'android' });
  const other = named('other', 'intune', { serial: 'SER2AL', imei: OTHER_IMEI }, { platform: 'android' });
  /** Says that the first phone has the other one's IMEI. */
  const mixedUp = named('mixed up', 'google', { serial: 'SER1AL', imei: OTHER_IMEI }, { platform: 'android' });
  const devices = collate([phone, other, mixedUp], seal);
  const called = (name: string) => devices.find((device) => device.name === name);

  test('neither by the serial number that it shares nor by the IMEI', () => {
    expect(joined(phone, other, mixedUp)).toEqual(['mixed up', 'other', 'phone']);
    expect(called('phone')?.match).toEqual(
      [identityKey('imei', IMEI.slice(0, 14)), identityKey('serial', 'SER1AL')].map(seal),
    );
    expect(called('other')?.match).not.toContain(seal(identityKey('serial', 'SER1AL')));
  });

  test('in any order', () => {
    expect(collate([mixedUp, other, phone], seal)).toEqual(devices);
    expect(collate([other, mixedUp, phone, mixedUp], seal)).toEqual(devices);
  });

  test('and each says which ones it may be the same as', () => {
    expect(called('mixed up')?.mayBeSameAs).toEqual([called('phone')?.id, called('other')?.id].toSorted());
    expect(called('phone')?.mayBeSameAs).toEqual([called('mixed up')?.id]);
  });
});

test.each<[string, ReportedDevice[], string[]]>([
  [
    'five clones of one image, each seen by two sources, are five devices',
    [1, 2, 3, 4, 5].flatMap((n) => [
      named(`jamf ${n}`, 'jamf', { serial: `CLONE${n}`, hardwareUuid: UUID }),
      named(`duo ${n}`, 'duo', { serial: `clone${n}`, hardwareUuid: UUID.toUpperCase() }),
    ]),
    [1, 2, 3, 4, 5].map((n) => `duo ${n}+jamf ${n}`),
  ],
  [
    'two laptops on one docking station are two, whatever has no serial number beside them',
    [
      named('one', 'jamf', { serial: 'SER1AL', macs: [MAC] }),
      named('two', 'jamf', { serial: 'SER2AL', macs: [MAC] }),
      named('port', 'network', { macs: [MAC] }),
    ],
    ['one', 'port', 'two'],
  ],
  [
    'a virtual machine on a Mac is not the Mac, though it shows the address of its host',
    [
      named('Mac', 'jamf', { serial: 'C02XL0AAJG5H', macs: [MAC] }),
      named('VM', 'intune', { serial: 'Parallels-30 9A 4B 7D', macs: [MAC] }, { platform: 'windows', form: 'virtual' }),
    ],
    ['Mac', 'VM'],
  ],
  [
    'virtual machines that were copied have one UUID and are as many as their serial numbers',
    [
      named('VM 1', 'fleet', { serial: 'VMware-56 4d 01', hardwareUuid: UUID }, { form: 'virtual' }),
      named('VM 2', 'fleet', { serial: 'VMware-56 4d 02', hardwareUuid: UUID }, { form: 'virtual' }),
    ],
    ['VM 1', 'VM 2'],
  ],
  [
    'hosts of virtual machines have adapters with one address all over the world',
    [
      named('PC 1', 'a', { macs: ['00:50:56:c0:00:08'] }, { platform: 'windows' }),
      named('PC 2', 'b', { macs: ['00:50:56:C0:00:08'] }, { platform: 'windows' }),
    ],
    ['PC 1', 'PC 2'],
  ],
  [
    'placeholders in every key join nobody',
    [
      named('one', 'a', { serial: 'Default string', hardwareUuid: '03000200-0400-0500-0006-000700080009', imei: '0' }),
      named('two', 'b', { serial: 'DEFAULT STRING', hardwareUuid: '03000200-0400-0500-0006-000700080009', imei: '0' }),
    ],
    ['one', 'two'],
  ],
  [
    'a device that was enrolled twice is one',
    [
      named('before', 'intune', { serial: 'SER1AL' }, { lastContactAt: hoursAgo(900) }),
      named('since', 'intune', { serial: 'ser1al ' }),
    ],
    ['before+since'],
  ],
  [
    'a serial number is not joined with a hardware UUID or an IMEI that reads the same',
    [named('one', 'a', { serial: IMEI.slice(0, 14) }), named('two', 'b', { imei: IMEI })],
    ['one', 'two'],
  ],
])('%s', (_, reports, expected) => {
  expect(joined(...reports)).toEqual(expected.toSorted());
  expect(joined(...reports.toReversed(), ...reports)).toEqual(expected.toSorted());
});

describe('a device that several people use', () => {
  test('is shared, if one source says so, whoever was heard from last', () => {
    const [device] = collate(
      [
        report('jamf', { serial: 'SER1AL' }, { ownership: 'company', lastContactAt: hoursAgo(1) }),
        report('google', { serial: 'SER1AL' }, { ownership: 'shared', lastContactAt: hoursAgo(50) }),
      ],
      seal,
    );
    expect(device?.ownership).toBe('shared');
  });
});

test('What was joined is told with the device: every record once, the latest contact first', () => {
  const records = [
    named(
      'old',
      'duo',
      { serial: 'SER1AL' },
      { lastContactAt: hoursAgo(50), signals: [said('firewall', 'on', 'duo')] },
    ),
    named('new', 'jamf', { serial: 'SER1AL' }),
  ];
  expect(collated(records, seal).map((one) => one.records.map(({ name }) => name))).toEqual([['new', 'old']]);
  expect(collated(records, seal).map(({ device }) => device)).toEqual(collate(records, seal));
});
