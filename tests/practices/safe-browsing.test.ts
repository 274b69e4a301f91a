import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import { aDevice, anInput, browserFindingOf, findingOf, someone } from '../support/posture.ts';

const safeBrowsing = (value: unknown) => browserFindingOf('safe-browsing', 'safeBrowsing', value);

test.each([
  ['on', 'person', 'ok', 'on'],
  ['on', 'organization', 'ok', 'on-by-organization'],
  ['off', 'person', 'warn', 'off'],
  ['off', 'organization', 'warn', 'off-by-organization'],
  ['off', 'other-extension', 'warn', 'off-by-other-extension'],
])('%s, set by the %s, is %s', (state, controlledBy, rating, observed) => {
  expect(safeBrowsing({ state, controlledBy })).toMatchObject({ rating, observed });
});

test.each([true, 'on', { state: 'on' }, { state: 'enhanced', controlledBy: 'person' }])(
  '%j is not understood',
  (value) => {
    expect(safeBrowsing(value)).toMatchObject({ rating: 'unknown', reason: 'value-not-understood' });
  },
);

describe('a browser that does not tell', () => {
  test.each(['browser-cannot-know', 'permission-not-granted', 'blocked-by-policy'] as const)(
    'says why: %s',
    (reason) => {
      const gaps = [{ fact: 'safeBrowsing', source: 'browser', reason }] as const;
      const finding = findingOf('safe-browsing', { gaps }, { subjects: [{ isThisComputer: true }] as never });
      expect(finding).toMatchObject({ rating: 'unknown', reason, blamed: ['browser'] });
    },
  );
});

test('is asked of this computer’s browser alone', () => {
  const [other] = assess(anInput({ subjects: [someone(aDevice())] })).devices;
  expect(other?.findings.filter(({ scope }) => scope === 'browser')).toEqual([]);
});
