import { expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

test.each([
  ['on', 'ok'],
  ['encrypting', 'nudge'],
  ['suspended', 'warn'],
  ['off', 'warn'],
])('a disk whose encryption is %s is %s', (value, rating) => {
  const finding = findingOf('disk-encryption', { signals: [said('diskEncryption', value)] });
  expect(finding).toMatchObject({ rating, observed: value, remedy: { platform: 'macos', minutes: 5, restart: false } });
});
