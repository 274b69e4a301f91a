import { jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import { epochMs, type Instant, later } from '../../src/posture/instant.ts';
import type { Person } from './identify.ts';
import type { Passes } from './passes.ts';
import type { SigningKey } from './signing-keys.ts';

/** RFC 9068 §2.1: no other token of anybody is mistaken for one of these. */
const TYPE = 'at+jwt';
const ALGORITHM = 'ES256';

export interface AccessTokens {
  readonly issue: (person: Person, now: Instant) => Promise<string>;
  /** Whose token it is; null for one that is forged, altered, over, or somebody else's. */
  readonly personIn: (token: string, now: Instant) => Promise<Person | null>;
}

/** What is known of a person, as it travels in tokens of the gateway. */
export const personSchema = v.object({
  email: v.string(),
  name: v.string(),
  groups: v.optional(v.array(v.string())),
});

interface Making {
  /** The first signs, all of them count: during a rotation there are two. */
  readonly keys: readonly [SigningKey, ...SigningKey[]];
  /** The gateway's own address: it issues these tokens, and they are for it alone. */
  readonly issuer: string;
  /** How long a token is good. Nothing takes it back before. */
  readonly seconds: number;
  readonly passes: Passes;
  /** Names a person without telling who it is. */
  readonly subjectOf: (email: string) => string;
}

/**
 * Makes and reads the gateway's own access tokens (ES256). Whoever gets hold of one learns nothing of the person: who they are is sealed in it.
 */
export function accessTokens({ keys, issuer, seconds, passes, subjectOf }: Making): AccessTokens {
  const [signing] = keys;
  const byId = new Map(keys.map(({ id, publicKey }) => [id, publicKey]));
  return {
    issue: (person, now) => {
      const until = later(now, seconds * 1000);
      return new SignJWT({ who: passes.give('person', person, until) })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: signing.id })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(subjectOf(person.email))
        .setIssuedAt(inSeconds(now))
        .setExpirationTime(inSeconds(until))
        .sign(signing.privateKey);
    },
    personIn: async (token, now) => {
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => keyOf(byId, kid), {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer,
          audience: issuer,
          requiredClaims: ['sub', 'iat', 'exp', 'who'],
          maxTokenAge: seconds + 1,
          currentDate: new Date(epochMs(now)),
        });
        const who = passes.read('person', personSchema, String(payload['who']), now);
        return who === undefined || subjectOf(who.content.email) !== payload.sub ? null : who.content;
      } catch {
        return null;
      }
    },
  };
}

const inSeconds = (at: Instant): number => Math.floor(epochMs(at) / 1000);

function keyOf<Key>(byId: ReadonlyMap<string, Key>, id: string | undefined): Key {
  const key = byId.get(id ?? '');
  if (key === undefined) throw new TypeError('No such key');
  return key;
}
