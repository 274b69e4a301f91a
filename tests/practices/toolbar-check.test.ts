import { describe, expect, test } from 'vitest';
import { DAY, later } from '../../src/posture/instant.ts';
import { browserFindingOf, daysAgo, NOW } from '../support/posture.ts';

const toolbar = (more: object = {}, input: object = {}) =>
  browserFindingOf(
    'toolbar-check',
    'toolbar',
    { installed: 'by-person', pinned: 'yes', release: 'current', ...more },
    input,
  );

test.each([
  [{}, 'ok', 'pinned'],
  [{ answeredAt: daysAgo(2) }, 'ok', 'pinned'],
  [{ pinned: 'cannot-know' }, 'ok', 'unseen'],
  [{ pinned: 'no' }, 'nudge', 'hidden'],
  [{ release: 'waiting' }, 'nudge', 'waiting'],
  [{ release: 'too-old' }, 'nudge', 'too-old'],
  [{ answeredAt: null }, 'nudge', 'never-answered'],
  [{ answeredAt: daysAgo(3) }, 'nudge', 'silent'],
])('%j is %s', (more, rating, observed) => {
  expect(toolbar(more)).toMatchObject({ rating, observed, isAside: true });
});

test('of several things the one that weighs most is told', () => {
  const all = { pinned: 'no', release: 'too-old', answeredAt: daysAgo(9) };
  expect(toolbar(all).observed).toBe('too-old');
  expect(toolbar({ ...all, release: 'waiting' }).observed).toBe('silent');
  expect(toolbar({ ...all, release: 'waiting', answeredAt: NOW }).observed).toBe('waiting');
});

describe('the gateway’s silence', () => {
  test('ends the finding by the calendar, when that comes before the next look', () => {
    expect(toolbar({ answeredAt: daysAgo(2.5) }).validUntil).toBe(later(NOW, DAY / 2));
    expect(toolbar({ answeredAt: daysAgo(1) }).validUntil).toBe(later(NOW, DAY));
  });

  test('is counted in the policy’s days', () => {
    const policy = { version: '1', practices: { 'toolbar-check': { thresholds: { silentDays: 10 } } } };
    expect(toolbar({ answeredAt: daysAgo(9) }, { policy }).rating).toBe('ok');
  });
});
