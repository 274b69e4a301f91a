import type { Context } from 'hono';
import type { Instant } from '../src/posture/instant.ts';
import { type ErrorCode, errorAnswer } from './errors.ts';
import { isKnown } from './etag.ts';

/** A document that its asker may keep for a while. */
export interface Kept {
  /** Everything but the time at which it was made. The same object is written down once, however many ask. */
  readonly content: object;
  readonly generatedAt: Instant;
  readonly etag: string;
  readonly maxAgeSeconds: number;
}

/** Answers with a document, or with the word that it has not changed. */
export function answer(context: Context, { content, generatedAt, etag, maxAgeSeconds }: Kept): Response {
  context.header('ETag', `"${etag}"`);
  context.header('Cache-Control', `private, max-age=${maxAgeSeconds}`);
  if (isKnown(context.req.header('If-None-Match'), etag)) return context.body(null, 304);
  context.header('Content-Type', 'application/json');
  return context.body(`${textOf(content).slice(0, -1)},"generatedAt":${JSON.stringify(generatedAt)}}`);
}

const texts = new WeakMap<object, string>();

function textOf(content: object): string {
  const known = texts.get(content);
  if (known !== undefined) return known;
  const text = JSON.stringify(content);
  texts.set(content, text);
  return text;
}

/** Answers with an error, under a name by which it can be found again. */
export const refuse = (context: Context, code: ErrorCode): Response =>
  errorAnswer(context, code, context.get('requestId'));

/** The same, and says when to ask again. */
export function refuseFor(context: Context, seconds: number): Response {
  context.header('Retry-After', String(seconds));
  return refuse(context, 'too-many-requests');
}
