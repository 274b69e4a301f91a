import { expect, test } from 'vitest';
import type { Platform } from '../../src/posture/platform.ts';
import { findingOf, said } from '../support/posture.ts';

test.each<[Platform, string, string]>([
  ['ios', 'intact', 'ok'],
  ['ios', 'jailbroken', 'warn'],
  ['android', 'rooted', 'warn'],
  ['chromeos', 'developer-mode', 'warn'],
])('an %s device that is %s is %s', (platform, value, rating) => {
  const finding = findingOf('device-integrity', { platform, signals: [said('deviceIntegrity', value)] });
  expect(finding).toMatchObject({ rating, observed: value });
});

test('a phone that nobody looked at is unknown', () => {
  expect(findingOf('device-integrity', { platform: 'ios' }).rating).toBe('unknown');
});
