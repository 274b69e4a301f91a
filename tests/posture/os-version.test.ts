import { describe, expect, test } from 'vitest';
import type { Baseline } from '../../src/posture/baseline.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import { type ReportedOs, trainOf } from '../../src/posture/os-version.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { NOW } from '../support/posture.ts';

interface Circumstances {
  readonly thresholds?: Record<string, number>;
  readonly baseline?: Baseline;
  readonly now?: string;
}

const found = (platform: Platform, reported: string | ReportedOs, circumstances: Circumstances = {}) =>
  trainOf(typeof reported === 'string' ? { osVersion: reported } : reported, {
    platform,
    baseline: bundledBaseline,
    now: NOW,
    thresholds: {},
    graceDays: 14,
    ...circumstances,
  });

const train = (...asked: Parameters<typeof found>) => {
  const answer = found(...asked);
  return typeof answer === 'string' ? answer : answer.release;
};

test.each<[Platform, string, string]>([
  ['macos', '26.7.2', '26'],
  ['macos', '10.15.7', '10.15'],
  ['macos', '27.2.0', '27'],
  ['macos', '16.0', 'value-not-understood'],
  ['macos', '10.16', 'value-not-understood'],
  ['macos', '10.9.5', 'baseline-missing'],
  ['windows', '10.0.26200.9711', '26200'],
  ['windows', '10.0.28000.3231', '28000'],
  ['windows', '10.0.26220', 'baseline-missing'],
  ['windows', '10.0', 'not-reported'],
  ['windows', 'Windows 11 Pro', 'not-reported'],
  ['windows', 'Windows 11 25H2', '26200'],
  ['windows', 'Windows Server 2022', '20348'],
  ['windows', '10.0.26100.33650', 'Server 2025'],
  ['windows', 'UniversalApiContract 19.0.0', 'browser-cannot-know'],
  ['windows', 'UniversalApiContract 15.0.0', '22631'],
  ['windows', 'UniversalApiContract 14.0.0', '22000'],
  ['windows', 'UniversalApiContract 10.0.0', 'browser-cannot-know'],
  ['windows', 'UniversalApiContract 7.0.0', 'not-reported'],
  ['windows', 'UniversalApiContract 1.0.0', '10240'],
  ['ipados', '17.7.11', 'baseline-outdated'],
  ['ios', '17.7.7', '17'],
  ['android', '16.0.0', '16'],
  ['linux', 'Ubuntu 24.04.3 LTS', 'Ubuntu 24.04'],
  ['linux', 'Ubuntu 24', 'not-reported'],
  ['linux', 'rolling', 'value-not-understood'],
  ['unknown', '1.0', 'value-not-understood'],
])('%s "%s" is %s', (platform, version, release) => {
  expect(train(platform, version)).toBe(release);
});

describe('a release that is newer than all known', () => {
  test.each<[Platform, string]>([
    ['macos', '28.0'],
    ['ios', '28.0'],
    ['android', '18'],
    ['windows', '10.0.29531.1000'],
    ['linux', 'Fedora Linux 46'],
    ['linux', 'Ubuntu 27.04'],
  ])('%s "%s" is supported: a beta, or out since', (platform, version) => {
    expect(found(platform, version)).toMatchObject({ supportedUntil: null });
  });

  test.each<[Platform, string]>([
    ['macos', '29.0'],
    ['macos', '999.9'],
    ['ios', '42.0'],
    ['android', '34'],
    ['windows', '10.0.39999'],
    ['linux', 'Fedora Linux 99'],
    ['linux', 'RHEL 99'],
  ])('%s "%s" does not exist, and is not taken for one', (platform, version) => {
    expect(found(platform, version)).toBe('baseline-missing');
  });
});

describe('a build completes what a browser tells', () => {
  test('where it fits', () => {
    const reported = { osVersion: 'UniversalApiContract 19.0.0', osBuild: '10.0.26200.9711' };
    expect(train('windows', reported)).toBe('26200');
    expect(train('windows', { ...reported, osVersion: 'Windows 11 25H2' })).toBe('26200');
    expect(train('windows', { ...reported, osVersion: 'Windows 11' })).toBe('26200');
  });

  test('but not where the browser knows of a later system', () => {
    const reported = { osVersion: 'UniversalApiContract 19.0.0', osBuild: '10.0.19045.3324' };
    expect(train('windows', reported)).toBe('browser-cannot-know');
  });

  test('nor where it is no build', () => {
    expect(train('windows', { osVersion: '10.0.26200.9711', osBuild: '1379' })).toBe('26200');
    expect(train('macos', { osVersion: '26.7.2', osBuild: '25H000' })).toBe('26');
  });
});

