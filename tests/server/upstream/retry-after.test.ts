import { expect, test } from 'vitest';
import { retryAfterMs } from '../../../server/upstream/retry-after.ts';

const NOW = Date.parse('2026-11-24T09:00:00Z');

test.each([
  ['120', 120_000],
  ['2.128', 2128],
  ['0', 0],
  ['-5', 0],
  ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
  [String(NOW / 1000 + 45), 45_000],
  ['86400', 900_000],
  ['Tue, 24 Nov 2099 09:00:00 GMT', 900_000],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
])('Retry-After %j is %j ms', (text, expected) => {
  expect(retryAfterMs(text, NOW)).toBe(expected);
});
