import type { Context, MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** Set when the answer has the headers of every answer already. */
    isWhole: boolean;
  }
}

/**
 * Any extension may ask and read, without host permission; authority is the bearer token alone, so credentials are never allowed
 * (wire rule 2). Nothing here is a page: nothing may be run, framed or guessed at.
 */
const always = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization, if-none-match, content-type',
  'Access-Control-Expose-Headers': 'etag, retry-after, date',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The one address that takes anything, and nothing of a device. */
export const TOKEN_PATH = '/v1/token';

const preflightOf = (path: string) => ({
  'Access-Control-Allow-Methods': path === TOKEN_PATH ? 'POST' : 'GET, HEAD',
  'Access-Control-Max-Age': '86400',
});

/** Answers preflights, and puts the headers of every answer on every answer, errors too. What names no age is not to be kept. */
export const answerHeaders: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'OPTIONS') {
    context.res = new Response(null, { status: 204, headers: preflightOf(context.req.path) });
  } else await next();
  if (!context.get('isWhole')) addHeaders(context.res.headers);
};

/**
 * An answer that has the headers of every answer from the beginning. To look at the headers of one that is made already takes as long
 * as everything else that is done for a cached answer.
 */
export function wholeAnswer(
  context: Context,
  body: Buffer<ArrayBuffer> | null,
  status: number,
  headers: Record<string, string>,
): Response {
  // A spread of several objects with names like these takes ten times as long.
  const response = new Response(body, { status, headers: Object.assign(headers, always) });
  context.set('isWhole', true);
  return response;
}

export function addHeaders(headers: Headers): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}