describe('support that some have for longer', () => {
  test.each([
    ['Windows 10 22H2 without paid updates that anyone could see', '10.0.19045.6456', 'not-reported'],
    ['a revision that only paid updates bring', '10.0.19045.7663', '2028-10-10'],
    ['Windows 10 Home, whose paid updates nobody can see', 'Windows 10 Home 22H2 10.0.19045.6456', 'not-reported'],
    ['24H2 of an edition that nobody told', '10.0.26100.9711', 'not-reported'],
    ['24H2 Pro', 'Windows 11 Pro 24H2 10.0.26100.9711', '2026-10-13'],
    ['24H2 Enterprise', 'Windows 11 Enterprise 24H2 10.0.26100.9711', '2027-10-12'],
    ['24H2 with a revision that came out after Pro had ended', '10.0.26100.10021', '2027-10-12'],
    ['LTSC 2021', 'Windows 10 Enterprise LTSC 10.0.19044.4000', '2027-01-12'],
    [
      '21H2 Enterprise, which may be LTSC with a shortened name',
      'Windows 10 Enterprise 10.0.19044.4000',
      'not-reported',
    ],
    ['21H2 Pro', 'Windows 10 Pro 19044', '2024-06-11'],
    ['Server 2019', 'Windows Server 2019 Datacenter 10.0.17763.100', '2029-01-09'],
    ['a revision that only Server 2019 and LTSC have', '10.0.17763.9487', '2029-01-09'],
    ['Server 2016', '10.0.14393.9688', '2027-01-12'],
    ['Server 2016, or LTSB 2016, which has ended', '10.0.14393.9612', 'not-reported'],
  ])('%s: %s', (_, version, until) => {
    const answer = found('windows', version);
    expect(typeof answer === 'string' ? answer : answer.supportedUntil).toBe(until);
  });

  test('a company that pays for it says so in its policy', () => {
    expect(found('windows', '10.0.19045.3324', { thresholds: { extendedSupport: 1 } })).toMatchObject({
      supportedUntil: '2028-10-10',
    });
  });

  test('ends for everybody on its last day', () => {
    const now = '2028-10-12T00:00:00.000Z';
    expect(found('windows', '10.0.19045.7663', { now, thresholds: { extendedSupport: 1 } })).toMatchObject({
      supportedUntil: '2025-10-14',
    });
  });
});

describe('that a train gets fixes is known for a while only', () => {
  test.each<[Platform, string, string]>([
    ['ios', '18.7.10', '2026-09-29'],
    ['macos', '26.7.2', '2026-10-26'],
    ['android', '16', '2026-11-04'],
  ])('%s %s: 60 days from %s', (platform, version, asOf) => {
    const until = later(`${asOf}T00:00:00.000Z`, 60 * DAY);
    expect(found(platform, version)).toMatchObject({ knownUntil: until });
    expect(train(platform, version, { now: later(until, -1) })).not.toBe('baseline-outdated');
    expect(train(platform, version, { now: until })).toBe('baseline-outdated');
  });

  test('but that it has ended, or when it will, stays so', () => {
    const now = '2027-01-10T00:00:00.000Z';
    expect(train('macos', '14.8.9', { now })).toBe('14');
    expect(train('macos', '13.7.8', { now })).toBe('13');
    expect(train('linux', 'Ubuntu 24.04', { now })).toBe('Ubuntu 24.04');
    expect(train('windows', '10.0.26200.9711', { now })).toBe('26200');
  });
});

test.each([
  ['158', { ended: false }],
  ['157.0.8103.79', { ended: false }],
  ['156', 'baseline-missing'],
  ['144', 'baseline-missing'],
  ['141', { ended: true }],
  ['120', { ended: true }],
  ['16181.47.0', 'baseline-missing'],
])('ChromeOS %s is told by Chrome’s calendar, where it can be', (version, expected) => {
  const answer = found('chromeos', version);
  if (typeof expected === 'string') expect(answer).toBe(expected);
  else expect(answer).toMatchObject(expected);
});
