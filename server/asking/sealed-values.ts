import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What leaves this process: names that name nobody, and values that nobody else can read or exchange. */
export interface SealedValues {
  /** A name for parts that may say who somebody is. */
  readonly nameOf: (...parts: readonly string[]) => string;
  readonly sealed: (name: string, text: string) => string;
  /** Undefined for a value that was not sealed by us, or not for this name. */
  readonly opened: (name: string, value: string) => string | undefined;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM and HMAC-SHA256, each with a key of its own that is derived from the company's (RFC 5869). What is sealed for one use
 * cannot be opened for another.
 */
export function sealedValues(key: Uint8Array, use: 'replicas' | 'sign-in' = 'replicas'): SealedValues {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `stethoscope ${use} ${purpose}`, 32));
  const cipherKey = derived('values');
  const nameKey = derived('names');
  return {
    nameOf: (...parts) => createHmac('sha256', nameKey).update(JSON.stringify(parts)).digest('base64url'),
    sealed: (name, text) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, cipherKey, nonce).setAAD(Buffer.from(name));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    opened: (name, value) => {
      const bytes = Buffer.from(value, 'base64url');
      try {
        const decipher = createDecipheriv(CIPHER, cipherKey, bytes.subarray(0, NONCE), { authTagLength: TAG })
          .setAAD(Buffer.from(name))
          .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
