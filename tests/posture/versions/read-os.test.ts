import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { platforms } from '../../../src/posture/platform.ts';
import { isComparable } from '../../../src/posture/versions/compare-versions.ts';
import { readOs } from '../../../src/posture/versions/read-os.ts';

const pieces = fc.constantFrom(
  ...['macOS ', 'Windows ', 'Ubuntu ', 'Debian ', 'R', 'Android ', 'iOS ', 'UniversalApiContract ', 'Darwin ', 'Pro '],
  ...[
    '10',
    '26',
    '.',
    '_',
    '-',
    ' ',
    '(',
    ')',
    '7',
    '0',
    '26200',
    '9711',
    '999999999999',
    'LTS',
    '24H2',
    'a',
    '１',
    '٣',
    '\u0000',
  ],
);
/** Texts that look like versions, anything at all, and texts of megabytes. */
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.tuple(pieces, fc.integer({ min: 1, max: 1_000_000 })).map(([piece, times]) => piece.repeat(times)),
);

describe.each(platforms)('%s', (platform) => {
  test('reads or refuses any text, and what it reads can be compared', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readOs(platform, text);
        if (reading?.version !== undefined) expect(isComparable(reading.version)).toBe(true);
        for (const release of reading?.releases ?? []) expect(release).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '999999999999.9',
    '9'.repeat(5_000_000),
    '1.'.repeat(2_000_000),
    ' '.repeat(3_000_000),
    '१२.६',
    '10.0.２６２００',
  ])('does not take nonsense for a version: %#', (text) => {
    expect(readOs(platform, text)).toBeUndefined();
  });
});

test('a platform that nobody knows has no versions', () => {
  expect(readOs('unknown', '26.7.2')).toBeUndefined();
});

test('white space around a version is not a part of it', () => {
  expect(readOs('macos', '  26.7.2\n')).toEqual({ releases: ['26'], version: '26.7.2' });
});
