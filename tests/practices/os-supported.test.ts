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
  ['windows', '10.0.19045.7663', 'ok', 'supported-until'],
  ['windows', 'Windows 11 Pro 24H2 10.0.26100.9711', 'warn', 'ended'],
  ['windows', '10.0.26100.33650', 'ok', 'supported-until'],
  ['windows', 'UniversalApiContract 15.0.0', 'warn', 'ended'],
  ['windows', 'UniversalApiContract 12.0.0', 'ok', 'supported-until'],
  ['ios', '18.7.10', 'ok', 'supported'],
  ['chromeos', '158.0.8150.20', 'ok', 'supported'],
  ['chromeos', '120.0.6099.272', 'nudge', 'no-fixes-seen'],
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
  ['windows', 'UniversalApiContract 19.0.0', 'browser-cannot-know'],
  ['windows', 'Windows 11', 'not-reported'],
  ['ios', '16.7.16', 'baseline-outdated'],
])('%s %s cannot be judged: %s', (platform, version, reason) => {
  expect(os(platform, version)).toMatchObject({ rating: 'unknown', reason });
});

test('a build that the company’s tools report completes what a browser tells later', () => {
  const finding = findingOf('os-supported', {
    platform: 'windows',
    signals: [
      said('osVersion', 'UniversalApiContract 19.0.0', 'browser', 0),
      said('osVersion', '10.0.26200.9711', 'intune', 4),
      said('osBuild', '10.0.26200.9711', 'intune', 4),
    ],
  });
  expect(finding).toMatchObject({ rating: 'ok', params: { release: 'Windows 11 25H2' } });
});

test('where no end is published, the finding is valid as long as what is known of the train', () => {
  expect(os('ios', '18.7.10', '2026-11-27T00:00:00.000Z')).toMatchObject({
    rating: 'ok',
    validUntil: '2026-11-28T00:00:00.000Z',
  });
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
