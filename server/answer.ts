import type { Context } from 'hono';
import { type ErrorCode, errorAnswer } from './errors.ts';
import { isKnown } from './etag.ts';

/** A document that its asker may keep for a while, or the word that it has not changed. */
export function answer(context: Context, document: object, etag: string, maxAgeSeconds: number): Response {
  context.header('ETag', `"${etag}"`);
  context.header('Cache-Control', `private, max-age=${maxAgeSeconds}`);
  return isKnown(context.req.header('If-None-Match'), etag) ? context.body(null, 304) : context.json(document);
}

/** Answers with an error, under a name by which it can be found again. */
export type Refuse = (context: Context, code: ErrorCode) => Response;

export const refuseWith =
  (requestId: () => string): Refuse =>
  (context, code) =>
    errorAnswer(context, code, requestId());
