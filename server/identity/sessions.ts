import { createHash, randomUUID } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as v from 'valibot';
import { elapsed, type Instant, later } from '../../src/posture/instant.ts';
import { type AccessTokens, personSchema } from './access-tokens.ts';
import type { Person } from './identify.ts';
import type { Passes } from './passes.ts';
import type { SessionLedger } from './session-ledger.ts';

/** What an extension asks `POST /v1/token` for. */
export const grantSchema = v.variant('grant', [
  /** Once after a sign-in: the code that came with it, and the secret that it was asked for with (RFC 7636 §4.1). */
  v.object({
    grant: v.literal('code'),
    code: v.string(),
    verifier: v.pipe(v.string(), v.regex(/^[\w.~-]{43,128}$/)),
  }),
  v.object({ grant: v.literal('refresh'), refreshToken: v.string() }),
  /** Ends the session. */
  v.object({ grant: v.literal('end'), refreshToken: v.string() }),
]);

export type Grant = v.InferOutput<typeof grantSchema>;

export const tokensSchema = v.object({
  accessToken: v.string(),
  /** How long it is good. */
  expiresInSeconds: v.number(),
  /** Good once. */
  refreshToken: v.string(),
  /** How long the session lasts at most. */
  sessionEndsInSeconds: v.number(),
  /** Whose they are, as in a posture answer: a sealed key, which tells nobody who it is. */
  person: v.string(),
});

export type Tokens = v.InferOutput<typeof tokensSchema>;

/** Why there is no token. `unavailable`: nobody can say now whether one was used before. */
export type Refused = 'code-refused' | 'session-expired' | 'session-ended' | 'too-many-requests' | 'unavailable';

export interface Sessions {
  /** The code that a sign-in ends with: good once, for a minute, and only for whoever knows the secret behind the challenge. */
  readonly codeFor: (person: Person, challenge: string, now: Instant) => string;
  readonly exchange: (
    grant: Grant,
    now: Instant,
  ) => Promise<{ readonly tokens: Tokens | null } | { readonly refused: Refused }>;
}

interface Parts {
  readonly passes: Passes;
  readonly ledger: SessionLedger;
  readonly access: AccessTokens;
  readonly accessSeconds: number;
  readonly subjectOf: (email: string) => string;
  /** How long a session lasts, in milliseconds. */
  readonly lastsMs: number;
}

const CODE_MS = 60_000;

/** A browser renews its token every few minutes. One that asks more often than this in a minute is broken. */
const RENEWALS_PER_MINUTE = 20;

const codeSchema = v.object({ session: v.string(), challenge: v.string(), person: personSchema });
const refreshSchema = v.object({ session: v.string(), token: v.string(), endsAt: v.string(), person: personSchema });
type Refresh = v.InferOutput<typeof refreshSchema>;

/**
 * Sessions of people who have signed in. Who they are travels in what the browser holds, sealed; the gateway remembers nothing but
 * which token is the next that counts.
 */
export function sessionsOf({ passes, ledger, access, accessSeconds, subjectOf, lastsMs }: Parts): Sessions {
  const tokensFor = async ({ session, token, endsAt, person }: Refresh, now: Instant): Promise<Tokens> => ({
    accessToken: await access.issue(person, now),
    expiresInSeconds: accessSeconds,
    refreshToken: passes.give('refresh', { session, token, endsAt, person }, endsAt),
    sessionEndsInSeconds: Math.floor(elapsed(now, endsAt) / 1000),
    person: subjectOf(person.email),
  });
  const goOn = async (expected: string | null, next: Refresh, now: Instant) => {
    const forMs = Math.max(1, elapsed(now, next.endsAt));
    const refused = expected === null ? 'code-refused' : 'session-ended';
    return (await ledger.advance(next.session, expected, next.token, forMs))
      ? { tokens: await tokensFor(next, now) }
      : ({ refused } as const);
  };
  const limiter = new RateLimiterMemory({ points: RENEWALS_PER_MINUTE, duration: 60 });
  const isTooOften = (session: string) =>
    limiter.consume(session).then(
      () => false,
      () => true,
    );
  const begin = async ({ code, verifier }: { readonly code: string; readonly verifier: string }, now: Instant) => {
    const read = passes.read('code', codeSchema, code, now);
    if (read === undefined || read.isOver || challengeOf(verifier) !== read.content.challenge)
      return { refused: 'code-refused' } as const;
    const { session, person } = read.content;
    return goOn(null, { session, person, token: randomUUID(), endsAt: later(now, lastsMs) }, now);
  };
  const exchange = async (grant: Grant, now: Instant) => {
    if (grant.grant === 'code') return begin(grant, now);
    const read = passes.read('refresh', refreshSchema, grant.refreshToken, now);
    if (read === undefined) return { refused: 'session-ended' } as const;
    if (read.isOver) return { refused: 'session-expired' } as const;
    const { content } = read;
    if (await isTooOften(content.session)) return { refused: 'too-many-requests' } as const;
    if (grant.grant === 'refresh') return goOn(content.token, { ...content, token: randomUUID() }, now);
    await ledger.end(content.session, Math.max(1, elapsed(now, content.endsAt)));
    return { tokens: null };
  };
  return {
    codeFor: (person, challenge, now) =>
      passes.give('code', { session: randomUUID(), challenge, person }, later(now, CODE_MS)),
    exchange: (grant, now) => exchange(grant, now).catch(() => ({ refused: 'unavailable' }) as const),
  };
}

/** RFC 7636 §4.2, S256. */
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
