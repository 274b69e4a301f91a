import { describe, expect, test } from 'vitest';
import { endOf, later } from '../../src/posture/instant.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { findingOf, said } from '../support/posture.ts';

const os = (platform: Platform, version: string, now?: string) =>
  findingOf(
    'os-supported',
    { platform, signals: [{ ...said('osVersion', version), ...(now && { observedAt: now }) }] },
    now === undefined ? {} : { now },
  );

test.each<[Platform, string, string, string]>([
  ['macos', '26.7.2', 'ok', 'supported'],
  ['macos', '15.8.2', 'ok', 'supported'],
  ['macos', '28.0', 'ok', 'supported'],
  ['macos', '14.8.9', 'nudge', 'no-fixes-seen'],
  ['macos', '13.7.8', 'warn', 'ended'],
  ['windows', '10.0.26200.9711', 'ok', 'supported-until'],
  ['windows', '10.0.22631.7652', 'warn', 'ended'],
  ['android', '16', 'ok', 'supported'],
  ['android', '13', 'nudge', 'no-fixes-seen'],
  ['linux', 'Fedora Linux 43 (Workstation Edition)', 'ok', 'supported-until'],
  ['linux', 'Fedora Linux 42', 'warn', 'ended'],
])('%s %s is %s', (platform, version, rating, observed) => {
  expect(os(platform, version)).toMatchObject({ rating, observed });
});

test.each<[Platform, string, string]>([
  ['macos', 'Sequoia', 'value-not-understood'],
  ['macos', '10.9.5', 'baseline-missing'],
  ['chromeos', '16181.47.0', 'baseline-missing'],
  ['windows', '10.0.19045.3324', 'not-reported'],
])('%s %s cannot be judged: %s', (platform, version, reason) => {
  expect(os(platform, version)).toMatchObject({ rating: 'unknown', reason });
});

describe('the last supported day', () => {
  const end = endOf('2026-12-09');

  test('is supported until it is over everywhere', () => {
    expect(os('linux', 'Fedora 43', later(end, -1)).rating).toBe('ok');
    expect(os('linux', 'Fedora 43', end).rating).toBe('warn');
  });

  test('ends the finding', () => {
    expect(os('linux', 'Fedora 43', later(end, -1000)).validUntil).toBe(end);
  });
});
