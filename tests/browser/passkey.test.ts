import { beforeEach, expect, test, vi } from 'vitest';
import * as commands from '../../src/browser/commands.ts';
import { tellPasskey } from '../../src/browser/passkey.ts';
import { runIn } from '../support/this-browser.ts';

const remember = vi.fn(async () => undefined);
const nothing = async () => undefined;
const worker = {
  check: nothing,
  renew: nothing,
  'set-endpoint': async () => ({ problem: null }),
  'test-connection': async () => ({ organization: 'Acme' }),
  claim: nothing,
  unclaim: nothing,
  answer: nothing,
  unanswer: nothing,
  'choose-computer': nothing,
  'forget-computer': nothing,
  'sign-in': nothing,
  'put-off-sign-in': nothing,
  'sign-out': nothing,
  'set-token': nothing,
  passkey: remember,
} satisfies commands.Handlers;

const credentials = (look: () => Promise<boolean>) => ({ isUserVerifyingPlatformAuthenticatorAvailable: look });

beforeEach(() => {
  remember.mockClear();
  runIn();
  commands.handle(worker);
});

test.each([
  [true, 'ready'],
  [false, 'not-set-up'],
])('the worker is told what the page saw: %s', async (isThere, state) => {
  await tellPasskey(credentials(async () => isThere));
  expect(remember.mock.calls).toEqual([[state]]);
});

test('nothing is told of a look that failed, or where there is nothing to look at', async () => {
  await tellPasskey(credentials(() => Promise.reject(new Error('not in this window'))));
  await tellPasskey();
  expect(remember).not.toHaveBeenCalled();
});

test('without a worker nothing happens', async () => {
  runIn();
  await expect(tellPasskey(credentials(async () => true))).resolves.toBeUndefined();
});
