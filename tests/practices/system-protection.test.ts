import { describe, expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

const protection = (parts: unknown, wanted: object = {}) =>
  findingOf(
    'system-protection',
    { signals: [said('systemProtection', parts)] },
    { policy: { version: '1', practices: { 'system-protection': wanted } } },
  );

test.each([
  [{ sip: 'on' }, 'ok', 'sip-on'],
  [{ sip: 'off' }, 'warn', 'sip-off'],
  [{ sip: 'reduced' }, 'nudge', 'sip-reduced'],
  [{ secureBoot: 'off' }, 'warn', 'secure-boot-off'],
  [{ secureBoot: 'reduced' }, 'nudge', 'secure-boot-reduced'],
  [{ secureBoot: 'unsupported' }, 'nudge', 'secure-boot-unsupported'],
  [{ gatekeeper: 'off' }, 'nudge', 'gatekeeper-off'],
  [{ sip: 'on', gatekeeper: 'on', secureBoot: 'on' }, 'ok', 'sip-on'],
  [{ sip: 'on', gatekeeper: 'off', secureBoot: 'off' }, 'warn', 'secure-boot-off'],
])('%j is %s', (parts, rating, observed) => {
  expect(protection(parts)).toMatchObject({ rating, observed });
});

test('each protection has a line of its own', () => {
  expect(protection({ sip: 'on', gatekeeper: 'off', secureBoot: 'reduced' }).parts).toEqual([
    { observed: 'sip-on', rating: 'ok', params: {} },
    { observed: 'secure-boot-reduced', rating: 'nudge', params: {} },
    { observed: 'gatekeeper-off', rating: 'nudge', params: {} },
  ]);
});

test('what the company merely suggests is a nudge', () => {
  expect(protection({ sip: 'off' }, { importance: 'nudge' }).rating).toBe('nudge');
});

test.each([{}, { sip: 'perhaps' }, { tpm: 'on' }, 'on', null])('%j is not understood, never ok', (parts) => {
  expect(protection(parts)).toMatchObject({ rating: 'unknown', reason: 'value-not-understood' });
});

describe('two tools', () => {
  const both = (a: object, hoursA: number, b: object, hoursB: number) =>
    findingOf('system-protection', {
      signals: [said('systemProtection', a, 'jamf', hoursA), said('systemProtection', b, 'fleet', hoursB)],
    });

  test('each tell of their own part: a later one does not hide what the other has found', () => {
    expect(both({ gatekeeper: 'on' }, 1, { sip: 'off' }, 72)).toMatchObject({ rating: 'warn', observed: 'sip-off' });
  });

  test('of the same part the later word counts', () => {
    expect(both({ sip: 'on' }, 1, { sip: 'off' }, 72).rating).toBe('ok');
  });

  test('of the same part at the same time disagree', () => {
    expect(both({ sip: 'on' }, 1, { sip: 'off', gatekeeper: 'on' }, 1.5)).toMatchObject({ reason: 'sources-disagree' });
  });
});
