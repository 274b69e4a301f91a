import { createECDH, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { MissingSecret } from '../config/secrets.ts';

/** A key that access tokens are signed with, and the name by which a token says which one it was. */
export interface SigningKey {
  /** Its thumbprint (RFC 7638). */
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * Reads a private key of the curve P-256, as PEM or as JWK.
 * @throws MissingSecret when it is none; nothing of what it is instead is repeated
 */
export async function signingKeyIn(text: string): Promise<SigningKey> {
  try {
    const privateKey = text.trim().startsWith('{')
      ? createPrivateKey({ key: JSON.parse(text), format: 'jwk' })
      : createPrivateKey(text);
    const publicKey = createPublicKey(privateKey);
    const jwk = publicKey.export({ format: 'jwk' });
    if (jwk.crv !== 'P-256') throw new TypeError('Another curve');
    return { id: await calculateJwkThumbprint(jwk as JWK), privateKey, publicKey };
  } catch {
    throw new MissingSecret('A signing key is not a private key of the curve P-256, as PEM or JWK');
  }
}

/**
 * The signing key that follows from the company's key, the same on every replica: whoever knows the one knows the other. A
 * number that is none of the curve's is so rare that nobody has seen one, and the next is tried.
 */
export function derivedSigningKey(key: Uint8Array, attempt = 0): Promise<SigningKey> {
  const d = Buffer.from(hkdfSync('sha256', key, '', `stethoscope sign-in signing ${attempt}`, 32));
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(d);
  } catch {
    return derivedSigningKey(key, attempt + 1);
  }
  const point = curve.getPublicKey();
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: d.toString('base64url'), x: coordinate(1), y: coordinate(33) };
  return signingKeyIn(JSON.stringify(jwk));
}
