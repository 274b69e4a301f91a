import { describe, expect, test } from 'vitest';
import type { Assessment, Finding } from '../../src/posture/finding.ts';
import { DAY, HOUR, later } from '../../src/posture/instant.ts';
import { dueSoon, wasRemindedToday } from '../../src/posture/reminder.ts';
import { assessmentOf } from '../support/assessments.ts';
import { aDevice, NOW, said } from '../support/posture.ts';

const atFirst = assessmentOf([aDevice({ signals: [said('firewall', 'off'), said('diskEncryption', 'off')] })]);

/** The same with other fields in the findings of these practices. */
const having = (changes: Record<string, Partial<Finding>>): Assessment => ({
  ...atFirst,
  devices: atFirst.devices.map((device) => ({
    ...device,
    findings: device.findings.map((finding) => ({
      ...finding,
      reminds: true as const,
      ...changes[finding.practice],
    })),
  })),
});

const due = (changes: Record<string, Partial<Finding>>) =>
  dueSoon(having(changes), NOW).map(({ practice }) => practice);
const inDays = (days: number) => later(NOW, days * DAY);

test('what is to do within three days is due soon, the nearest first', () => {
  expect(due({ firewall: { dueAt: inDays(2) }, 'disk-encryption': { dueAt: inDays(1) } })).toEqual([
    'disk-encryption',
    'firewall',
  ]);
});

test('nothing is due of which the company wants nobody reminded', () => {
  const device = aDevice({ signals: [said('firewall', 'off')] });
  const dueWhen = (stage: 'show' | 'remind') =>
    dueSoon(
      assessmentOf([device], { policy: { version: '1', practices: { firewall: { stage, dueAt: inDays(1) } } } }),
      NOW,
    ).map(({ practice }) => practice);
  expect([dueWhen('show'), dueWhen('remind')]).toEqual([[], ['firewall']]);
});

test.each<[string, Partial<Finding>]>([
  ['has no deadline', {}],
  ['has a later one', { dueAt: later(NOW, 3 * DAY + 1) }],
  ['is overdue', { dueAt: later(NOW, -1) }],
  ['is done', { dueAt: inDays(1), rating: 'ok' }],
  ['is not known', { dueAt: inDays(1), rating: 'unknown', reason: 'stale' }],
  ['was claimed', { dueAt: inDays(1), claimedAt: later(NOW, -HOUR) }],
  ['was agreed otherwise', { dueAt: inDays(1), agreed: { until: '2027-01-01', why: 'A new one comes' } }],
])('nothing is due that %s', (_, changes) => {
  expect(due({ firewall: changes })).toEqual([]);
});

describe('the person was told today', () => {
  test.each([
    ['never', undefined, false],
    ['just now', NOW, true],
    ['less than a day ago', later(NOW, 1 - DAY), true],
    ['a day ago', later(NOW, -DAY), false],
    ['in the future, by a clock that was wrong', later(NOW, HOUR), false],
  ])('%s', (_, at, isSo) => {
    expect(wasRemindedToday(at, NOW)).toBe(isSo);
  });
});
