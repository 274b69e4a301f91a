import { describe, expect, test } from 'vitest';
import { DAY, later } from '../../src/posture/instant.ts';
import type { PracticePolicy } from '../../src/posture/policy.ts';
import { daysAgo, findingOf, NOW, said } from '../support/posture.ts';

const updates = (pending: unknown, wanted: PracticePolicy = {}) =>
  findingOf(
    'software-updates',
    { signals: [said('pendingUpdates', pending)] },
    { policy: { version: '1', practices: { 'software-updates': wanted } } },
  );

test.each([
  [{ count: 0 }, 'ok', 'none'],
  [{ count: 0, security: 0 }, 'ok', 'none'],
  [{ count: 3 }, 'nudge', 'waiting'],
  [{ count: 3, oldestAt: daysAgo(13) }, 'ok', 'recent'],
  [{ count: 3, oldestAt: daysAgo(14) }, 'nudge', 'waiting'],
  [{ count: 3, security: 1 }, 'nudge', 'security'],
  [{ count: 3, security: 1, oldestAt: daysAgo(1) }, 'nudge', 'security'],
  [{ count: 0, security: 1 }, 'nudge', 'security'],
])('%j is %s', (pending, rating, observed) => {
  expect(updates(pending)).toMatchObject({ rating, observed });
});

test.each([{}, { count: -1 }, { count: 'many' }, { count: 1, oldestAt: 'in spring' }, []])(
  '%j is not understood',
  (pending) => {
    expect(updates(pending)).toMatchObject({ rating: 'unknown', reason: 'value-not-understood' });
  },
);

describe('what the company wants most is still a nudge', () => {
  test.each([
    ['in the grace period', daysAgo(13)],
    ['when nobody tells since when they wait', undefined],
  ])('%s', (_, oldestAt) => {
    const pending = { count: 1, security: 1, ...(oldestAt && { oldestAt }) };
    expect(updates(pending, { importance: 'warn' }).rating).toBe('nudge');
  });

  test('and is a warning after it', () => {
    expect(updates({ count: 1, oldestAt: daysAgo(14) }, { importance: 'warn' }).rating).toBe('warn');
  });
});

test.each([{ count: 1 }, { count: 1, security: 1 }])(
  'the end of the grace period ends the finding on %j',
  (pending) => {
    expect(updates({ ...pending, oldestAt: daysAgo(13) }).validUntil).toBe(later(NOW, DAY));
  },
);

test('the policy sets the grace period', () => {
  expect(updates({ count: 1, oldestAt: daysAgo(5) }, { graceDays: 3 })).toMatchObject({
    rating: 'nudge',
    params: { graceDays: 3 },
  });
});
