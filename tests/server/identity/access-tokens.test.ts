import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { accessTokens } from '../../../server/identity/access-tokens.ts';
import { passesWith } from '../../../server/identity/passes.ts';
import { derivedSigningKey, signingKeyIn } from '../../../server/identity/signing-keys.ts';
import { sealWith } from '../../../server/seal.ts';
import { later, MINUTE } from '../../../src/posture/instant.ts';
import { forgeriesOf, signed } from '../../support/forgeries.ts';
import { NOW } from '../../support/posture.ts';

const key = Buffer.alloc(32, 7);
const issuer = 'https://checks.acme.example';
const jane = { email: 'jane@acme.example', name: 'Jane Doe' };
const passes = passesWith(key);
const subjectOf = sealWith(key, 'person');
const signing = await derivedSigningKey(key);
const around = { issuer, seconds: 720, passes, subjectOf };
const tokens = accessTokens({ keys: [signing], ...around });
const honest = await tokens.issue(jane, NOW);

const pem = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test('An access token says whose it is to the gateway, and to nobody else', async () => {
  expect(await tokens.personIn(honest, NOW)).toEqual(jane);
  expect(decodeProtectedHeader(honest)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: signing.id });
  const payload = decodeJwt(honest);
  expect(payload).toMatchObject({ iss: issuer, aud: issuer, sub: subjectOf(jane.email) });
  expect(JSON.stringify(payload)).not.toMatch(/jane|doe/i);
});

test('It is good until it is over', async () => {
  expect(await tokens.personIn(honest, later(NOW, 12 * MINUTE - 1000))).toEqual(jane);
  expect(await tokens.personIn(honest, later(NOW, 12 * MINUTE))).toBeNull();
});

describe('a token is refused', async () => {
  const forgeries = await forgeriesOf({
    payload: decodeJwt(honest),
    header: { alg: 'ES256', typ: 'at+jwt', kid: signing.id },
    ...signing,
  });
  test.each(forgeries)('%s', async (_, token) => {
    expect(await tokens.personIn(token, NOW)).toBeNull();
  });

  const asOurs = { header: { alg: 'ES256', typ: 'at+jwt', kid: signing.id }, privateKey: signing.privateKey };
  test('that we signed for something else', async () => {
    const token = await signed({ ...asOurs, header: { ...asOurs.header, typ: 'JWT' }, payload: decodeJwt(honest) });
    expect(await tokens.personIn(token, NOW)).toBeNull();
  });

  test('whose subject is another one than it was made for', async () => {
    const payload = { ...decodeJwt(honest), sub: subjectOf('joe@acme.example') };
    expect(await tokens.personIn(await signed({ ...asOurs, payload }), NOW)).toBeNull();
  });

  test('that carries somebody who was sealed as something else', async () => {
    const payload = { ...decodeJwt(honest), who: passes.give('refresh', jane, later(NOW, MINUTE)) };
    expect(await tokens.personIn(await signed({ ...asOurs, payload }), NOW)).toBeNull();
  });
});

test('While keys are exchanged the tokens of both are good, and the first one signs', async () => {
  const [old, next] = [await signingKeyIn(pem()), await signingKeyIn(pem())];
  const before = await accessTokens({ keys: [old], ...around }).issue(jane, NOW);
  const during = accessTokens({ keys: [next, old], ...around });
  expect(await during.personIn(before, NOW)).toEqual(jane);
  expect(decodeProtectedHeader(await during.issue(jane, NOW)).kid).toBe(next.id);
  expect(await accessTokens({ keys: [next], ...around }).personIn(before, NOW)).toBeNull();
});

describe('a signing key', () => {
  test('follows from the company’s key, and is another with another', async () => {
    expect((await derivedSigningKey(key)).id).toBe(signing.id);
    expect((await derivedSigningKey(Buffer.alloc(32, 8))).id).not.toBe(signing.id);
  });

  test('is read as PEM and as JWK alike', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const asPem = await signingKeyIn(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const sec1 = await signingKeyIn(privateKey.export({ type: 'sec1', format: 'pem' }).toString());
    const asJwk = await signingKeyIn(JSON.stringify(privateKey.export({ format: 'jwk' })));
    expect(new Set([asPem.id, sec1.id, asJwk.id]).size).toBe(1);
  });

  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  test.each([
    ['another curve', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a public key', publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['something else', 'hunter2'],
    ['half a JWK', '{"kty":"EC"'],
  ])('is not %s, and what it is instead is not repeated', async (_, text) => {
    const error = await signingKeyIn(text).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'MissingSecret' });
    expect(String((error as Error).message)).not.toContain('hunter2');
  });
});
