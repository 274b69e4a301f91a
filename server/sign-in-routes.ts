import type { Context, Hono, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as v from 'valibot';
import type { Instant } from '../src/posture/instant.ts';
import { WIRE_VERSION } from '../src/posture/wire.ts';
import { refuse, refuseFor } from './answer.ts';
import { signInDescribed, tokenDescribed } from './api-description.ts';
import { TOKEN_PATH } from './headers.ts';
import { grantSchema } from './identity/sessions.ts';
import { browserSecret, type Next, questionSchema, type SignIn } from './identity/sign-in.ts';

interface Serving {
  readonly now: () => Instant;
  /** Undefined while the company has another way of knowing people. */
  readonly signIn: () => SignIn | undefined;
}

/** Where a person's browser goes to sign in, and where it comes back to. */
const SIGN_IN_PATH = '/v1/sign-in';
const CALLBACK_PATH = `${SIGN_IN_PATH}/callback`;

export const callbackUrl = (publicUrl: string): string => `${publicUrl}${CALLBACK_PATH}`;

const COOKIE = 'stethoscope-sign-in';
const COOKIE_SECONDS = 10 * 60;

/** So many people a second sign in at one replica: a crowd in the morning does, and the sign-in service is spared whatever is more. */
const SIGN_INS_PER_SECOND = 50;
const TOKENS_PER_SECOND = 200;

export function serveSignIn(app: Hono, { now, signIn }: Serving): void {
  app.get(SIGN_IN_PATH, signInDescribed, atMost(SIGN_INS_PER_SECOND), async (context) => {
    const way = signIn();
    if (way === undefined) return refuse(context, 'not-found');
    const question = v.safeParse(questionSchema, context.req.query());
    if (!question.success) return refuse(context, 'bad-request');
    // One that is there already may belong to a sign-in in another window.
    const browser = browserOf(context) ?? browserSecret();
    setCookie(context, COOKIE, browser, cookieFor(way.publicUrl));
    return go(context, await way.begin(question.output, browser, context.req.raw, now()));
  });
  app.get(CALLBACK_PATH, atMost(SIGN_INS_PER_SECOND), async (context) => {
    const way = signIn();
    if (way === undefined) return refuse(context, 'not-found');
    return go(context, await way.finish(new URL(context.req.url).search, browserOf(context), now()));
  });
  app.post(TOKEN_PATH, tokenDescribed, atMost(TOKENS_PER_SECOND), async (context) => {
    const way = signIn();
    if (way === undefined) return refuse(context, 'not-found');
    const grant = v.safeParse(grantSchema, await context.req.json().catch(() => undefined));
    if (!grant.success) return refuse(context, 'bad-request');
    const came = await way.exchange(grant.output, now());
    if ('refused' in came) return refuse(context, came.refused);
    return came.tokens === null ? context.body(null, 204) : context.json({ version: WIRE_VERSION, ...came.tokens });
  });
}

/** Counted for all together: whole companies come from one address. */
function atMost(points: number): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points, duration: 1 });
  return async (context, next) => {
    const isWelcome = await limiter.consume('all').then(
      () => true,
      () => false,
    );
    return isWelcome ? next() : refuseFor(context, 1);
  };
}

const go = (context: Context, next: Next): Response =>
  'error' in next ? refuse(context, next.error) : context.redirect(next.address);

function browserOf(context: Context): string | undefined {
  const secret = getCookie(context, COOKIE);
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

/** Firefox signs in silently from no page of anybody: only a cookie for every site comes along there, which needs encryption. */
function cookieFor(publicUrl: string) {
  const { protocol, pathname } = new URL(publicUrl);
  const path = `${pathname.replace(/\/$/, '')}${SIGN_IN_PATH}`;
  const isEncrypted = protocol === 'https:';
  const sameSite = isEncrypted ? 'None' : 'Lax';
  return { path, httpOnly: true, secure: isEncrypted, sameSite, maxAge: COOKIE_SECONDS } as const;
}
