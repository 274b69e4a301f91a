import { expect, test } from 'vitest';
import { browserFindingOf, daysAgo, findingOf, NOW } from '../support/posture.ts';

test.each([
  ['ready', 'ok'],
  ['not-set-up', 'nudge'],
])('%s is %s', (value, rating) => {
  expect(browserFindingOf('passkey-ready', 'passkey', value)).toMatchObject({ rating, observed: value });
});

test.each([
  [29, 'ok'],
  [30, 'unknown'],
])('it is believed for a month, for only an open page can look: after %s days it is %s', (days, rating) => {
  const signals = [{ fact: 'passkey', value: 'ready', source: 'browser', observedAt: daysAgo(days) }] as const;
  const subjects = [{ isThisComputer: true }] as never;
  expect(findingOf('passkey-ready', { signals }, { subjects, now: NOW }).rating).toBe(rating);
});
