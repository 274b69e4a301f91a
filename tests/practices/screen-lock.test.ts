import { describe, expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

const lock = (on: string, seconds?: unknown, hours = 3, thresholds = {}) =>
  findingOf(
    'screen-lock',
    {
      signals: [
        said('screenLock', on),
        ...(seconds === undefined ? [] : [said('screenLockAfterSeconds', seconds, 'jamf', hours)]),
      ],
    },
    { policy: { version: '1', practices: { 'screen-lock': { thresholds } } } },
  );

test.each([
  ['off', undefined, 'warn', 'off'],
  ['off', 60, 'warn', 'off'],
  ['on', undefined, 'ok', 'on'],
  ['on', 900, 'ok', 'timed'],
  ['on', 901, 'nudge', 'late'],
  ['on', 0, 'warn', 'never'],
])('a lock that is %s after %s seconds is %s', (on, seconds, rating, observed) => {
  expect(lock(on, seconds)).toMatchObject({ rating, observed });
});

test('the policy sets the longest time', () => {
  expect(lock('on', 600, 3, { afterSeconds: 300 })).toMatchObject({ rating: 'nudge', params: { longestMinutes: 5 } });
});

describe('the time is a wish, not a need', () => {
  test('an old one is as if it were not known', () => {
    expect(lock('on', 0, 8 * 24).rating).toBe('ok');
  });

  test('one that is not understood or lies in the future is told', () => {
    expect(lock('on', 'five')).toMatchObject({ rating: 'unknown', reason: 'value-not-understood' });
    expect(lock('on', 300, -1)).toMatchObject({ rating: 'unknown', reason: 'clock-wrong' });
  });

  test('without the lock itself it proves nothing', () => {
    const finding = findingOf('screen-lock', { signals: [said('screenLockAfterSeconds', 60)] });
    expect(finding).toMatchObject({ rating: 'unknown', reason: 'not-reported' });
  });
});
