import { createHash } from 'node:crypto';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { send } from '../../src/browser/send.ts';
import {
  storedAssessment,
  storedClaims,
  storedManaged,
  storedOwnAnswers,
  storedSettings,
} from '../../src/browser/stored.ts';
import { storedSession } from '../../src/browser/stored-sign-in.ts';
import { DAY, HOUR, later, MINUTE } from '../../src/posture/instant.ts';
import type { SignedOutReason } from '../../src/posture/sign-in.ts';
import { manage } from '../support/managed.ts';
import { NOW } from '../support/posture.ts';
import { jane, redirectUrl, type SignInGateway, serveSignIn } from '../support/sign-in-gateway.ts';
import { runIn } from '../support/this-browser.ts';
import { assessedNow, deviceNamed, ring, setClock, startWorker } from '../support/worker.ts';

let gateway: SignInGateway;

beforeEach(async () => {
  setClock(NOW);
  runIn();
  manage({});
  gateway = await serveSignIn();
  await storedSettings.set({ endpoint: gateway.origin });
});

afterEach(async () => {
  vi.useRealTimers();
  await gateway.close();
});

const session = () => storedSession.get();

const sessionNow = async () => {
  const stored = await session();
  if (stored === undefined) throw new Error('Nobody is signed in');
  return stored;
};
const onDisk = async () => JSON.stringify(await fakeBrowser.storage.local.get());
const badge = () => fakeBrowser.action.getBadgeText({});
const asked = () => gateway.requests.filter(({ url }) => url === '/v1/posture').length;

const started = async () => {
  await startWorker();
  return assessedNow();
};

/** Somebody presses "Sign in" and is let in. */
const signIn = async (code = 'code-of-jane') => {
  gateway.flow = () => ({ code });
  await send('sign-in');
  gateway.flow = () => new Error('User interaction required.');
  const assessment = await storedAssessment.get();
  if (assessment === undefined) throw new Error('Nothing was assessed');
  return assessment;
};

describe('in a browser that nobody manages', () => {
  test('nobody is signed in before they have been told what that means, and pressed a button', async () => {
    const { connection } = await started();
    expect(connection.signedOut).toEqual({ reason: 'not-yet', since: NOW, isExplained: true, isWanted: false });
    expect(gateway.flows).toEqual([]);
  });

  test('who presses it sees their devices, and what is kept on the disk is no secret', async () => {
    await started();
    const assessment = await signIn();
    expect(assessment.connection).toMatchObject({ problem: null, answeredAt: NOW });
    expect(assessment.connection.signedOut).toBeUndefined();
    expect(deviceNamed(assessment, 'Blue Mac')).toBeDefined();
    const { accessToken, refreshToken } = await sessionNow();
    for (const secret of [accessToken, refreshToken]) expect(await onDisk()).not.toContain(secret);
  });

  test('from then on it is done without them, after the browser’s end, too', async () => {
    await started();
    await signIn();
    await fakeBrowser.storage.session.clear();
    gateway.flow = (url) =>
      url.searchParams.get('prompt') === 'none' ? { code: 'code-of-jane' } : new Error('cancelled');
    expect((await started()).connection.signedOut).toBeUndefined();
    expect(gateway.flows).toEqual(['shown', 'silent']);
  });

  test('"Not now" is an answer: it is not explained again, and nobody is reminded', async () => {
    await started();
    await send('put-off-sign-in');
    expect((await storedAssessment.get())?.connection.signedOut).toMatchObject({ isExplained: false, isWanted: true });
    setClock(later(NOW, 10 * DAY));
    await ring('repaint');
    expect(await badge()).toBe('');
  });
});

test('In a browser that is managed nobody has to press anything', async () => {
  await storedSettings.clear();
  manage({ endpoint: gateway.origin });
  gateway.flow = () => ({ code: 'code-of-jane' });
  const { connection } = await started();
  expect(connection).toMatchObject({ endpoint: gateway.origin, problem: null });
  expect(gateway.flows).toEqual(['silent']);
});

