import { generateKeyPairSync } from 'node:crypto';
import { request } from 'node:http';
import type { JWTPayload } from 'jose';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proxyMode, proxyModeSchema } from '../../../server/identity/proxy-mode.ts';
import { epochMs } from '../../../src/posture/instant.ts';
import { forgeriesOf, signed } from '../../support/forgeries.ts';
import { serveGateway } from '../../support/gateway.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { serveJson } from '../../support/json-server.ts';
import { NOW } from '../../support/posture.ts';

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const header = { alg: 'ES256', kid: 'k1' };
const seconds = epochMs(NOW) / 1000;
const payload: JWTPayload = {
  iss: 'https://acme.cloudflareaccess.com',
  aud: ['a1b2c3'],
  sub: '7',
  iat: seconds - 60,
  exp: seconds + 3600,
  email: 'Jane@acme.example',
};
const honest = { payload, header, privateKey: keys.privateKey };

let proxy: HttpServer;
beforeAll(async () => {
  const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' };
  proxy = await serveJson(() => ({ body: { keys: [jwk] } }));
});
afterAll(() => proxy.close());

const identifyWith = (difference: object = {}) =>
  proxyMode(
    v.parse(proxyModeSchema, {
      mode: 'proxy',
      publicUrl: 'https://checks.acme.example',
      extensions: ['abcdefghijklmnopabcdefghijklmnop'],
      header: 'Cf-Access-Jwt-Assertion',
      issuer: payload.iss,
      audience: 'a1b2c3',
      keysUrl: `${proxy.origin}/certs`,
      ...difference,
    }),
    { now: () => NOW, fetch, isGroupUsed: () => false },
  );

const asking = (assertion: string | undefined, difference?: object) =>
  identifyWith(difference)(
    new Request('https://checks.acme.example/v1/posture', {
      headers: assertion === undefined ? {} : { 'cf-access-jwt-assertion': assertion },
    }),
  );

test('Whom the proxy vouches for is that person', async () => {
  expect(await asking(await signed(honest))).toEqual({ email: 'jane@acme.example', name: 'jane' });
});

test('Whom it does not vouch for is nobody', async () => {
  expect(await asking(undefined)).toBeNull();
  expect(await asking(await signed(honest), { domains: ['other.example'] })).toBeNull();
  expect(await asking(await signed(honest), { claims: { emailVerified: 'email_verified' } })).toBeNull();
});

test('An algorithm that is not on the list is not believed, though the key is the right one', async () => {
  expect(await asking(await signed(honest), { algorithms: ['RS256'] })).toBeNull();
});

test.each(['none', 'HS256', 'HS512', 'ES256K'])('The list cannot name %s', (algorithm) => {
  expect(() => identifyWith({ algorithms: [algorithm] })).toThrow();
});

describe('an assertion is not believed', async () => {
  const forgeries = await forgeriesOf({ ...honest, publicKey: keys.publicKey });
  test.each(forgeries)('%s', async (_, assertion) => {
    expect(await asking(assertion)).toBeNull();
  });

  test('beside another one, in whichever order', async () => {
    const identify = identifyWith();
    const served = await serveGateway(async (asked) => Response.json(await identify(asked)));
    const [good, bad] = [await signed(honest), 'a.b.c'];
    const told = (assertions: string[]) =>
      new Promise<string>((resolve, reject) => {
        const sent = request(served.origin, (response) => response.setEncoding('utf8').on('data', resolve));
        sent.setHeader('Cf-Access-Jwt-Assertion', assertions);
        sent.on('error', reject).end();
      });
    expect(await told([good])).toContain('jane');
    expect(await told([good, bad])).toBe('null');
    expect(await told([bad, good])).toBe('null');
    expect(await told([good, good])).toBe('null');
    await served.close();
  });

  test('while the proxy’s keys cannot be had', async () => {
    expect(await asking(await signed(honest), { keysUrl: 'http://127.0.0.1:9/certs' })).toBeNull();
  });
});
