import { describe, expect, test } from 'vitest';
import { type DeviceHints, hintsOf, saltedText } from '../../src/posture/device-hints.ts';
import { sealedFor } from '../support/hints.ts';

const kinds = (given: DeviceHints) => hintsOf(given).map(({ kind, value }) => `${kind} ${value}`);

describe('the hints of device management', () => {
  test('have one form each, however they are written', () => {
    expect(
      kinds({
        serial: ' zs5mpl7q2x ',
        hardwareUuid: '{5A3B1E0C-0000-4000-8000-00000000B001}'.slice(1, -1),
        assetTag: ' acme   0417 ',
        serialEnding: '7q2x',
      }),
    ).toEqual([
      'serial ZS5MPL7Q2X',
      'hardware-uuid 5a3b1e0c00004000800000000000b001',
      'asset-tag ACME 0417',
      'serial-ending 7Q2X',
    ]);
  });

  test('are none where nothing is given', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ serial: '', assetTag: ' ', hardwareUuid: '', serialEnding: '' })).toEqual([]);
  });

  test.each([
    'To Be Filled By O.E.M.',
    'Default string',
    'None',
    'System Serial Number',
    '00000000',
    '$SERIALNUMBER',
    '%SerialNumber%',
    '{{serialnumber}}',
    '<serial>',
  ])('a serial number that says "%s" is no hint, and its ending none', (serial) => {
    expect(kinds({ serial, serialEnding: serial })).toEqual([]);
  });

  test.each(['FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', '03000200-0400-0500-0006-000700080009', '$UDID', 'x'.repeat(300)])(
    'a hardware UUID that says "%s" is no hint',
    (hardwareUuid) => {
      expect(kinds({ hardwareUuid })).toEqual([]);
    },
  );

  test.each(['No Asset Tag', 'Asset-1234567890', 'asset tag', 'No Asset Information', 'N/A', 'none', '0', '--', 'x'])(
    'an asset tag that says "%s" is no hint',
    (assetTag) => {
      expect(kinds({ assetTag })).toEqual([]);
    },
  );

  test.each(['A7', '304822', 'ASSET-77A', 'ACME-L-0417'])('an asset tag that says "%s" is one', (assetTag) => {
    expect(kinds({ assetTag })).toEqual([`asset-tag ${assetTag}`]);
  });

  test('of a whole serial number given as an ending, the ending counts', () => {
    expect(kinds({ serialEnding: 'ZS5MPL7Q2X' })).toEqual(['serial-ending 7Q2X']);
    expect(kinds({ serialEnding: 'Q2X' })).toEqual([]);
  });
});

test('what is hashed depends on person, kind and value', () => {
  const texts = ['sha256:jane', 'sha256:john'].flatMap((person) =>
    (['serial', 'asset-tag'] as const).flatMap((kind) =>
      ['ZS5MPL7Q2X', 'ZS5MPL7Q2Y'].map((value) => saltedText(person, { kind, value })),
    ),
  );
  expect(new Set(texts).size).toBe(8);
});

test('a key is told as its kind and a SHA-256, an ending as it is', () => {
  const [serial, ending] = sealedFor('sha256:jane')({ serial: 'ZS5MPL7Q2X', serialEnding: '7Q2X' });
  expect(serial).toEqual({ kind: 'serial', sealed: expect.stringMatching(/^serial:[0-9a-f]{64}$/), ending: '7Q2X' });
  expect(ending).toEqual({ kind: 'serial-ending', ending: '7Q2X' });
});
