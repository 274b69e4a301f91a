import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, epochMs, instant, isAfter, isDay, isInstant, later } from '../../src/posture/instant.ts';
import { NOW } from '../support/posture.ts';

test('later is later by that much', () => {
  expect(later(NOW, DAY)).toBe('2026-11-24T12:00:00.000Z');
  expect(later(NOW, -DAY)).toBe('2026-11-22T12:00:00.000Z');
});

test.each([1e300, Number.POSITIVE_INFINITY, -1e300])(
  'a policy that asks for %s days ends within the calendar',
  (days) => {
    expect(later(NOW, days * DAY)).toMatch(/^(?:9999|1970)-01-01T00:00:00.000Z$/);
  },
);

test('one instant is after another exactly if more time has passed until then', () => {
  const moment = fc
    .date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
    .map((date) => instant(date.getTime()));
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      expect(isAfter(a, b)).toBe(epochMs(a) > epochMs(b));
      expect(isAfter(a, a)).toBe(false);
    }),
  );
});

test.each([
  ['2026-10-13', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-10-1', false],
  ['2026-10', false],
  ['2026-10-13T00:00:00.000Z', false],
  ['Oct 13 2026', false],
  ['+010000-10', false],
  ['-000001-10', false],
  ['', false],
])('%j is a day of the calendar: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

test.each([
  ['2026-11-23T12:00:00.000Z', true],
  ['2024-02-29T23:59:59.999Z', true],
  ['2026-02-29T12:00:00.000Z', false],
  ['2026-11-23T12:00:00Z', false],
  ['2026-11-23T23:00:00.000+11:00', false],
  ['Tue, 01 Jan 2019 00:00:00 GMT', false],
  ['9', false],
  ['+010000-01-01T00:00:00.000Z', false],
  ['-000001-01-01T00:00:00.000Z', false],
])('%j is an instant: %s', (text, is) => {
  expect(isInstant(text)).toBe(is);
});
