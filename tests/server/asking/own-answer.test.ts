import { describe, expect, test } from 'vitest';
import { ownAnswer, ownRecords } from '../../../server/asking/own-answer.ts';
import { postureOf } from '../../../server/posture.ts';
import { sealWith } from '../../../server/seal.ts';
import type { OwnedRecord } from '../../../server/sources/connection.ts';
import { systems } from '../../../server/sources/index.ts';

const mac = (serialNumber: string) => ({ general: { name: serialNumber }, hardware: { serialNumber } });
const owned = (serial: string, owners: readonly string[], more: Partial<OwnedRecord> = {}): OwnedRecord => ({
  owners,
  record: mac(serial),
  ...more,
});

const devicesOf = (email: string, records: readonly OwnedRecord[]) =>
  postureOf(
    [
      {
        id: 'jamf',
        name: 'Jamf Pro',
        system: systems.jamf,
        status: 'answered',
        reason: null,
        answeredAt: '2026-11-23T06:00:00.000Z',
        ...ownAnswer(systems.jamf, ownRecords(records, email)),
      },
    ],
    { organization: 'o_1', person: { key: 'p', name: email }, seal: sealWith('key', 'device') },
  ).devices.map(({ name, ownership }) => [name, ownership]);

describe('a machine that several people use', () => {
  const records = [
    owned('ZSMINE1', ['jane@acme.example']),
    owned('ZSDESK1', ['jane@acme.example', 'joe@acme.example']),
    owned('ZSFRONT', ['jane@acme.example'], { isShared: true }),
    owned('ZSJOES1', ['joe@acme.example']),
  ];

  test('is shared to each of them, and to nobody else there', () => {
    expect(devicesOf('jane@acme.example', records).toSorted()).toEqual([
      ['ZSDESK1', 'shared'],
      ['ZSFRONT', 'shared'],
      ['ZSMINE1', 'unknown'],
    ]);
    expect(devicesOf('joe@acme.example', records).toSorted()).toEqual([
      ['ZSDESK1', 'shared'],
      ['ZSJOES1', 'unknown'],
    ]);
    expect(devicesOf('eve@acme.example', records)).toEqual([]);
  });

  test('is not what one person has under two addresses', () => {
    const ofOne = owned('ZSMINE1', ['jane@acme.example', 'jd@acme.example'], { isShared: false });
    expect(devicesOf('jane@acme.example', [ofOne])).toEqual([['ZSMINE1', 'unknown']]);
  });

  test('is one answer where nobody shares anything', () => {
    expect(ownAnswer(systems.jamf, ownRecords(records.slice(0, 1), 'jane@acme.example'))).not.toHaveProperty(
      'sharedJson',
    );
  });
});
