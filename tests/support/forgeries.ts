import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { exportSPKI, type JWTPayload, SignJWT } from 'jose';

interface Honest {
  readonly payload: JWTPayload;
  readonly header: { readonly alg: string; readonly kid: string; readonly typ?: string };
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

export const signed = ({ payload, header, privateKey }: Pick<Honest, 'payload' | 'header' | 'privateKey'>) =>
  new SignJWT(payload).setProtectedHeader(header).sign(privateKey);

/** What an attacker makes of an honest token: each must be refused. */
export async function forgeriesOf(honest: Honest): Promise<readonly (readonly [string, string])[]> {
  const { payload, header, publicKey } = honest;
  const token = await signed(honest);
  const [first = '', second = '', signature = ''] = token.split('.');
  const differing = (difference: Record<string, unknown>) =>
    signed({ ...honest, payload: { ...payload, ...difference } });
  const another = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Number(payload.iat);
  const spki = await exportSPKI(publicKey);
  const hmac = (key: string) => {
    const content = `${part({ ...header, alg: 'HS256' })}.${part(payload)}`;
    return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
  };
  return [
    ['without an algorithm', `${part({ ...header, alg: 'none' })}.${second}.`],
    ['without an algorithm, and with a signature', `${part({ ...header, alg: 'none' })}.${second}.${signature}`],
    ['with another way of writing none', `${part({ ...header, alg: 'nOnE' })}.${second}.`],
    ['signed with the public key as if it were a secret', hmac(spki)],
    ['signed with the public key as JWK', hmac(JSON.stringify(publicKey.export({ format: 'jwk' })))],
    ['with its signature taken off', `${first}.${second}.`],
    ['in two parts', `${first}.${second}`],
    ['with another signature', `${first}.${second}.${signature.split('').toReversed().join('')}`],
    ['with another content', `${first}.${part({ ...payload, sub: 'somebody else' })}.${signature}`],
    ['signed by somebody else', await signed({ ...honest, privateKey: another.privateKey })],
    [
      'signed by somebody else, with their key in it',
      await new SignJWT(payload)
        .setProtectedHeader({ ...header, jwk: another.publicKey.export({ format: 'jwk' }) as object })
        .sign(another.privateKey),
    ],
    ['with an unknown key', await signed({ ...honest, header: { ...header, kid: 'another' } })],
    ['for somebody else', await differing({ aud: 'https://other.example' })],
    ['for nobody', await differing({ aud: undefined })],
    ['by another issuer', await differing({ iss: 'https://other.example' })],
    ['that is over', await differing({ iat: now - 7200, exp: now - 3600 })],
    ['without an end', await differing({ exp: undefined })],
    ['from the future', await differing({ iat: now + 3600, exp: now + 7200 })],
    ['that is not good yet', await differing({ nbf: now + 3600 })],
    [
      'with a header that must be understood',
      await new SignJWT(payload)
        .setProtectedHeader({ ...header, crit: ['x'], x: 1 })
        .sign(honest.privateKey, { crit: { x: true } }),
    ],
    ['twice', `${token}, ${token}`],
    ['nothing', ''],
    ['noise', 'a.b.c'],
  ];
}
