import { describe, expect, test } from 'vitest';
import { aSource, findingOf, hoursAgo, said } from '../support/posture.ts';

const pass = (title: string) => ({ id: title, title, result: 'pass' });
const fail = (title: string, text?: string) => ({ id: title, title, result: 'fail', ...(text && { text }) });
const checks = (...list: unknown[]) => findingOf('company-check', { signals: [said('companyChecks', list, 'fleet')] });

test('checks that all pass are ok, and counted', () => {
  expect(checks(pass('VPN'), pass('Backup'))).toMatchObject({
    rating: 'ok',
    observed: 'all-pass',
    params: { count: 2 },
  });
});

test('each failing check is told with its title and its text, and is a nudge', () => {
  expect(checks(pass('VPN'), fail('Backup', 'Last one in June'), fail('Browser profile'))).toMatchObject({
    rating: 'nudge',
    observed: 'some-fail',
    params: { count: 3, failing: 2 },
    parts: [
      { observed: 'fails-because', rating: 'nudge', params: { title: 'Backup', text: 'Last one in June' } },
      { observed: 'fails', rating: 'nudge', params: { title: 'Browser profile' } },
    ],
  });
});

test('the policy may raise it', () => {
  const policy = { version: '1', practices: { 'company-check': { importance: 'warn' } } } as const;
  const signals = [said('companyChecks', [fail('Backup')])];
  expect(findingOf('company-check', { signals }, { policy }).rating).toBe('warn');
});

test('the checks of several companies’ tools add up: no tool speaks for the other’s', () => {
  const signals = [
    said('companyChecks', [pass('VPN')], 'kolide', 1),
    said('companyChecks', [fail('Backup')], 'fleet', 30),
  ];
  const finding = findingOf('company-check', { signals });
  expect(finding).toMatchObject({ rating: 'nudge', params: { count: 2, failing: 1 }, alsoSaid: [] });
  expect(finding.decidedBy.map(({ source }) => source)).toEqual(['kolide', 'fleet']);
  expect(finding.validUntil).toBe(hoursAgo(30 - 7 * 24));
});

test('of one tool the latest word counts', () => {
  const signals = [
    said('companyChecks', [pass('Backup')], 'fleet', 1),
    said('companyChecks', [fail('Backup')], 'fleet', 30),
  ];
  const finding = findingOf('company-check', { signals });
  expect(finding.rating).toBe('ok');
  expect(finding.alsoSaid).toHaveLength(1);
});

describe('no check', () => {
  test('is not asked about where no tool has any', () => {
    expect(findingOf('company-check', {}).rating).toBe('not-applicable');
  });

  test('is unknown where a tool has some, and did not tell', () => {
    const covers = { macos: ['companyChecks'] } as const;
    expect(findingOf('company-check', {}, { sources: [aSource({ covers })] })).toMatchObject({
      reason: 'not-reported',
    });
    const failed = aSource({ covers, status: 'failed', reason: 'timeout' });
    expect(findingOf('company-check', {}, { sources: [failed] })).toMatchObject({ reason: 'source-failed' });
  });

  test('in a list is not understood, never ok', () => {
    expect(checks()).toMatchObject({ rating: 'unknown', reason: 'value-not-understood' });
  });

  test('that cannot be read is not made up for by another tool’s', () => {
    const signals = [said('companyChecks', [pass('VPN')], 'kolide', 1), said('companyChecks', '?', 'fleet', 30)];
    expect(findingOf('company-check', { signals })).toMatchObject({
      reason: 'value-not-understood',
      blamed: ['fleet'],
    });
  });
});
