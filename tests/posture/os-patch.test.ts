import { describe, expect, test } from 'vitest';
import type { Baseline, OsTrain } from '../../src/posture/baseline.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { patchStandingOf, type ReportedPatch } from '../../src/posture/os-patch.ts';
import type { KnownPlatform, Platform } from '../../src/posture/platform.ts';
import { NOW } from '../support/posture.ts';

interface Circumstances {
  readonly now?: string;
  readonly graceDays?: number;
  readonly baseline?: Baseline;
  readonly thresholds?: Record<string, number>;
}

const standing = (platform: Platform, reported: string | ReportedPatch, circumstances: Circumstances = {}) =>
  patchStandingOf(typeof reported === 'string' ? { osVersion: reported } : reported, {
    platform,
    baseline: bundledBaseline,
    now: NOW,
    thresholds: {},
    graceDays: 14,
    ...circumstances,
  });

/** The day since which a fix is missing, `complete` where none is known to be, else why there is no answer. */
const since = (...asked: Parameters<typeof standing>): string => {
  const found = standing(...asked);
  if (typeof found === 'string') return found;
  return found.missingSince?.slice(0, 10) ?? 'complete';
};

const onlyTrain = (platform: KnownPlatform, train: OsTrain): Baseline => ({
  ...bundledBaseline,
  os: { ...bundledBaseline.os, [platform]: [train] },
});

describe('Apple', () => {
  test.each<[Platform, string, string]>([
    ['macos', '27.2', 'complete'],
    ['macos', '27.2.0', 'complete'],
    ['macos', '27.3', 'complete'],
    ['macos', '28.0', 'complete'],
    ['macos', '27.1', '2026-10-26'],
    ['macos', '27.0', '2026-10-23'],
    ['macos', '26.7.2', 'complete'],
    ['macos', '26.7.2 (a)', 'complete'],
    ['macos', '26.7.1', '2026-10-26'],
    ['macos', '26.7', '2026-10-26'],
    ['macos', '26.6.2', '2026-09-14'],
    ['macos', '26.0', '2026-08-17'],
    ['macos', '15.8.2', 'complete'],
    ['macos', '15.7.6', '2026-08-06'],
    ['ios', '18.7.10', 'complete'],
    ['ios', '18.7.9', '2026-08-17'],
    ['ios', '27.0.1', '2026-10-23'],
    ['ios', '16.7.16', 'baseline-outdated'],
    ['ios', '16.7.15', '2026-05-11'],
    ['ios', '16.7.17', 'complete'],
    ['ipados', '17.7.11', 'baseline-outdated'],
    ['ipados', '17.7.10', '2026-05-11'],
    ['macos', '26', 'not-reported'],
    ['macos', '10.16', 'value-not-understood'],
    ['macos', 'Darwin 25.1.0', 'not-reported'],
  ])('%s %s lacks fixes since: %s', (platform, version, day) => {
    expect(since(platform, version)).toBe(day);
  });

  test('what was complete when it was last known is not so for ever, but what is behind stays behind', () => {
    const now = '2026-12-26T00:00:00.000Z';
    expect(since('macos', '26.7.2', { now })).toBe('baseline-outdated');
    expect(since('macos', '26.7', { now })).toBe('2026-10-26');
    expect(since('macos', '27.2', { now })).toBe('complete');
  });
});

describe('a train that gets no more fixes', () => {
  test.each<[Platform, string]>([
    ['macos', '13.7.8'],
    ['macos', '13.0'],
    ['macos', '14.8.9'],
    ['windows', '10.0.22631.7652'],
    ['windows', 'UniversalApiContract 15.0.0'],
    ['ios', '17.7.7'],
  ])('%s %s: there is nothing to install, and another practice says so', (platform, version) => {
    expect(since(platform, version)).toBe('not-applicable');
  });

  test('unless nobody has called it ended, and fixes are there that the device lacks', () => {
    expect(since('macos', '14.5')).toBe('2026-07-27');
  });
});