describe('a sign-in', () => {
  test('is asked for with a challenge, and its code exchanged with the secret behind it', async () => {
    await started();
    let asks: URLSearchParams | undefined;
    gateway.flow = (url) => {
      asks = url.searchParams;
      return { code: 'code-of-jane' };
    };
    await send('sign-in');
    const [grant] = gateway.grants;
    const challenge = createHash('sha256')
      .update(grant?.['verifier'] ?? '')
      .digest('base64url');
    expect(Object.fromEntries(asks ?? [])).toEqual({
      redirect_uri: redirectUrl,
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  });

  test('that comes back with another state is none', async () => {
    await started();
    gateway.flow = () => ({ code: 'code-of-jane', state: 'somebody-elses-state' });
    await send('sign-in');
    expect(gateway.grants).toEqual([]);
    expect((await storedAssessment.get())?.connection.signedOut?.reason).toBe('failed');
  });

  test.each<[string, SignedOutReason, Error | Record<string, string>]>([
    ['the window is closed in Chromium', 'cancelled', new Error('The user did not approve access.')],
    ['the window is closed in Firefox', 'cancelled', new Error('User cancelled or denied access.')],
    ['consent is refused', 'refused', { error: 'refused' }],
    ['the address is not verified', 'not-verified', { error: 'not-verified' }],
    ['the sign-in service is down', 'provider-down', { error: 'provider-down' }],
    ['its page does not load', 'provider-down', new Error('Authorization page could not be loaded.')],
    ['the gateway’s clock is wrong', 'gateway-clock-wrong', { error: 'gateway-clock-wrong' }],
    ['the gateway says something new', 'failed', { error: 'constructor' }],
  ])('when %s ends with a reason of its own: %s', async (_, reason, came) => {
    await started();
    gateway.flow = () => came;
    await send('sign-in');
    expect((await storedAssessment.get())?.connection.signedOut?.reason).toBe(reason);
  });

  test('whose code is not exchanged says whose fault that is', async () => {
    await started();
    gateway.flow = () => ({ code: 'code-of-jane' });
    gateway.exchange = () => ({ status: 503 });
    await send('sign-in');
    expect((await storedAssessment.get())?.connection.signedOut?.reason).toBe('gateway-down');
  });
});

describe('a session', () => {
  beforeEach(async () => {
    await started();
    await signIn();
  });

  const refused = (code: string) => () => ({ status: 401, body: { error: { code, message: '', requestId: '' } } });

  test('is renewed before its token is over, with one question for each check', async () => {
    const before = await sessionNow();
    const { length } = gateway.grants;
    setClock(later(NOW, 11 * MINUTE + 30_000));
    await assessedNow();
    expect(gateway.grants.slice(length)).toEqual([{ grant: 'refresh', refreshToken: before.refreshToken }]);
    expect((await sessionNow()).refreshToken).not.toBe(before.refreshToken);
  });

  test('whose token is refused all the same is renewed once', async () => {
    gateway.known.clear();
    const { length } = gateway.grants;
    const { connection } = await assessedNow();
    expect(gateway.grants.length - length).toBe(1);
    expect(connection.problem).toBeNull();
  });

  test('that does not help is over, and the person is told so, with what was there', async () => {
    gateway.known.clear();
    gateway.exchange = () => ({
      body: {
        version: 1,
        accessToken: 'nobody-knows-this-one',
        refreshToken: 'nor-this-one-at-all',
        expiresInSeconds: 720,
        person: jane.key,
      },
    });
    const before = asked();
    const assessment = await assessedNow();
    expect(asked() - before).toBe(2);
    expect(assessment.connection.signedOut?.reason).toBe('revoked');
    expect(deviceNamed(assessment, 'Blue Mac')).toBeDefined();
  });

  test.each([
    ['session-expired', 'expired'],
    ['session-ended', 'revoked'],
  ])('that the gateway ended as %s is told as %s when the sign-in service has to ask', async (code, reason) => {
    setClock(later(NOW, HOUR));
    gateway.exchange = refused(code);
    const { connection } = await assessedNow();
    expect(connection.signedOut?.reason).toBe(reason);
    expect(await session()).toBeUndefined();
  });

  test('is kept while the gateway cannot say', async () => {
    const before = await session();
    setClock(later(NOW, HOUR));
    gateway.exchange = () => ({ status: 503 });
    const { connection } = await assessedNow();
    expect(connection).toMatchObject({ problem: 'server-error' });
    expect(connection.signedOut).toBeUndefined();
    expect(await session()).toEqual(before);
  });

  test('is of one endpoint: no other ever gets its token', async () => {
    const other = await serveSignIn();
    await send('set-endpoint', other.origin);
    await assessedNow();
    expect(other.requests.map(({ headers }) => headers.authorization)).not.toContain(expect.anything());
    expect(other.requests.length).toBeGreaterThan(0);
    await other.close();
  });

  test('that is lost is told on the icon after three days, and not before', async () => {
    gateway.exchange = refused('session-ended');
    setClock(later(NOW, HOUR));
    await assessedNow();
    expect(await badge()).toBe('');
    expect((await fakeBrowser.alarms.get('repaint'))?.scheduledTime).toBeLessThanOrEqual(
      Date.parse(NOW) + 3 * DAY + HOUR,
    );
    setClock(later(NOW, 3 * DAY + HOUR));
    await ring('repaint');
    await vi.waitFor(async () => expect(await badge()).toBe('!'));
  });

  test('ends when the person signs out: nothing of them is left, and they are not signed in again by themselves', async () => {
    const { refreshToken } = await sessionNow();
    await send('answer', { device: 'this-computer', practice: 'firewall', isSo: true });
    await send('sign-out');
    expect(await session()).toBeUndefined();
    expect(await storedOwnAnswers.get()).toBeUndefined();
    expect(await onDisk()).not.toMatch(/Jane|Blue Mac/);
    gateway.flow = () => ({ code: 'code-of-jane' });
    const { connection } = await assessedNow();
    expect(connection.signedOut).toMatchObject({ reason: 'by-choice', isWanted: true });
    expect(gateway.flows).toEqual(['shown']);
    gateway.flow = () => new Error('The user did not approve access.');
    await send('sign-in');
    expect((await storedAssessment.get())?.connection.signedOut).toMatchObject({ reason: 'cancelled', isWanted: true });
    gateway.flow = () => ({ code: 'code-of-jane' });
    await assessedNow();
    expect(gateway.flows, 'a sign-in that came to nothing is no consent').toEqual(['shown', 'shown']);
    await vi.waitFor(() => expect(gateway.grants.at(-1)).toEqual({ grant: 'end', refreshToken }));
  });

  test('of somebody else leaves nothing of the first, and says so until their second answer', async () => {
    await send('answer', { device: 'this-computer', practice: 'firewall', isSo: true });
    const assessment = await signIn('code-of-joe');
    expect(assessment.connection.isAnotherPerson).toBe(true);
    expect(deviceNamed(assessment, 'Green Mac')).toBeDefined();
    expect(await onDisk()).not.toMatch(/Jane|Blue Mac/);
    expect(await storedOwnAnswers.get()).toBeUndefined();
    expect((await storedClaims.get()) ?? []).toEqual([]);
    expect((await assessedNow()).connection.isAnotherPerson).toBeUndefined();
  });

  test('of somebody else leaves nothing of the first, even when their own devices do not come', async () => {
    gateway.flow = () => ({ code: 'code-of-joe' });
    gateway.known.set = () => gateway.known;
    await send('sign-in');
    expect(await onDisk()).not.toMatch(/Jane|Blue Mac/);
  });

  test.each<[string, () => Promise<void>]>([
    ['signs out', () => send('sign-out')],
    [
      'is followed by somebody else',
      () => {
        gateway.flow = () => ({ code: 'code-of-joe' });
        return send('sign-in');
      },
    ],
  ])('leaves nothing behind that was on its way when its owner %s', async (_, leave) => {
    let release = (): void => undefined;
    gateway.until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = asked();
    const checked = send('check');
    await vi.waitFor(() => expect(asked()).toBe(before + 1));
    const left = leave();
    await vi.waitFor(async () => expect((await session())?.person).not.toBe(jane.key));
    gateway.until = Promise.resolve();
    release();
    await Promise.all([checked, left]);
    expect(await onDisk()).not.toMatch(/Jane|Blue Mac/);
  });

  test('that is renewed while its owner signs out is not begun again', async () => {
    setClock(later(NOW, HOUR));
    const { accessToken } = await sessionNow();
    let left: Promise<void> | undefined;
    gateway.exchange = () => {
      left ??= send('sign-out');
      gateway.exchange = undefined;
      const body = {
        version: 1,
        accessToken,
        refreshToken: 'the-next-refresh-token',
        expiresInSeconds: 720,
        person: jane.key,
      };
      return { body };
    };
    const { connection } = await assessedNow();
    await left;
    expect(connection.signedOut?.reason ?? 'by-choice').toBe('by-choice');
    expect(await session()).toBeUndefined();
    expect(await onDisk()).not.toMatch(/Jane|Blue Mac/);
  });

  test('is not asked for where the company wants none any more', async () => {
    gateway.mode = 'none';
    await fakeBrowser.storage.session.clear();
    setClock(later(NOW, 2 * HOUR));
    const { connection } = await assessedNow();
    expect(connection.signedOut).toBeUndefined();
  });
});

describe('a token', () => {
  const token = 'a-token-that-jane-was-given';
  beforeEach(() => {
    gateway.mode = 'token';
    gateway.known.set(token, jane);
  });

  test('that was typed is used, and forgotten when the browser closes', async () => {
    expect((await started()).connection.signedOut?.reason).toBe('token-missing');
    await send('set-token', token);
    expect(deviceNamed(await assessedNow(), 'Blue Mac')).toBeDefined();
    expect(await onDisk()).not.toContain(token);
    await fakeBrowser.storage.session.clear();
    expect((await assessedNow()).connection.signedOut?.reason).toBe('token-missing');
    expect(gateway.flows).toEqual([]);
  });

  test('of device management is used without anybody typing it, and kept nowhere', async () => {
    manage({ endpoint: gateway.origin, signIn: 'token', token });
    expect(deviceNamed(await started(), 'Blue Mac')).toBeDefined();
    const kept = JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);
    expect(kept).not.toContain(token);
    expect((await storedManaged.get())?.hasToken).toBe(true);
  });

  test('that the gateway does not know any more is told as such', async () => {
    await started();
    await send('set-token', token);
    gateway.known.clear();
    const assessment = await assessedNow();
    expect(assessment.connection.signedOut?.reason).toBe('token-refused');
    expect(deviceNamed(assessment, 'Blue Mac')).toBeDefined();
  });

  test.each(['', 'short', 'with a space in it, long enough', 'with\nanother line in it'])(
    'cannot be %j',
    async (text) => {
      await startWorker();
      await expect(send('set-token', text)).rejects.toThrow();
    },
  );
});
