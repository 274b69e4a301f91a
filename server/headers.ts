import type { MiddlewareHandler } from 'hono';

/**
 * Any extension may ask and read, without host permission; authority is the bearer token alone, so credentials are never allowed
 * (wire rule 2). Nothing here is a page.
 */
const always = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization, if-none-match, content-type',
  'Access-Control-Expose-Headers': 'etag, retry-after, date',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

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
  for (const [name, value] of Object.entries(always)) context.res.headers.set(name, value);
  if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
};
