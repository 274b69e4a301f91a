import { beforeEach, expect, test, vi } from 'vitest';
import { rememberPasskey } from '../../src/background/passkey.ts';
import { storedPasskey } from '../../src/browser/stored.ts';
import { hoursAgo, NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

beforeEach(() => runIn());

test.each([
  ['the first look', undefined, 1],
  ['another state', { state: 'not-set-up', observedAt: hoursAgo(1) } as const, 1],
  ['the same a day later', { state: 'ready', observedAt: hoursAgo(24) } as const, 1],
  ['the same, seen by a clock that was a day ahead,', { state: 'ready', observedAt: hoursAgo(-24) } as const, 1],
  ['the same an hour later', { state: 'ready', observedAt: hoursAgo(1) } as const, 0],
])('%s is remembered, and checked when it is news', async (_, before, checks) => {
  if (before !== undefined) await storedPasskey.set(before);
  const check = vi.fn(async () => undefined);
  await rememberPasskey('ready', check, NOW);
  expect(await storedPasskey.get()).toEqual({ state: 'ready', observedAt: NOW });
  expect(check).toHaveBeenCalledTimes(checks);
});
