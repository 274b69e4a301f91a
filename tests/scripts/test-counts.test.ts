import { expect, test } from 'vitest';
import { addUp, countsOf, describeCounts } from '../../scripts/test-counts.mjs';

const report = (numTotalTests: number, numPassedTests: number) => JSON.stringify({ numTotalTests, numPassedTests });

test.each([
  ['all passed', report(7, 7), 0, { passed: 7, failed: 0 }],
  ['two failed', report(7, 5), 1, { passed: 5, failed: 2 }],
  ['one was skipped', report(7, 6), 0, { passed: 6, failed: 1 }],
  ['a file could not be loaded', report(7, 7), 1, { passed: 7, failed: 1 }],
  ['the runner crashed', null, 139, { passed: 0, failed: 1 }],
  ['the runner said that all is well and wrote nothing', null, 0, { passed: 0, failed: 1 }],
])('when %s', (_, written, exitCode, counts) => {
  expect(countsOf(written, exitCode)).toEqual(counts);
});

test('the last line is the sum of all runs', () => {
  const sum = addUp([
    { passed: 7, failed: 0 },
    { passed: 5, failed: 2 },
  ]);
  expect(describeCounts(sum)).toBe('12 passed, 2 failed');
});
