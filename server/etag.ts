import { createHash } from 'node:crypto';

/** A name for this content: the same content, written in the same order, has the same name. */
export const etagOf = (prefix: string, content: unknown): string =>
  `${prefix}_${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24)}`;

/** Whether the asker has this content already (RFC 9110, 13.1.2: a list of quoted names, weak or strong, or `*`). */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((name) => name.trim().replace(/^W\//, ''))
    .some((name) => name === '*' || name === `"${etag}"`);
