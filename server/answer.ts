import type { Context } from 'hono';
import type { Instant } from '../src/posture/instant.ts';
import { type ErrorCode, errorAnswer } from './errors.ts';
import { isKnown } from './etag.ts';
import { wholeAnswer } from './headers.ts';

/** A document that its asker may keep for a while. */
export interface Kept {
  /** Everything but the time at which it was made. The same object is written down once, however many ask. */
  readonly content: object;
  readonly generatedAt: Instant;
  readonly etag: string;
  readonly maxAgeSeconds: number;
}

const isJson = { 'Content-Type': 'application/json' };

/** Answers with a document, or with the word that it has not changed. */
export function answer(context: Context, { content, generatedAt, etag, maxAgeSeconds }: Kept): Response {
  const headers = { ETag: `"${etag}"`, 'Cache-Control': `private, max-age=${maxAgeSeconds}` };
  if (isKnown(context.req.header('If-None-Match'), etag)) return wholeAnswer(context, null, 304, headers);
  const body = Buffer.concat([beginningOf(content), Buffer.from(`,"generatedAt":${JSON.stringify(generatedAt)}}`)]);
  return wholeAnswer(context, body, 200, Object.assign(headers, isJson));
}

const beginnings = new WeakMap<object, Buffer>();

/** The content as JSON without its last brace, in bytes: written down and encoded once. */
function beginningOf(content: object): Buffer {
  const known = beginnings.get(content);
  if (known !== undefined) return known;
  const beginning = Buffer.from(JSON.stringify(content).slice(0, -1));
  beginnings.set(content, beginning);
  return beginning;
}

/** Answers with an error, under a name by which it can be found again. */
export const refuse = (context: Context, code: ErrorCode): Response =>
  errorAnswer(context, code, context.get('requestId'));

/** The same, and says when to ask again. */
export function refuseFor(context: Context, seconds: number): Response {
  context.header('Retry-After', String(seconds));
  return refuse(context, 'too-many-requests');
}
