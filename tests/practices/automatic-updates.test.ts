import { expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

test.each([
  ['on', 'ok'],
  ['partly', 'nudge'],
  ['off', 'warn'],
])('automatic updates that are %s are %s', (value, rating) => {
  const finding = findingOf('automatic-updates', { signals: [said('automaticUpdates', value)] });
  expect(finding).toMatchObject({ rating, observed: value });
});
