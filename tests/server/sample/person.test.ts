import { expect, test } from 'vitest';
import { patchLevelBefore } from '../../../server/sample/google-answer.ts';
import { newest } from '../../../server/sample/person.ts';
import { DAY, elapsed } from '../../../src/posture/instant.ts';

test.each([
  [
    'the highest release',
    [
      { release: '9', latest: '9.9' },
      { release: '27', latest: '27.2' },
    ],
    '27.2',
  ],
  ['the release where no version is told', [{ release: '16' }, { release: '17' }], '17'],
  ['nothing where nothing is known', [], null],
])('The newest version of a baseline is %s', (_, trains, version) => {
  expect(newest(trains.map((train) => ({ ...train, supportedUntil: null })))).toBe(version);
});

test.each([['2026-11-24'], ['2026-12-01'], ['2026-12-31'], ['2027-01-01'], ['2027-03-01'], ['2028-02-29']])(
  'Four months before %s, a patch level is old, but not of half a year',
  (day) => {
    const now = `${day}T09:00:00.000Z`;
    const days = elapsed(`${patchLevelBefore(now, 4)}T00:00:00.000Z`, now) / DAY;
    expect(days).toBeGreaterThan(90);
    expect(days).toBeLessThan(180);
  },
);
