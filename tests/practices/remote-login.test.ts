import { expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

test.each([
  ['off', 'ok'],
  ['on', 'warn'],
])('remote login that is %s is %s', (value, rating) => {
  expect(findingOf('remote-login', { signals: [said('remoteLogin', value)] })).toMatchObject({
    rating,
    observed: value,
  });
});