describe('Windows compares revisions inside one build', () => {
  test.each<[string, string, string]>([
    ['the newest known', '10.0.26200.9711', 'complete'],
    ['its optional preview', '10.0.26200.9818', 'complete'],
    ['newer than all known', '10.0.26200.10021', 'complete'],
    ['September', '10.0.26200.9445', '2026-10-13'],
    ['August', '10.0.26200.9168', '2026-09-08'],
    ['August by hotpatch', '10.0.26200.9106', '2026-09-08'],
    ['July, or earlier', '10.0.26200.8457', '2026-08-11'],
    ['perhaps September by hotpatch', '10.0.26200.9300', '2026-10-13'],
    ['26H1, older than 26H2 with a higher build', '10.0.28000.3231', 'complete'],
    ['26H1 of August', '10.0.28000.2704', '2026-09-08'],
    ['26H2 as it came out', '10.0.26300.9457', '2026-10-13'],
    ['Server 2025, far above 24H2', '10.0.26100.33650', 'complete'],
    ['Server 2025 of August', '10.0.26100.33296', '2026-10-13'],
    ['Server 2025, not taken for 24H2', '10.0.26100.32000', '2026-08-11'],
    ['LTSC 2019 and Server 2019', '10.0.17763.9487', 'complete'],
    ['the same of October', '10.0.17763.9376', '2026-11-10'],
    ['an insider build', '10.0.29531.1000', 'complete'],
    ['no revision', '10.0.26200', 'not-reported'],
    ['no revision, though written', '10.0.26200.0', 'not-reported'],
    ['a browser', 'UniversalApiContract 19.0.0', 'browser-cannot-know'],
  ])('%s (%s) lacks fixes since: %s', (_, version, day) => {
    expect(since('windows', version)).toBe(day);
  });

  test('what may be a hotpatch of the newest is not called complete, nor behind', () => {
    const fixes = [
      { version: '26200.10021', releasedAt: '2026-11-10', hotpatched: true },
      { version: '26200.9711', releasedAt: '2026-10-13', sameFixes: ['26200.9818'] },
      { version: '26200.9445', releasedAt: '2026-09-08' },
    ];
    const baseline = onlyTrain('windows', { release: '26200', supportedUntil: '2027-10-12', fixes });
    expect(since('windows', '10.0.26200.9950', { baseline })).toBe('baseline-missing');
    expect(since('windows', '10.0.26200.9818', { baseline })).toBe('2026-11-10');
    expect(since('windows', '10.0.26200.9711', { baseline })).toBe('2026-11-10');
    expect(since('windows', '10.0.26200.9600', { baseline })).toBe('2026-10-13');
  });

  test('after a patch day the newest known is complete for the grace period only', () => {
    const at = (now: string, graceDays = 14) => since('windows', '10.0.26200.9711', { now, graceDays });
    expect(standing('windows', '10.0.26200.9711')).toMatchObject({ completeUntil: '2026-11-24T00:00:00.000Z' });
    expect(at('2026-11-23T23:59:59.999Z')).toBe('complete');
    expect(at('2026-11-24T00:00:00.000Z')).toBe('baseline-outdated');
    expect(at('2026-11-24T00:00:00.000Z', 30)).toBe('complete');
    expect(at('2026-11-11T00:00:00.000Z', 0)).toBe('baseline-outdated');
  });

  test('after it, a revision that is newer than all known still passes, and an older one is still behind', () => {
    const now = '2026-12-01T00:00:00.000Z';
    expect(since('windows', '10.0.26200.10021', { now })).toBe('complete');
    expect(since('windows', '10.0.26200.9818', { now })).toBe('baseline-outdated');
    expect(since('windows', '10.0.26200.9445', { now })).toBe('2026-10-13');
  });

  test('a build completes what a browser tells', () => {
    const reported = { osVersion: 'UniversalApiContract 19.0.0', osBuild: '10.0.26200.9711' };
    expect(since('windows', reported)).toBe('complete');
    expect(since('windows', { ...reported, osBuild: '10.0.26200' })).toBe('not-reported');
    expect(since('windows', { ...reported, osBuild: '10.0.19045.7663' })).toBe('browser-cannot-know');
  });
});

