import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import * as v from 'valibot';
import { epochMs, type Instant } from '../../src/posture/instant.ts';
import { baseUrl } from '../sources/connection.ts';
import { BY_ISSUER, personOf } from './claims.ts';
import { claimNames, domains, sessionSettings } from './gateway-mode.ts';
import type { Identify } from './identify.ts';

/** Every one needs a private key to sign with: what anybody may know is never enough. */
const algorithms = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA'] as const;

const text = v.pipe(v.string(), v.minLength(1));

/** A proxy in front of the gateway signs people in, and says in a signed header who they are. */
export const proxyModeSchema = v.strictObject({
  mode: v.literal('proxy'),
  ...sessionSettings,
  header: v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z0-9-]+$/, 'Expected the name of a header')),
  issuer: text,
  audience: text,
  /** Where the proxy publishes its keys. */
  keysUrl: baseUrl,
  algorithms: v.optional(v.pipe(v.array(v.picklist(algorithms)), v.minLength(1)), ['ES256', 'RS256']),
  claims: v.optional(claimNames(BY_ISSUER), {}),
  domains,
});

export type ProxyMode = v.InferOutput<typeof proxyModeSchema>;

/** What clocks may differ by, in seconds. */
const TOLERANCE = 30;

interface Around {
  readonly now: () => Instant;
  readonly fetch: typeof fetch;
  readonly isGroupUsed: (group: string) => boolean;
}

/** Knows people by the assertion of the proxy. Of two headers none counts: one of them is somebody else's. */
export function proxyMode(mode: ProxyMode, { now, fetch, isGroupUsed }: Around): Identify {
  const keys = createRemoteJWKSet(new URL(mode.keysUrl), { [customFetch]: fetch });
  return async (request) => {
    const assertion = request.headers.get(mode.header);
    if (assertion === null || assertion.includes(',')) return null;
    const at = epochMs(now());
    try {
      const { payload } = await jwtVerify(assertion, keys, {
        algorithms: [...mode.algorithms],
        issuer: mode.issuer,
        audience: mode.audience,
        requiredClaims: ['exp', 'iat'],
        clockTolerance: TOLERANCE,
        currentDate: new Date(at),
      });
      if (Number(payload.iat) > at / 1000 + TOLERANCE) return null;
      return personOf(payload, { names: mode.claims, domains: mode.domains, isGroupUsed });
    } catch {
      return null;
    }
  };
}
