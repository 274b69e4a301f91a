import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Instant, later } from '../../src/posture/instant.ts';
import type { GatewayFailure } from '../../src/posture/sign-in.ts';
import { redirectUrlOf } from './extension-redirect.ts';
import type { Identify, Person } from './identify.ts';
import type { Passes } from './passes.ts';
import type { Provider } from './provider.ts';
import type { Grant, Sessions } from './sessions.ts';

/** What an extension asks for a sign-in with. */
export const questionSchema = v.object({
  redirect_uri: v.string(),
  state: v.pipe(v.string(), v.regex(/^[\w-]{16,128}$/)),
  code_challenge: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  code_challenge_method: v.literal('S256'),
  /** `none`: without asking the person anything. `choose`: as another one than the last. */
  prompt: v.optional(v.picklist(['none', 'choose'])),
});

export type Question = v.InferOutput<typeof questionSchema>;

/** Where a browser is sent next, or why it is sent nowhere. */
export type Next = { readonly address: string } | { readonly error: 'unknown-extension' | 'sign-in-over' };

/** A secret of the browser that a sign-in was begun in: nobody else can end it. */
export interface SignIn {
  readonly begin: (question: Question, browser: string, request: Request, now: Instant) => Promise<Next>;
  /** @param query with the `?`, as the sign-in service sent it */
  readonly finish: (query: string, browser: string | undefined, now: Instant) => Promise<Next>;
  readonly exchange: (grant: Grant, now: Instant) => ReturnType<Sessions['exchange']>;
  /** The gateway's own address, as browsers see it. */
  readonly publicUrl: string;
}

/** Who says who somebody is: the company's sign-in service, or a proxy that has asked already. */
export type Authority =
  | { readonly provider: Provider; readonly anotherAccount: string }
  | { readonly identify: Identify };

interface Parts {
  readonly publicUrl: string;
  readonly extensions: readonly string[];
  readonly authority: Authority;
  readonly passes: Passes;
  readonly sessions: Sessions;
}

/** People read, think and look for their second factor. */
const STATE_MS = 10 * 60_000;

const stateSchema = v.object({
  question: questionSchema,
  nonce: v.string(),
  verifier: v.string(),
  /** The hash of the browser's secret. */
  browser: v.string(),
});

/** Signs people in for extensions. Between its steps everything travels with the browser, sealed: the next one may be taken by another replica. */
export function signInOf({ publicUrl, extensions, authority, passes, sessions }: Parts): SignIn {
  const redirectUrls = new Set(extensions.map(redirectUrlOf));
  const back = ({ redirect_uri, state }: Question, told: Readonly<Record<string, string>>): Next => ({
    address: `${redirect_uri}?${new URLSearchParams({ ...told, state })}`,
  });
  const outcome = (question: Question, came: Came, now: Instant): Next =>
    'person' in came
      ? back(question, { code: sessions.codeFor(came.person, question.code_challenge, now) })
      : back(question, { error: came.failure });

  return {
    publicUrl,
    begin: async (question, browser, request, now) => {
      if (!redirectUrls.has(question.redirect_uri)) return { error: 'unknown-extension' };
      if ('identify' in authority) {
        const person = await authority.identify(request);
        return outcome(question, person === null ? { failure: 'failed' } : { person }, now);
      }
      const secrets = { nonce: secret(), verifier: secret() };
      const state = passes.give('state', { question, ...secrets, browser: hashOf(browser) }, later(now, STATE_MS));
      const { prompt: wish } = question;
      const prompt = wish === 'choose' ? authority.anotherAccount : wish;
      const next = await authority.provider.addressFor({ ...secrets, state, prompt });
      return 'failure' in next ? back(question, { error: next.failure }) : next;
    },
    finish: async (query, browser, now) => {
      if ('identify' in authority) return { error: 'sign-in-over' };
      const state = new URLSearchParams(query).get('state') ?? '';
      const read = passes.read('state', stateSchema, state, now);
      if (read === undefined || read.isOver || read.content.browser !== hashOf(browser ?? ''))
        return { error: 'sign-in-over' };
      const { question, ...secrets } = read.content;
      const came = await authority.provider.personBehind(query, { ...secrets, state });
      return outcome(question, came, now);
    },
    exchange: (grant, now) => sessions.exchange(grant, now),
  };
}

type Came = { readonly person: Person } | { readonly failure: GatewayFailure };

const secret = (): string => randomBytes(32).toString('base64url');

/** A secret that a browser keeps while it signs in. */
export const browserSecret = secret;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
