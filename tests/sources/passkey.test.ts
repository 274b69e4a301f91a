import { beforeEach, expect, test } from 'vitest';
import { storedPasskey } from '../../src/browser/stored.ts';
import { passkey } from '../../src/sources/passkey.ts';
import { daysAgo, NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

beforeEach(() => runIn());

test('before any page has looked it is not checked yet', async () => {
  expect(await passkey.observe(NOW)).toEqual({
    signals: [],
    gaps: [{ fact: 'passkey', source: 'browser', reason: 'not-checked-yet' }],
  });
});

test.each(['ready', 'not-set-up'] as const)('what a page saw is as old as it is: %s', async (state) => {
  await storedPasskey.set({ state, observedAt: daysAgo(3) });
  expect(await passkey.observe(NOW)).toEqual({
    signals: [{ fact: 'passkey', value: state, source: 'browser', observedAt: daysAgo(3) }],
    gaps: [],
  });
});
