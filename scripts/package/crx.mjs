import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import createCRX3Stream from 'crx3/lib/crx3stream.js';
import { Refusal } from '../run.mjs';

/** The shortest key that Chromium's store and Node both take without complaint. */
const KEY_BITS = 2048;

/**
 * The id that Chromium gives to whatever this key signs: half of the SHA-256 of its public part, in the letters a to p.
 * Refuses a file that holds no private RSA key.
 * @param {string} keyFile in PEM
 */
export function extensionId(keyFile) {
  const der = createPublicKey(privateKey(keyFile)).export({ type: 'spki', format: 'der' });
  const half = createHash('sha256').update(der).digest('hex').slice(0, 32);
  return [...half].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** @param {string} keyFile */
function privateKey(keyFile) {
  let key;
  try {
    key = createPrivateKey(readFileSync(keyFile));
  } catch {
    throw new Refusal(`${keyFile} holds no private key in PEM: "openssl genrsa -out key.pem 2048" makes one.`);
  }
  const isStrong = key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= KEY_BITS;
  if (!isStrong) throw new Refusal(`${keyFile} is not an RSA key of ${KEY_BITS} bits or more, which a CRX needs.`);
  return key;
}

/**
 * Makes a key, unless one of an earlier run is there: its id lasts as long as the file.
 * @param {string} keyFile
 */
export function makeKey(keyFile) {
  if (existsSync(keyFile)) return;
  const pem = generateKeyPairSync('rsa', { modulusLength: KEY_BITS }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });
  mkdirSync(path.dirname(keyFile), { recursive: true });
  writeFileSync(keyFile, pem, { mode: 0o600 });
}

/**
 * The CRX3 file of a zip. The signature is RSA with PKCS #1 v1.5: the same zip and key give the same bytes.
 * @param {Uint8Array} zipped
 * @param {string} keyFile
 * @returns {Promise<Uint8Array>}
 */
export async function crx(zipped, keyFile) {
  privateKey(keyFile);
  const folder = mkdtempSync(path.join(tmpdir(), 'stethoscope-'));
  try {
    const file = path.join(folder, 'signed.crx');
    const stream = createCRX3Stream(file, { keyPath: path.resolve(keyFile) });
    stream.end(Buffer.from(zipped));
    await finished(stream);
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
