import { describe, expect, test } from 'vitest';
import type { FactId } from '../../src/posture/facts.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { PracticePolicy } from '../../src/posture/policy.ts';
import { aSource, findingOf, hoursAgo, NOW, said } from '../support/posture.ts';

type Facts = Partial<Record<FactId, string>>;

const patched = (platform: Platform, facts: Facts | string, wanted: PracticePolicy = {}, now = NOW) => {
  const told = typeof facts === 'string' ? { osVersion: facts } : facts;
  const signals = Object.entries(told).map(([fact, value]) => ({ ...said(fact as FactId, value), observedAt: now }));
  const policy = { version: '1', practices: { 'os-patched': wanted } };
  return findingOf('os-patched', { platform, signals }, { now, policy });
};

test.each<[Platform, Facts | string, string, string]>([
  ['macos', '27.2', 'ok', 'newest'],
  ['macos', '26.7.2', 'ok', 'newest'],
  ['macos', '15.8.2', 'ok', 'newest'],
  ['macos', '27.3', 'ok', 'newest'],
  ['macos', '26.7.1', 'nudge', 'behind'],
  ['macos', '26.6.2', 'warn', 'behind'],
  ['ios', '18.7.10', 'ok', 'newest'],
  ['ipados', '26.7.1', 'nudge', 'behind'],
  ['windows', '10.0.26200.9711', 'ok', 'newest'],
  ['windows', '10.0.26200.9445', 'nudge', 'behind'],
  ['windows', { osVersion: 'UniversalApiContract 19.0.0', osBuild: '10.0.26200.9168' }, 'warn', 'behind'],
  ['windows', '10.0.19045.3324', 'warn', 'behind'],
  ['android', { osVersion: '16', osPatchedAt: '2026-11-05' }, 'ok', 'newest-level'],
  ['android', { osVersion: '16', osPatchedAt: '2026-10-05' }, 'ok', 'level'],
  ['android', { osVersion: '16', osPatchedAt: '2026-08-26' }, 'ok', 'level'],
  ['android', { osVersion: '16', osPatchedAt: '2026-08-01' }, 'nudge', 'level-old'],
  ['android', { osVersion: '16', osPatchedAt: '2026-05-05' }, 'warn', 'level-old'],
  ['android', { osVersion: '14', osPatchedAt: '2023-08-05' }, 'warn', 'level-old'],
  ['chromeos', '158.0.8150.20', 'ok', 'newest'],
])('%s %j is %s', (platform, facts, rating, observed) => {
  expect(patched(platform, facts)).toMatchObject({ rating, observed });
});

test.each<[Platform, Facts | string, string]>([
  ['macos', '16.0', 'value-not-understood'],
  ['macos', '26', 'not-reported'],
  ['windows', '10.0.26200', 'not-reported'],
  ['windows', '10.0.19045.6456', 'not-reported'],
  ['windows', '10.0.19045.7663', 'baseline-outdated'],
  ['windows', 'UniversalApiContract 19.0.0', 'browser-cannot-know'],
  ['android', { osVersion: '16', osPatchedAt: '1970-01-01' }, 'value-not-understood'],
  ['android', { osVersion: '16', osPatchedAt: 'yesterday' }, 'value-not-understood'],
  ['ios', '16.7.16', 'baseline-outdated'],
  ['linux', 'Ubuntu 24.04.4 LTS', 'not-covered'],
  ['unknown', '26.7.2', 'value-not-understood'],
])('%s %j cannot be judged: %s', (platform, facts, reason) => {
  expect(patched(platform, facts)).toMatchObject({ rating: 'unknown', reason });
});

test('a system that gets no more fixes is another practice’s matter, so it is not counted twice', () => {
  expect(patched('macos', '14.8.9').rating).toBe('not-applicable');
  expect(patched('android', { osVersion: '13', osPatchedAt: '2026-02-05' }).rating).toBe('not-applicable');
});

describe('the grace period after a fix', () => {
  /** October's revision; November's came out on the 10th. */
  const october = (now: string, wanted?: PracticePolicy) => patched('windows', '10.0.17763.9376', wanted, now);
  const november = '2026-11-10T00:00:00.000Z';
  const at = (now: string, wanted?: PracticePolicy) => patched('macos', '26.7', wanted, now);
  const released = '2026-10-26T00:00:00.000Z';

  test('lasts 14 days, and the finding is valid until it ends', () => {
    const end = later(november, 14 * DAY);
    expect(october(NOW)).toMatchObject({ rating: 'ok', observed: 'recent', validUntil: end });
    expect(october(later(end, -1)).rating).toBe('ok');
    expect(october(end).rating).toBe('nudge');
  });

  test('is set by the policy', () => {
    expect(october(NOW, { graceDays: 3 }).rating).toBe('nudge');
    expect(october(later(november, 20 * DAY), { graceDays: 30 })).toMatchObject({ rating: 'ok', observed: 'recent' });
  });

  test('is over after that, and after six weeks it matters most', () => {
    expect(at(NOW)).toMatchObject({ rating: 'nudge', params: { version: '26.7', newest: '26.7.2', days: 28 } });
    expect(at(later(released, 42 * DAY - 1)).rating).toBe('nudge');
    expect(at(later(released, 42 * DAY)).rating).toBe('warn');
  });

  test('of any length is counted', () => {
    expect(at(NOW, { graceDays: 1e300 }).rating).toBe('ok');
    expect(october(NOW, { graceDays: 1e300 }).rating).toBe('ok');
  });

  test('is followed by as many days as the policy says, and weighs as much as it says', () => {
    expect(at(NOW, { thresholds: { warnAfterDays: 20 } }).rating).toBe('warn');
    expect(at(NOW, { thresholds: { warnAfterDays: 20 }, importance: 'nudge' }).rating).toBe('nudge');
  });
});

