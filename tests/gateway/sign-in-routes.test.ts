import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../server/errors.ts';
import { browserByHand } from '../support/browser-by-hand.ts';
import { freePort } from '../support/free-port.ts';
import { type IdentityProvider, janeAccount, startIdentityProvider } from '../support/identity-provider.ts';
import { type RedisHere, startRedis } from '../support/redis.ts';
import {
  asked,
  callback,
  codeOf,
  locationOf,
  publicUrl,
  queryOf,
  redirectUrl,
  signingGateway,
} from '../support/signing-in.ts';

/*
 * A real sign-in service, a real gateway, and a browser that follows redirects: everything but the extension.
 */

let idp: IdentityProvider;
const stops: (() => void)[] = [];
beforeAll(async () => {
  idp = await startIdentityProvider(callback);
});
afterEach(() => {
  idp.behaviour = 'answer';
  idp.accounts.set('jane', janeAccount);
  for (const stop of stops.splice(0)) stop();
});
afterAll(() => idp.close());

const HOUR = 60 * 60_000;

type Signing = Awaited<ReturnType<typeof signingGateway>>;

const signing = async (options?: Parameters<typeof signingGateway>[1]): Promise<Signing> => {
  const gateway = await signingGateway(idp, options);
  stops.push(gateway.stop);
  return gateway;
};

/** From the extension's question to where its browser ends. */
const walk = async (gateway: Signing, browser = browserByHand('jane'), { question, verifier } = asked()) => {
  const toIdp = locationOf(await gateway.begin(question));
  const back = await browser.follow(toIdp, callback);
  const end = await gateway.get(back);
  return { toIdp, back, end, verifier, question, told: queryOf(locationOf(end)) };
};

const signedIn = async (gateway: Signing, browser?: ReturnType<typeof browserByHand>) => {
  const { told, verifier } = await walk(gateway, browser);
  const grant = { grant: 'code', code: told['code'] ?? '', verifier };
  const response = await gateway.exchange(grant);
  return { grant, tokens: await response.json() };
};

