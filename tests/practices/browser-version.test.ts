import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../src/posture/facts.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import type { PracticePolicy } from '../../src/posture/policy.ts';
import { findingOf, NOW, said } from '../support/posture.ts';

type Name = FactValue<'browserVersion'>['name'];

const browser = (value: object, now = NOW, wanted: PracticePolicy = {}) =>
  findingOf(
    'browser-version',
    { signals: [{ ...said('browserVersion', value, 'browser'), observedAt: now }] },
    {
      now,
      subjects: [{ isThisComputer: true }] as never,
      policy: { version: '1', practices: { 'browser-version': wanted } },
    },
  );

test.each<[Name, string, string, string]>([
  ['chrome', '158.0.8150.2', 'ok', 'newest'],
  ['chrome', '159.0.1.1', 'ok', 'newest'],
  ['chrome', '157.0.8103.79', 'ok', 'recent'],
  ['chrome', '156.0.8078.79', 'ok', 'supported-until'],
  ['chromium', '156.0.8078.79', 'ok', 'supported-until'],
  ['chrome', '155.0.8000.1', 'nudge', 'behind'],
  ['chrome', '153.0.8000.1', 'warn', 'behind'],
  ['chrome', '120.0.6000.1', 'warn', 'behind'],
  ['edge', '157.0.4400.1', 'ok', 'recent'],
  ['firefox', '160.0.1', 'ok', 'newest'],
  ['firefox', '159.0', 'ok', 'recent'],
  ['firefox', '153.7.0', 'ok', 'newest'],
  ['firefox', '153.6.0', 'ok', 'recent'],
  ['firefox', '153.4.0', 'nudge', 'behind'],
  ['firefox', '153.3.0', 'warn', 'behind'],
  ['firefox', '153.0.1', 'warn', 'behind'],
  ['firefox', '115.39.0', 'warn', 'behind'],
])('%s %s is %s', (name, version, rating, observed) => {
  expect(browser({ name, version })).toMatchObject({ rating, observed });
});

test.each<[object, string]>([
  [{ name: 'opera', version: '140.0' }, 'baseline-missing'],
  [{ name: 'opera', version: '139.0', engineMajor: 155 }, 'baseline-missing'],
  [{ name: 'vivaldi', version: '7.8', engineMajor: 154 }, 'baseline-missing'],
  [{ name: 'chromium', version: '155.0.8050.1', engineMajor: 155 }, 'baseline-missing'],
  [{ name: 'other', version: '1.0' }, 'baseline-missing'],
  [{ name: 'chrome', version: 'x' }, 'value-not-understood'],
  [{ name: 'netscape', version: '4' }, 'value-not-understood'],
])('%j cannot be judged: %s', (value, reason) => {
  expect(browser(value)).toMatchObject({ rating: 'unknown', reason });
});

test.each<[Name, string, number, string]>([
  ['brave', '1.90.1', 157, 'ok'],
  ['brave', '1.88.1', 155, 'nudge'],
  ['opera', '140.0', 157, 'ok'],
  ['opera', '120.0', 135, 'warn'],
  ['vivaldi', '7.9', 156, 'ok'],
])('%s %s is judged by the Chromium %i inside it: %s', (name, version, engineMajor, rating) => {
  expect(browser({ name, version, engineMajor }).rating).toBe(rating);
});

describe('the grace period after a release', () => {
  const successor = '2026-11-17T00:00:00.000Z';

  test('lasts 14 days, and the finding is valid until it ends', () => {
    const within = browser({ name: 'chrome', version: '157.0' }, later(successor, 14 * DAY - 1));
    expect(within).toMatchObject({ rating: 'ok', validUntil: later(successor, 14 * DAY) });
    expect(browser({ name: 'chrome', version: '157.0' }, later(successor, 14 * DAY)).rating).toBe('nudge');
  });

  test('is set by the policy', () => {
    expect(browser({ name: 'chrome', version: '157.0' }, NOW, { graceDays: 3 }).rating).toBe('nudge');
  });
});

test('days are counted from when the successor came out, not majors', () => {
  expect(browser({ name: 'chrome', version: '155.0' }).params).toMatchObject({ days: 34, version: '155', newest: 158 });
});
