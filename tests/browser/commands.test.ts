import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Handlers, handle } from '../../src/browser/commands.ts';
import { send } from '../../src/browser/send.ts';
import { ownPage, runIn, tell } from '../support/this-browser.ts';

const handlers = {
  check: vi.fn<Handlers['check']>(async () => undefined),
  renew: vi.fn<Handlers['renew']>(async () => undefined),
  'set-endpoint': vi.fn<Handlers['set-endpoint']>(async () => ({ problem: 'not-https' })),
  'test-connection': vi.fn<Handlers['test-connection']>(async () => ({ organization: 'Acme' })),
  claim: vi.fn<Handlers['claim']>(async () => undefined),
  unclaim: vi.fn<Handlers['unclaim']>(async () => undefined),
  passkey: vi.fn<Handlers['passkey']>(async () => undefined),
  answer: vi.fn<Handlers['answer']>(async () => undefined),
  unanswer: vi.fn<Handlers['unanswer']>(async () => undefined),
  'choose-computer': vi.fn<Handlers['choose-computer']>(async () => undefined),
  'forget-computer': vi.fn<Handlers['forget-computer']>(async () => undefined),
  'sign-in': vi.fn<Handlers['sign-in']>(async () => undefined),
  'put-off-sign-in': vi.fn<Handlers['put-off-sign-in']>(async () => undefined),
  'sign-out': vi.fn<Handlers['sign-out']>(async () => undefined),
  'set-token': vi.fn<Handlers['set-token']>(async () => undefined),
} satisfies Handlers;

const called = () =>
  Object.entries(handlers).flatMap(([name, handler]) => handler.mock.calls.map((call) => [name, ...call]));

beforeEach(() => {
  vi.clearAllMocks();
  runIn();
  handle(handlers);
});

describe('a command of one of our own pages', () => {
  test('is carried out with its argument, and its answer comes back', async () => {
    expect(await send('set-endpoint', 'http://acme.example')).toEqual({ problem: 'not-https' });
    expect(await send('test-connection', 'https://acme.example')).toEqual({ organization: 'Acme' });
    expect(await send('check')).toBeUndefined();
    await send('claim', { device: 'd_1', practice: 'firewall' });
    expect(called()).toEqual([
      ['check', undefined],
      ['set-endpoint', 'http://acme.example'],
      ['test-connection', 'https://acme.example'],
      ['claim', { device: 'd_1', practice: 'firewall' }],
    ]);
  });

  test('rejects when it fails in the worker', async () => {
    handlers.check.mockRejectedValueOnce(new Error('no room left'));
    await expect(send('check')).rejects.toThrow('check');
  });

  test('rejects when there is no worker', async () => {
    runIn();
    await expect(send('check')).rejects.toThrow('check');
  });
});

describe('nothing is done for', () => {
  const check = { command: 'check' };
  test.each<[string, unknown, object]>([
    ['another extension', check, { ...ownPage(), id: 'another' }],
    ['a web page by our content script', check, { ...ownPage(), url: 'https://acme.example/' }],
    [
      'an address that only begins like ours',
      check,
      { ...ownPage(), url: 'chrome-extension://test-extension-id.example/' },
    ],
    ['nobody in particular', check, {}],
    ['a command that there is not', { command: 'erase' }, ownPage()],
    ['a name that every object has', { command: 'constructor' }, ownPage()],
    ['text', 'check', ownPage()],
    ['null', null, ownPage()],
    ['an argument of the wrong type', { command: 'set-endpoint', argument: 7 }, ownPage()],
    ['a missing argument', { command: 'claim' }, ownPage()],
    ['a state of the passkeys that there is not', { command: 'passkey', argument: 'maybe' }, ownPage()],
    ['an argument where there is none', { command: 'check', argument: 'now' }, ownPage()],
    ['an endless address', { command: 'set-endpoint', argument: 'x'.repeat(3000) }, ownPage()],
  ])('%s', async (_, message, sender) => {
    expect(await tell(message, sender)).toBeUndefined();
    expect(called()).toEqual([]);
  });
});
