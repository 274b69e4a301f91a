import { describe, expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

const program = (name: string, state: string) => ({ name, state });
const programs = (...list: unknown[]) =>
  findingOf('endpoint-protection', { platform: 'windows', signals: [said('endpointProtection', list)] });

test.each([
  ['running', 'ok'],
  ['outdated', 'nudge'],
  ['stopped', 'warn'],
])('a program that is %s is %s', (state, rating) => {
  expect(programs(program('Falcon', state))).toMatchObject({ rating, observed: state, params: { name: 'Falcon' } });
});

test('one that runs is enough, and every program is told', () => {
  expect(programs(program('Defender', 'stopped'), program('Falcon', 'running'))).toMatchObject({
    rating: 'ok',
    observed: 'running',
    params: { name: 'Falcon' },
    parts: [
      { observed: 'running', rating: 'ok', params: { name: 'Falcon' } },
      { observed: 'stopped', rating: 'warn', params: { name: 'Defender' } },
    ],
  });
});

test('no program at all, told by a collector that ran, is a warning', () => {
  expect(programs()).toMatchObject({ rating: 'warn', observed: 'none', parts: [] });
});

test('that nobody told is unknown', () => {
  expect(findingOf('endpoint-protection', { platform: 'windows' })).toMatchObject({
    rating: 'unknown',
    reason: 'not-covered',
  });
});

describe('two tools', () => {
  const both = (a: unknown[], hoursA: number, b: unknown[], hoursB: number) =>
    findingOf('endpoint-protection', {
      signals: [said('endpointProtection', a, 'intune', hoursA), said('endpointProtection', b, 'crowdstrike', hoursB)],
    });

  test('each see their own programs', () => {
    const finding = both([program('Defender', 'stopped')], 1, [program('Falcon', 'running')], 30);
    expect(finding).toMatchObject({ rating: 'ok', params: { name: 'Falcon' } });
    expect(finding.decidedBy.map(({ source }) => source)).toEqual(['intune', 'crowdstrike']);
    expect(both([], 1, [program('Falcon', 'running')], 1.5).rating).toBe('ok');
  });

  test('that see the same program: the later word counts', () => {
    expect(both([program('Defender', 'stopped')], 1, [program('defender', 'running')], 30).rating).toBe('warn');
    expect(both([program('Defender', 'running')], 1, [program('defender', 'stopped')], 30).parts).toHaveLength(1);
  });

  test('that see the same program at the same time, differently, disagree', () => {
    const finding = both([program('Defender', 'stopped')], 1, [program('Defender', 'running')], 1.5);
    expect(finding).toMatchObject({ rating: 'unknown', reason: 'sources-disagree', blamed: ['intune', 'crowdstrike'] });
    expect(finding.alsoSaid).toHaveLength(2);
  });

  test('of which one is too old: only the other counts', () => {
    expect(both([program('Defender', 'stopped')], 1, [program('Falcon', 'running')], 73).rating).toBe('warn');
  });
});
