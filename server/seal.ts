import { createHmac } from 'node:crypto';
import type { Seal } from '../src/posture/collate.ts';

/** What a sealed text names. The same text has another seal in another domain, so that seals cannot be compared across. */
export type SealDomain = 'device' | 'person';

/** Seals texts with HMAC-SHA256, as `sha256:` and 64 hexadecimal digits: the same text and key give the same seal on every replica. */
export const sealWith =
  (key: string | Uint8Array, domain: SealDomain): Seal =>
  (text) =>
    `sha256:${createHmac('sha256', key).update(`${domain}\n${text}`).digest('hex')}`;