describe('Windows with fixes that only some get', () => {
  test.each<[string, string, string]>([
    ['lacks what everybody got', '10.0.19045.3324', '2025-10-14'],
    ['has all that everybody got', '10.0.19045.6456', 'not-reported'],
    ['has got paid updates, and lacks some', '10.0.19045.7548', '2026-08-11'],
    [
      'has the newest paid update known, which must have been followed by others',
      '10.0.19045.7663',
      'baseline-outdated',
    ],
    ['has a newer one than we know', '10.0.19045.8100', 'complete'],
    ['24H2 with all that every edition got', '10.0.26100.9711', 'not-reported'],
    ['24H2 without it', '10.0.26100.9445', '2026-10-13'],
    ['24H2 Pro, which has ended', 'Windows 11 Pro 10.0.26100.9711', 'not-applicable'],
    ['24H2 Enterprise', 'Windows 11 Enterprise 10.0.26100.9711', 'complete'],
  ])('%s (%s): %s', (_, version, day) => {
    expect(since('windows', version)).toBe(day);
  });

  test('the company says who pays', () => {
    expect(since('windows', '10.0.19045.6456', { thresholds: { extendedSupport: 1 } })).toBe('2026-07-14');
  });
});

describe('Android goes by the security patch level', () => {
  test.each<[string, string, string]>([
    ['16', '2026-11-05', 'complete'],
    ['16', '2026-11-01', 'complete'],
    ['14', '2026-12-05', 'complete'],
    ['18', '2026-11-05', 'complete'],
    ['16', '2026-10-05', '2026-11-02'],
    ['15', '2026-09-05', '2026-11-02'],
    ['15', '2026-08-01', '2026-09-01'],
    ['17', '2023-08-05', '2026-02-01'],
    ['13', '2026-02-05', 'not-applicable'],
    ['16', '1970-01-01', 'value-not-understood'],
    ['16', '2027-06-05', 'value-not-understood'],
    ['16', '2026-02-30', 'value-not-understood'],
    ['8.1.0', '2026-11-05', 'baseline-missing'],
  ])('Android %s with the level %s lacks fixes since: %s', (osVersion, osPatchedAt, day) => {
    expect(since('android', { osVersion, osPatchedAt })).toBe(day);
  });
});

test('ChromeOS has the fixes of its milestone', () => {
  expect(since('chromeos', '158.0.8150.20')).toBe('complete');
  expect(since('chromeos', '154.0.8000.1')).toBe('baseline-missing');
});

test('Linux is not told by a version', () => {
  expect(since('linux', 'Ubuntu 24.04.4 LTS')).toBe('not-covered');
});

describe('what an endpoint sends', () => {
  const macos = (train: OsTrain) => ({ baseline: onlyTrain('macos', train) });

  test('without a list of fixes, the latest version stands for one', () => {
    const train = { release: '26', latest: '26.7.2', releasedAt: '2026-10-26', supportedUntil: null };
    expect(since('macos', '26.7.2', macos(train))).toBe('complete');
    expect(since('macos', '26.6', macos(train))).toBe('2026-10-26');
  });

  test('with neither, nothing can be said', () => {
    expect(since('macos', '26.7.2', macos({ release: '26', supportedUntil: null }))).toBe('baseline-missing');
  });

  test('in any order, and with versions that are none', () => {
    const fixes = [
      { version: '26.7', releasedAt: '2026-09-14' },
      { version: 'latest', releasedAt: '2026-11-20' },
      { version: '26.7.2', releasedAt: '2026-10-26' },
    ];
    const train = { release: '26', supportedUntil: null, fixes };
    expect(since('macos', '26.7.2', macos(train))).toBe('complete');
    expect(since('macos', '26.7', macos(train))).toBe('2026-10-26');
  });
});
