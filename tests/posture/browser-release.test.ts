import { describe, expect, test } from 'vitest';
import type { Baseline } from '../../src/posture/baseline.ts';
import { standingOf } from '../../src/posture/browser-release.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { NOW } from '../support/posture.ts';

type Browser = FactValue<'browserVersion'>;

interface Circumstances {
  readonly now?: string;
  readonly platform?: Platform;
  readonly baseline?: Baseline;
}

const standing = (browser: Browser, circumstances: Circumstances = {}) =>
  standingOf(browser, {
    platform: 'macos',
    baseline: bundledBaseline,
    now: NOW,
    thresholds: {},
    graceDays: 14,
    ...circumstances,
  });

/** The day on which the successor came out, `newest` where there is none, else why there is no answer. */
const succeeded = (...asked: Parameters<typeof standing>): string => {
  const found = standing(...asked);
  if (typeof found === 'string') return found;
  return found.succeededAt?.slice(0, 10) ?? 'newest';
};

test.each<[Browser['name'], string, string]>([
  ['chrome', '158.0.8150.20', 'newest'],
  ['chrome', '159.0.8200.1', 'newest'],
  ['chrome', '157.0.8103.79', '2026-11-17'],
  ['chrome', '155.0.0.0', '2026-10-20'],
  ['chrome', '120.0.6099.130', '2025-10-28'],
  ['edge', '157.0.4330.12', '2026-11-19'],
  ['edge', '156.0.4314.56', '2026-11-05'],
  ['firefox', '160.0.1', 'newest'],
  ['firefox', '160', 'newest'],
  ['firefox', '161.0b3', 'newest'],
  ['firefox', '162.0a1', 'newest'],
  ['firefox', '159.0', '2026-11-10'],
])('%s %s was succeeded: %s', (name, version, day) => {
  expect(succeeded({ name, version })).toBe(day);
});

test.each<[Browser['name'], string]>([
  ['chrome', 'x'],
  ['chrome', ''],
  ['chrome', 'Chrome/157'],
  ['chrome', '999999999999.9'],
  ['chrome', '9999.0'],
  ['chrome', '１５７.0'],
  ['firefox', '153.999'],
])('%s "%s" is no version that exists', (name, version) => {
  expect(succeeded({ name, version })).toBe('value-not-understood');
});

describe('a Firefox ESR counts the ordinary releases that it came out with', () => {
  test.each([
    ['153.7.0', 'newest', '153.7', '153.7'],
    ['153.7.0esr', 'newest', '153.7', '153.7'],
    ['153.6.1', '2026-11-10', '153.6', '153.7'],
    ['153.3.0', '2026-09-29', '153.3', '153.7'],
    ['153.0', '2026-08-18', '153', 160],
    ['140.17.0', '2026-10-13', '140.17', 160],
    ['115.39.0', '2026-09-01', '115.39', 160],
    ['115.45.0', 'newest', '115.45', 160],
  ])('%s was succeeded: %s', (version, day, own, newest) => {
    expect(succeeded({ name: 'firefox', version })).toBe(day);
    expect(standing({ name: 'firefox', version })).toMatchObject({ version: own, newest });
  });
});

describe('Extended Stable', () => {
  test.each<[Browser['name'], string, string | undefined]>([
    ['chrome', '156.0.1', '2026-12-15'],
    ['edge', '156.0.1', '2026-12-17'],
    ['chrome', '155.0.1', undefined],
    ['brave', '156.0.1', undefined],
  ])('%s %s: %s', (name, version, until) => {
    const found = standing({ name, version, engineMajor: Number.parseInt(version, 10) });
    expect((found as { supportedUntil?: string }).supportedUntil).toBe(until);
  });
});

describe('a browser with numbers of its own is read by the Chromium inside', () => {
  test('or not at all', () => {
    for (const name of ['brave', 'opera', 'vivaldi'] as const) {
      expect(standing({ name, version: '157.0' })).toBe('baseline-missing');
    }
  });

  test('in words that fit what people see in it', () => {
    expect(standing({ name: 'brave', version: '157.0.0.0', engineMajor: 157 })).toMatchObject({
      version: '157',
      newest: 158,
    });
    expect(standing({ name: 'opera', version: '140.0.5461.0', engineMajor: 157 })).toMatchObject({
      version: '140 (Chromium 157)',
      newest: 'Chromium 158',
    });
  });
});

describe('who brings Chromium out late is never told to be behind while it may be the newest', () => {
  test.each<[Browser['name'], string, number, string]>([
    ['opera', '140.0', 157, '2026-11-17'],
    ['opera', '139.0', 155, 'baseline-missing'],
    ['opera', '138.0', 154, 'baseline-missing'],
    ['opera', '134.0', 150, 'baseline-missing'],
    ['opera', '130.0', 146, '2026-04-07'],
    ['vivaldi', '7.9', 156, '2026-11-03'],
    ['vivaldi', '7.8', 154, 'baseline-missing'],
    ['vivaldi', '7.1', 144, '2026-02-10'],
    ['chromium', '155.0.8050.1', 155, 'baseline-missing'],
    ['chromium', '158.0.1', 158, 'newest'],
    ['chromium', '150.0.7871.100', 150, '2026-07-28'],
  ])('%s %s with Chromium %i: %s', (name, version, engineMajor, day) => {
    expect(succeeded({ name, version, engineMajor })).toBe(day);
  });

  test('Chrome on ChromeOS neither, whose long-term channel is half a year late', () => {
    const chrome = (version: string) => succeeded({ name: 'chrome', version }, { platform: 'chromeos' });
    expect(chrome('157.0.1')).toBe('2026-11-17');
    expect(chrome('156.0.1')).toBe('baseline-missing');
    expect(chrome('144.0.1')).toBe('baseline-missing');
    expect(chrome('138.0.1')).toBe('2025-10-28');
  });
});

describe('a calendar', () => {
  const chrome = { name: 'chrome', version: '159.0.1' } as const;

  test('with planned releases stays right for weeks', () => {
    expect(succeeded({ name: 'chrome', version: '158.0.1' }, { now: '2026-12-09T00:00:00.000Z' })).toBe('2026-12-08');
    expect(standing(chrome, { now: '2026-12-09T00:00:00.000Z' })).toMatchObject({ newest: 159 });
  });

  test('that has run out calls nothing the newest, but what is behind stays behind', () => {
    const browsers = { ...bundledBaseline.browsers, chrome: [{ major: 157, releasedAt: '2026-11-03' }] };
    const late = { baseline: { ...bundledBaseline, browsers }, now: '2026-12-23T00:00:00.000Z' };
    const version = '157.0.1';
    expect(succeeded({ ...chrome, version }, { ...late, now: '2026-12-22T00:00:00.000Z' })).toBe('newest');
    expect(succeeded({ ...chrome, version }, late)).toBe('baseline-outdated');
    expect(succeeded(chrome, late)).toBe('newest');
    expect(succeeded({ ...chrome, version: '156.0' }, late)).toBe('2026-11-03');
  });

  test('that is missing, or of which nothing is out yet, says nothing', () => {
    const browsers = { chrome: [], edge: [{ major: 157, releasedAt: '2026-12-24' }], firefox: [] };
    const baseline = { ...bundledBaseline, browsers };
    for (const name of ['chrome', 'edge', 'firefox', 'other'] as const) {
      expect(standing({ name, version: '157.0' }, { baseline })).toBe('baseline-missing');
    }
  });
});
