import { expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

test.each([
  ['on', 'ok'],
  ['off', 'warn'],
])('a firewall that is %s is %s', (value, rating) => {
  expect(findingOf('firewall', { signals: [said('firewall', value)] })).toMatchObject({ rating, observed: value });
});