describe('an Android level', () => {
  const level = (osPatchedAt: string, now = NOW, wanted: PracticePolicy = {}) =>
    patched('android', { osVersion: '16', osPatchedAt }, wanted, now);

  test('may be 90 days old, and the finding is valid so long', () => {
    const end = later('2026-09-05T00:00:00.000Z', 90 * DAY);
    expect(level('2026-09-05')).toMatchObject({ rating: 'ok', validUntil: hoursAgo(-7 * 24) });
    expect(level('2026-09-05', later(end, -1))).toMatchObject({ rating: 'ok', validUntil: end });
    expect(level('2026-09-05', end).rating).toBe('nudge');
  });

  test('is not old for want of a bulletin: the next one has its grace period too', () => {
    expect(level('2026-06-05', '2026-11-15T12:00:00.000Z').rating).toBe('nudge');
    const now = '2026-11-15T12:00:00.000Z';
    expect(level('2026-10-05', now, { thresholds: { levelDays: 10 } })).toMatchObject({ rating: 'ok' });
    expect(level('2026-10-05', NOW, { thresholds: { levelDays: 10 } }).rating).toBe('nudge');
  });

  test.each([1e300, -1e300])('may be as old as the policy says: %d days', (levelDays) => {
    const rating = levelDays > 0 ? 'ok' : 'warn';
    expect(level('2026-02-05', NOW, { thresholds: { levelDays } }).rating).toBe(rating);
  });

  test('of more than 180 days matters most', () => {
    expect(level('2026-05-28').rating).toBe('nudge');
    expect(level('2026-05-27').rating).toBe('warn');
    expect(level('2026-05-27', NOW, { thresholds: { levelWarnDays: 365 } }).rating).toBe('nudge');
  });

  test('that no source reports is told apart from one that is missing or old', () => {
    const silent = (covers: readonly FactId[], hours = 3) =>
      findingOf(
        'os-patched',
        { platform: 'android', signals: [said('osVersion', '16', 'jamf', hours)] },
        { sources: [aSource({ covers: { android: covers } })] },
      );
    expect(silent(['osVersion']).reason).toBe('not-covered');
    expect(silent(['osVersion', 'osPatchedAt']).reason).toBe('not-reported');
    expect(silent(['osVersion', 'osPatchedAt'], 24 * 8).reason).toBe('stale');
  });
});

test('two sources that differ at the same time are not settled by chance', () => {
  const finding = findingOf('os-patched', {
    platform: 'macos',
    signals: [said('osVersion', '26.7.2', 'jamf', 3), said('osVersion', '26.6.2', 'intune', 3.5)],
  });
  expect(finding).toMatchObject({ rating: 'unknown', reason: 'sources-disagree' });
});

test('a system that has ended and one that has not are not settled by chance either', () => {
  const finding = findingOf('os-patched', {
    platform: 'macos',
    signals: [said('osVersion', '13.7.8', 'jamf', 3), said('osVersion', '26.6.2', 'intune', 3.5)],
  });
  expect(finding).toMatchObject({ rating: 'unknown', reason: 'sources-disagree' });
});

test('what a baseline supports ends with it', () => {
  expect(patched('macos', '27.2').validUntil).toBe(later(NOW, 7 * DAY));
  const now = '2027-01-10T23:00:00.000Z';
  expect(patched('macos', '27.2', {}, now)).toMatchObject({ rating: 'ok', validUntil: '2027-01-11T00:00:00.000Z' });
  expect(patched('macos', '26.0', {}, '2027-01-11T00:00:00.000Z')).toMatchObject({ reason: 'baseline-outdated' });
});

test('on a clock that is behind the baseline nothing is counted', () => {
  expect(patched('macos', '26.0', {}, '2026-11-10T23:00:00.000Z')).toMatchObject({ reason: 'clock-wrong' });
  expect(patched('macos', '26.0', {}, '2026-11-11T00:00:00.000Z').rating).toBe('warn');
});
