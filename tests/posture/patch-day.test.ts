import { expect, test } from 'vitest';
import { patchDayAfter } from '../../src/posture/patch-day.ts';

test.each([
  ['2026-10-13', '2026-11-10'],
  ['2026-11-09', '2026-11-10'],
  ['2026-11-10', '2026-12-08'],
  ['2026-09-29', '2026-10-13'],
  ['2026-12-08', '2027-01-12'],
  ['2026-12-31', '2027-01-12'],
  ['2027-08-31', '2027-09-14'],
])('after %s Microsoft brings fixes on %s', (day, next) => {
  expect(patchDayAfter(day)).toBe(`${next}T00:00:00.000Z`);
});
