import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import type { Sighting } from '../../src/posture/device.ts';
import { DAY, type Instant, later } from '../../src/posture/instant.ts';
import { present } from '../../src/posture/present.ts';
import { aDevice, anInput, daysAgo, findingOf, NOW, said, someone } from '../support/posture.ts';

const seen = (source: string, lastContactAt: Instant | null): Sighting => ({
  source,
  lastContactAt,
  joinedBy: 'alone',
});
const checkIn = (...seenBy: Sighting[]) => findingOf('check-in', { seenBy });

test.each([
  [0, 'ok', 'recent'],
  [6.99, 'ok', 'recent'],
  [7, 'nudge', 'silent'],
  [400, 'nudge', 'silent'],
])('a device that was last heard from %s days ago is %s', (days, rating, observed) => {
  expect(checkIn(seen('jamf', daysAgo(days)))).toMatchObject({ rating, observed, isAside: true });
});

test('the last contact of any source counts, and each is told', () => {
  const finding = checkIn(seen('jamf', daysAgo(40)), seen('intune', daysAgo(1)));
  expect(finding).toMatchObject({ rating: 'ok', params: { lastContactAt: daysAgo(1), days: 1 } });
  expect(finding.decidedBy.map(({ source }) => source)).toEqual(['intune', 'jamf']);
});

test('two contacts around the limit, minutes apart, are no disagreement', () => {
  const limit = daysAgo(7);
  expect(checkIn(seen('jamf', later(limit, -600_000)), seen('intune', later(limit, 600_000))).rating).toBe('ok');
});

test('a contact never grows too old to be told, whatever the policy says', () => {
  const policy = { version: '1', practices: { 'check-in': { maxAgeHours: 1 } } };
  const finding = findingOf('check-in', { seenBy: [seen('jamf', daysAgo(400))] }, { policy });
  expect(finding.rating).toBe('nudge');
  expect(finding).not.toHaveProperty('validUntil');
});

test('the finding ends when the contact becomes too old, without asking anyone', () => {
  const finding = checkIn(seen('jamf', daysAgo(2)));
  expect(finding.validUntil).toBe(later(NOW, 5 * DAY));
  const assessment = assess(anInput({ subjects: [someone(aDevice({ seenBy: [seen('jamf', daysAgo(2))] }))] }));
  const shown = present(assessment, [], later(NOW, 5 * DAY)).devices[0]?.findings;
  expect(shown?.find(({ practice }) => practice === 'check-in')).toMatchObject({ rating: 'unknown', reason: 'stale' });
});

test('the policy sets the days', () => {
  const policy = { version: '1', practices: { 'check-in': { thresholds: { silentDays: 30 } } } };
  expect(findingOf('check-in', { seenBy: [seen('jamf', daysAgo(20))] }, { policy }).rating).toBe('ok');
});

describe('a contact that nobody had', () => {
  test('is not asked about', () => {
    expect(checkIn(seen('jamf', null)).rating).toBe('not-applicable');
    expect(checkIn().rating).toBe('not-applicable');
  });

  test('cannot be claimed by a signal', () => {
    const signals = [said('lastContactAt', later(NOW, 1000 * DAY))];
    expect(findingOf('check-in', { seenBy: [], signals }).rating).toBe('not-applicable');
  });

  test('lies in the future: the clock is wrong', () => {
    expect(checkIn(seen('jamf', later(NOW, DAY)))).toMatchObject({ rating: 'unknown', reason: 'clock-wrong' });
  });
});