describe('somebody who signs in', () => {
  test('gets a code, tokens, and their own devices, by way of the sign-in service', async () => {
    const gateway = await signing({ more: 'claims: { groups: groups }' });
    const { told, verifier, question, end } = await walk(gateway);
    expect(locationOf(end)).toMatch(new RegExp(`^${redirectUrl}\\?code=[\\w-]+&state=${question.state}$`));
    const tokens = await (await gateway.exchange({ grant: 'code', code: told['code'], verifier })).json();
    expect(tokens).toMatchObject({ version: 1, expiresInSeconds: 720, sessionEndsInSeconds: 86_400 });
    const posture = await (await gateway.posture(tokens.accessToken)).json();
    expect(posture.person).toEqual({ key: tokens.person, name: 'Jane Doe' });
    const person = await gateway.company.identify(
      new Request(publicUrl, { headers: { authorization: `Bearer ${tokens.accessToken}` } }),
    );
    expect(person, 'of the groups only those that the policy speaks of').toEqual({
      email: 'jane@acme.example',
      name: 'Jane Doe',
      groups: ['lab'],
    });
  });

  test('is asked for with PKCE, a nonce and a state, and nothing on the way names them', async () => {
    const gateway = await signing();
    const { toIdp, back, end } = await walk(gateway);
    expect(queryOf(toIdp)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: callback,
    });
    const { tokens } = await signedIn(gateway);
    const payload = Buffer.from(tokens.accessToken.split('.')[1], 'base64url').toString();
    for (const text of [toIdp, back, locationOf(end), payload, tokens.refreshToken])
      expect(decodeURIComponent(text)).not.toMatch(/jane|@|acme\.example(?!["/])/i);
  });

  test('need not be asked again, as long as the sign-in service knows them', async () => {
    const gateway = await signing();
    const browser = browserByHand('jane');
    expect((await walk(gateway, browser, asked('none'))).told['error']).toBe('interaction-needed');
    await walk(gateway, browser);
    expect((await walk(gateway, browser, asked('none'))).told['code']).toBeDefined();
  });

  test('can be somebody else than the last', async () => {
    const gateway = await signing();
    const browser = browserByHand('jane');
    await walk(gateway, browser);
    browser.logInAs = 'joe';
    const { told, verifier } = await walk(gateway, browser, asked('choose'));
    const tokens = await (await gateway.exchange({ grant: 'code', code: told['code'], verifier })).json();
    expect((await (await gateway.posture(tokens.accessToken)).json()).person.name).toBe('Joe Bloggs');
  });

  test('is led back with a word of the closed list when they do not consent', async () => {
    const browser = browserByHand('jane');
    browser.consents = false;
    const { told, question } = await walk(await signing(), browser);
    expect(told).toEqual({ error: 'refused', state: question.state });
  });

  test.each([
    ['whose address is not verified', { isVerified: false }, ''],
    ['whose address is none', { email: 'jane' }, ''],
    ['whose address is not the company’s', {}, 'domains: [other.example]'],
  ])('is nobody %s', async (_, difference, more) => {
    idp.accounts.set('jane', { ...janeAccount, ...difference });
    expect((await walk(await signing({ more }))).told['error']).toBe('not-verified');
  });

  test('is told when the sign-in service is down, before and after', async () => {
    const gateway = await signing();
    const { question } = asked();
    idp.behaviour = 'fail';
    expect(queryOf(locationOf(await gateway.begin(question)))).toEqual({
      error: 'provider-down',
      state: question.state,
    });
    const nobody = await signingGateway({ ...idp, issuer: `http://127.0.0.1:${await freePort()}` });
    stops.push(nobody.stop);
    expect(queryOf(locationOf(await nobody.begin(question)))).toEqual({
      error: 'provider-down',
      state: question.state,
    });
    idp.behaviour = 'answer';
    const back = await browserByHand('jane').follow(locationOf(await gateway.begin(question)), callback);
    idp.behaviour = 'fail';
    expect(queryOf(locationOf(await gateway.get(back)))).toEqual({ error: 'provider-down', state: question.state });
  });
});

describe('a sign-in is not begun', () => {
  const { question } = asked();
  test.each([
    ['without a challenge', { code_challenge: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['with a short state', { state: 'abc' }],
    ['with a prompt that there is not', { prompt: 'consent' }],
  ])('%s', async (_, difference) => {
    const response = await (await signing()).begin({ ...question, ...difference });
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('bad-request');
  });

  test.each([
    'https://evil.example/sign-in',
    'https://ponmlkjihgfedcbaponmlkjihgfedcba.chromiumapp.org/sign-in',
    `${redirectUrl}/`,
    `${redirectUrl}?x=1`,
    redirectUrl.replace('https', 'http'),
    redirectUrl.replace('.org', '.org.evil.example'),
    `https://evil.example/?${redirectUrl}`,
  ])('for %s', async (address) => {
    const response = await (await signing()).begin({ ...question, redirect_uri: address });
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('unknown-extension');
    expect(response.headers.has('location')).toBe(false);
  });
});

describe('a sign-in is not ended', () => {
  const begun = async (gateway: Signing) =>
    browserByHand('jane').follow(locationOf(await gateway.begin(asked().question)), callback);
  const isOver = async (response: Response) => {
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('sign-in-over');
  };

  test('in another browser than it was begun in', async () => {
    const gateway = await signing();
    const back = await begun(gateway);
    gateway.forgetCookies();
    await isOver(await gateway.get(back));
  });

  test('after ten minutes', async () => {
    const gateway = await signing();
    const back = await begun(gateway);
    gateway.later(10 * 60_000);
    await isOver(await gateway.get(back));
  });

  test('with a state that was changed, or is of another kind, or none', async () => {
    const gateway = await signing();
    const back = new URL(await begun(gateway));
    const { tokens } = await signedIn(gateway);
    for (const state of [`${back.searchParams.get('state')}x`.slice(1), tokens.refreshToken, '']) {
      back.searchParams.set('state', state);
      await isOver(await gateway.get(back.href));
    }
  });

  test('with a code of the sign-in service that belongs to another sign-in', async () => {
    const gateway = await signing();
    const [first, second] = [new URL(await begun(gateway)), new URL(await begun(gateway))];
    second.searchParams.set('code', first.searchParams.get('code') ?? '');
    expect(queryOf(locationOf(await gateway.get(second.href)))['error']).toBe('failed');
  });
});

describe('tokens', () => {
  const refused = async (response: Response, code: ErrorCode, status = 401) => {
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  };

  test('are not given twice for a code, and whoever tries ends the session', async () => {
    const gateway = await signing();
    const { grant, tokens } = await signedIn(gateway);
    await refused(await gateway.exchange(grant), 'code-refused');
    await refused(await gateway.exchange({ grant: 'refresh', refreshToken: tokens.refreshToken }), 'session-ended');
    await refused(await gateway.exchange(grant), 'code-refused');
  });

  test('are given only to whoever began the sign-in', async () => {
    const gateway = await signing();
    const { told } = await walk(gateway);
    const { verifier } = asked();
    await refused(await gateway.exchange({ grant: 'code', code: told['code'], verifier }), 'code-refused');
  });

  test('are given for a minute', async () => {
    const gateway = await signing();
    const { told, verifier } = await walk(gateway);
    gateway.later(60_000);
    await refused(await gateway.exchange({ grant: 'code', code: told['code'], verifier }), 'code-refused');
  });

  test('are renewed with a new refresh token each time, and the old one ends the session', async () => {
    const gateway = await signing();
    const first = (await signedIn(gateway)).tokens;
    gateway.later(11 * 60_000);
    const second = await (await gateway.exchange({ grant: 'refresh', refreshToken: first.refreshToken })).json();
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.sessionEndsInSeconds).toBeLessThanOrEqual(86_400 - 11 * 60);
    gateway.later(2 * 60_000);
    expect((await gateway.posture(first.accessToken)).status).toBe(401);
    expect((await gateway.posture(second.accessToken)).status).toBe(200);
    await refused(await gateway.exchange({ grant: 'refresh', refreshToken: first.refreshToken }), 'session-ended');
    await refused(await gateway.exchange({ grant: 'refresh', refreshToken: second.refreshToken }), 'session-ended');
  });

  test('of two renewals at once only one goes on', async () => {
    const gateway = await signing();
    const { tokens } = await signedIn(gateway);
    const grant = { grant: 'refresh', refreshToken: tokens.refreshToken };
    const answers = await Promise.all([gateway.exchange(grant), gateway.exchange(grant)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  test('are not renewed after a day, however often they were', async () => {
    const gateway = await signing();
    let { refreshToken } = (await signedIn(gateway)).tokens;
    for (let hours = 0; hours < 18; hours += 1) {
      gateway.later(HOUR);
      ({ refreshToken } = await (await gateway.exchange({ grant: 'refresh', refreshToken })).json());
    }
    gateway.later(6 * HOUR);
    await refused(await gateway.exchange({ grant: 'refresh', refreshToken }), 'session-expired');
  });

  test('end with the session', async () => {
    const gateway = await signing();
    const { tokens } = await signedIn(gateway);
    const { refreshToken } = tokens;
    expect((await gateway.exchange({ grant: 'end', refreshToken })).status).toBe(204);
    await refused(await gateway.exchange({ grant: 'refresh', refreshToken }), 'session-ended');
  });

  test('are not renewed all the time', async () => {
    const gateway = await signing();
    let { refreshToken } = (await signedIn(gateway)).tokens;
    for (let times = 0; times < 20; times += 1) {
      refreshToken = (await (await gateway.exchange({ grant: 'refresh', refreshToken })).json()).refreshToken;
    }
    await refused(await gateway.exchange({ grant: 'refresh', refreshToken }), 'too-many-requests', 429);
  });

  test.each([
    ['nothing', '', 400],
    ['what is not JSON', '{', 400],
    ['another grant', { grant: 'password', username: 'jane' }, 400],
    ['a short secret', { grant: 'code', code: 'x', verifier: 'short' }, 400],
    ['half a grant', { grant: 'refresh' }, 400],
    ['a flood', 'x'.repeat(20_000), 413],
    ['an invented refresh token', { grant: 'refresh', refreshToken: 'x' }, 401],
    ['an invented code', { grant: 'code', code: 'x', verifier: 'v'.repeat(43) }, 401],
  ])('are not given for %s', async (_, grant, status) => {
    expect((await (await signing()).exchange(grant)).status).toBe(status);
  });

  test('of a gateway with another key are nothing here', async () => {
    const gateway = await signing();
    const { tokens } = await signedIn(await signing({ environment: { KEY: 'l'.repeat(32) } }));
    expect((await gateway.posture(tokens.accessToken)).status).toBe(401);
    await refused(await gateway.exchange({ grant: 'refresh', refreshToken: tokens.refreshToken }), 'session-ended');
  });
});

describe('replicas', () => {
  let redis: RedisHere;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.kill());
  const both = () => {
    const options = { environment: { REDIS_URL: redis.url } };
    return Promise.all([signing(options), signing(options)]);
  };
  const connected = async (gateway: Signing, grant: unknown) => {
    for (;;) {
      const response = await gateway.exchange(grant);
      if (response.status !== 503) return response;
    }
  };

  test('know of each other’s codes and sessions', async () => {
    const [one, other] = await both();
    const { told, verifier } = await walk(one);
    const grant = { grant: 'code', code: told['code'] ?? '', verifier };
    const tokens = await (await connected(one, grant)).json();
    const next = await (await connected(other, { grant: 'refresh', refreshToken: tokens.refreshToken })).json();
    expect(next.accessToken).toBeDefined();
    expect(await codeOf(await connected(other, grant))).toBe('code-refused');
    expect(await codeOf(await connected(one, { grant: 'refresh', refreshToken: next.refreshToken }))).toBe(
      'session-ended',
    );
  });

  test('give no token while nobody can say whether one was used, and go on afterwards', async () => {
    const [one] = await both();
    const { tokens } = await (async () => {
      const { told, verifier } = await walk(one);
      return { tokens: await (await connected(one, { grant: 'code', code: told['code'] ?? '', verifier })).json() };
    })();
    redis.hang();
    const response = await one.exchange({ grant: 'refresh', refreshToken: tokens.refreshToken });
    redis.goOn();
    expect(response.status).toBe(503);
    expect(await codeOf(response)).toBe('unavailable');
    expect((await one.posture(tokens.accessToken)).status, 'what was given out is good all the while').toBe(200);
  });
});

test('A crowd is let in one after another', async () => {
  const gateway = await signing();
  const { question } = asked();
  const answers = await Promise.all(Array.from({ length: 60 }, () => gateway.begin(question)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
});
