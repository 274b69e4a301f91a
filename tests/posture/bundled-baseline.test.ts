import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Baseline, baselineSchema } from '../../src/posture/baseline.ts';
import { browserCalendar, browserCalendarAsOf } from '../../src/posture/browser-calendar.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { DAY } from '../../src/posture/instant.ts';
import { osTrainsAsOf } from '../../src/posture/os-trains.ts';
import { compareVersions, isComparable } from '../../src/posture/versions/compare-versions.ts';
import { NOW } from '../support/posture.ts';

const trains = Object.entries(bundledBaseline.os).flatMap(([platform, all]) =>
  all.map((train) => [platform, train.release, train] as const),
);

test('it is what an endpoint may send, and travels unchanged', () => {
  expect(v.parse(baselineSchema, JSON.parse(JSON.stringify(bundledBaseline)))).toEqual(bundledBaseline);
});

test('it is as old as its older part', () => {
  expect(bundledBaseline.asOf).toBe([browserCalendarAsOf, osTrainsAsOf].toSorted()[0]);
  expect(Date.parse(osTrainsAsOf)).toBeLessThanOrEqual(Date.parse(NOW));
});

test('a document without the newer fields is read as before', () => {
  const older = {
    asOf: '2026-11-19',
    os: { macos: [{ release: '26', latest: '26.6.2', releasedAt: '2026-08-17', supportedUntil: null }] },
    browsers: { chrome: [{ major: 157, releasedAt: '2026-11-03' }] },
  };
  expect(v.safeParse(baselineSchema, older).success).toBe(true);
});

describe.each(trains)('%s %s', (_, __, train) => {
  const { fixes = [], latest, releasedAt, supportedUntil, extendedUntil, extendedAfter, asOf } = train;

  test('lists its fixes from the newest to the oldest', () => {
    const [newest, ...older] = fixes;
    for (const { version, sameFixes = [] } of fixes) expect([version, ...sameFixes].every(isComparable)).toBe(true);
    for (const [i, fix] of older.entries()) {
      const before = fixes[i]!;
      expect(compareVersions(before.version, fix.version)).toBeGreaterThan(0);
      expect(before.releasedAt > fix.releasedAt).toBe(true);
      // Another name of a fix lies above the fix before it, or it would be that one’s.
      for (const same of before.sameFixes ?? []) expect(compareVersions(same, fix.version)).toBeGreaterThan(0);
    }
    if (newest !== undefined && latest !== undefined)
      expect([latest, releasedAt]).toEqual([newest.version, newest.releasedAt]);
    // What came before the oldest cannot be told from a hotpatch of it.
    expect(fixes.at(-1)?.hotpatched).toBeUndefined();
  });

  test('has dates that follow from each other', () => {
    if (supportedUntil !== null && extendedUntil !== undefined) expect(extendedUntil > supportedUntil).toBe(true);
    if (extendedAfter !== undefined) expect(extendedUntil).toBeDefined();
    if (asOf !== undefined) expect(asOf <= osTrainsAsOf).toBe(true);
    for (const fix of fixes) expect(fix.releasedAt <= osTrainsAsOf).toBe(true);
    if (train.ended) expect(supportedUntil).toBeNull();
  });
});

test('no train is listed twice', () => {
  for (const all of Object.values(bundledBaseline.os)) {
    expect(new Set(all.map(({ release }) => release)).size).toBe(all.length);
  }
});

test.each<[keyof Baseline['os'], string[]]>([
  ['macos', ['14', '15', '26', '27']],
  ['windows', ['19045', '22631', '26100', '26200', '26300', '28000']],
  ['ios', ['18', '26', '27']],
  ['ipados', ['18', '26', '27']],
  ['android', ['14', '15', '16', '17']],
  ['linux', ['Ubuntu 24.04', 'Ubuntu 26.04', 'Debian 12', 'Debian 13', 'Fedora 44', 'Fedora 45']],
])('%s has its trains', (platform, releases) => {
  expect(bundledBaseline.os[platform].map(({ release }) => release)).toEqual(expect.arrayContaining(releases));
});

describe.each(Object.entries(browserCalendar))('the calendar of %s', (_, calendar) => {
  test('counts up, and reaches into the future', () => {
    const majors = calendar.map(({ major }) => major);
    expect(majors).toEqual([...new Set(majors)].toSorted((a, b) => a - b));
    expect(calendar.map(({ releasedAt }) => releasedAt)).toEqual(
      calendar.map(({ releasedAt }) => releasedAt).toSorted(),
    );
    expect(Date.parse(calendar.at(-1)!.releasedAt)).toBeGreaterThan(Date.parse(browserCalendarAsOf) + 21 * DAY);
  });
});
