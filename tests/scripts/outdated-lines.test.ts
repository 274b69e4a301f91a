import { expect, test } from 'vitest';
import { outdatedBundledLines, outdatedLines } from '../../scripts/outdated-lines.mjs';
import { standingOf } from '../../src/posture/browser-release.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { patchStandingOf } from '../../src/posture/os-patch.ts';

const outdated = (now: string, baseline = bundledBaseline) =>
  outdatedLines(baseline, now, { patchStandingOf, standingOf });

test('Windows’ lines of October run out two weeks after November’s patch day', () => {
  const windows11 = 'windows Windows 11 25H2: newest known 26200.9711';
  expect(outdated('2026-11-23T12:00:00.000Z')).not.toContain(windows11);
  expect(outdated('2026-11-24T12:00:00.000Z')).toContain(windows11);
});

test('what nobody has confirmed for 60 days is named, and what has ended is not', () => {
  const lines = outdated('2026-11-23T12:00:00.000Z').map((line) => line.split(':')[0]);
  expect(lines).toContain('ios 15');
  expect(lines).not.toContain('ios 14');
  expect(lines).not.toContain('ios 27');
});

test.each([
  ['Android', 'android 16'],
  ['macOS', 'macos 26'],
  ['Chrome', 'chrome'],
  ['Firefox', 'firefox'],
])('a baseline that nobody refreshes for a year is named: %s', (_, line) => {
  expect(outdated('2027-11-23T12:00:00.000Z').map((one) => one.split(':')[0])).toContain(line);
});

test('a Windows line whose newest revision is of the last patch day holds', () => {
  const newest = { version: '26200.10101', releasedAt: '2026-11-10' };
  const windows = bundledBaseline.os.windows.map((train) =>
    train.release === '26200' ? { ...train, fixes: [newest, ...(train.fixes ?? [])] } : train,
  );
  const baseline = { ...bundledBaseline, os: { ...bundledBaseline.os, windows } };
  expect(outdated('2026-11-24T12:00:00.000Z', baseline).join()).not.toContain('25H2');
});

test('the script judges the baseline that ships', async () => {
  const now = '2026-11-24T12:00:00.000Z';
  expect(await outdatedBundledLines(now)).toEqual(outdated(now));
});
