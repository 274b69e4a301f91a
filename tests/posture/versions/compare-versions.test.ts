import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, isComparable, versionOf } from '../../../src/posture/versions/compare-versions.ts';

test.each([
  ['18.7.10', '18.7.9', 1],
  ['27.2', '27.2.0', 0],
  ['26.7', '26.6.2', 1],
  ['15.7.9', '26.0', -1],
  ['26200.9168', '26200.9711', -1],
  ['26200.10000', '26200.9711', 1],
  ['2026-09-05', '2026-11-01', -1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
});

const version = fc.array(fc.nat(40_000), { minLength: 1, maxLength: 4 });

test('versions have one order, and zeros at the end change nothing', () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      const [x, y, z] = [a, b, c].map((numbers) => numbers.join('.')) as [string, string, string];
      expect(Math.sign(compareVersions(x, y))).toBe(-Math.sign(compareVersions(y, x)) + 0);
      if (compareVersions(x, y) <= 0 && compareVersions(y, z) <= 0)
        expect(compareVersions(x, z)).toBeLessThanOrEqual(0);
      expect(compareVersions(x, `${x}.0`)).toBe(0);
      expect(compareVersions(versionOf(a), x)).toBe(0);
    }),
  );
});

test.each(['', 'abc', '26.x', '26.', '1..2'])('"%s" cannot be compared', (text) => {
  expect(isComparable(text)).toBe(false);
});
