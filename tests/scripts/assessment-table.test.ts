import { expect, test } from 'vitest';
import { assessmentTable } from '../../scripts/assessment-table.mjs';
import type { Assessment, Finding } from '../../src/posture/finding.ts';

const now = new Date('2026-11-23T12:00:00.000Z');

const finding = (differences: Partial<Finding>): Finding => ({
  practice: 'disk-encryption',
  device: 'd_1',
  scope: 'device',
  isAside: false,
  rating: 'ok',
  blamed: [],
  params: {},
  parts: [],
  decidedBy: [],
  alsoSaid: [],
  ...differences,
});

const said = (source: string, observedAt: string) =>
  ({ fact: 'diskEncryption', value: 'off', source, observedAt }) as const;

const assessmentOf = (...findings: readonly Finding[]): Assessment => ({
  assessedAt: now.toISOString(),
  organization: null,
  connection: { endpoint: 'https://posture.example', problem: null, answeredAt: now.toISOString() },
  omitted: { retired: 0, overLimit: 0, unreadable: 0 },
  devices: [
    {
      id: 'd_1',
      name: "Jane's MacBook Pro",
      platform: 'macos',
      form: 'computer',
      isThisComputer: true,
      isJoined: true,
      listedBy: ['jamf'],
      isLastKnown: false,
      lastContactAt: null,
      findings,
      unjudged: [],
    },
  ],
  sources: [{ id: 'jamf', name: 'Jamf Pro', status: 'answered', reason: null, answeredAt: null, covers: {} }],
  baselineAsOf: '2026-11-19',
});

const rowsOf = (...findings: readonly Finding[]) =>
  assessmentTable(assessmentOf(...findings), now)
    .split('\n')
    .slice(1);

test('a row names the device, the check, the rating, who says so and how old that is', () => {
  expect(rowsOf(finding({ rating: 'warn', decidedBy: [said('jamf', '2026-11-23T08:30:00.000Z')] }))).toEqual([
    "Jane's MacBook Pro  disk encryption  warn    Jamf Pro     3 hours ago",
  ]);
});

test.each([
  ['2026-11-23T12:00:00.000Z', 'just now'],
  ['2026-11-23T11:59:00.000Z', '1 minute ago'],
  ['2026-11-20T11:00:00.000Z', '3 days ago'],
])('what was observed at %s is %s', (observedAt, age) => {
  expect(rowsOf(finding({ decidedBy: [said('browser', observedAt)] }))[0]).toMatch(new RegExp(`this browser +${age}$`));
});

test('an unknown rating comes with its reason and with the source that failed', () => {
  expect(rowsOf(finding({ rating: 'unknown', reason: 'source-failed', blamed: ['jamf'] }))[0]).toMatch(
    /unknown \(source-failed\) +Jamf Pro$/,
  );
});

test('a finding past its time is unknown, whatever is stored', () => {
  expect(rowsOf(finding({ validUntil: '2026-11-23T11:59:59.000Z' }))[0]).toContain('unknown (stale)');
});

test('what does not apply to a device has no row', () => {
  expect(rowsOf(finding({ rating: 'not-applicable' }))).toEqual([]);
});
