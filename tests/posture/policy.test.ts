import { expect, test } from 'vitest';
import { type Overrides, type Policy, policyFor } from '../../src/posture/policy.ts';

const policy: Policy = {
  version: '1',
  practices: {
    firewall: { importance: 'warn', graceDays: 3 },
    'screen-lock': { thresholds: { afterSeconds: 600 } },
  },
};

const cases: readonly (readonly [string, Overrides, Policy['practices']])[] = [
  ['nothing', {}, policy.practices],
  ['a part', { firewall: { importance: 'nudge' } }, { firewall: { importance: 'nudge', graceDays: 3 } }],
  ['another practice', { firewall: { importance: 'nudge' } }, { 'screen-lock': { thresholds: { afterSeconds: 600 } } }],
  ['what was not asked', { 'remote-login': { visibility: 'hidden' } }, { 'remote-login': { visibility: 'hidden' } }],
  [
    'one threshold of several',
    { 'screen-lock': { thresholds: { other: 1 } } },
    { 'screen-lock': { thresholds: { afterSeconds: 600, other: 1 } } },
  ],
];

test.each(cases)('Where %s is asked differently, all else stays', (_, overrides, practices) => {
  expect(policyFor(policy, overrides)).toMatchObject({ version: '1', practices });
});
