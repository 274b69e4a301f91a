import type { Instant } from '../../src/posture/instant.ts';
import type { Company, Terms } from '../company.ts';
import type { Configuration } from '../config/configuration.ts';
import { accessTokens } from '../identity/access-tokens.ts';
import { bearerOf } from '../identity/bearer.ts';
import type { GatewayMode } from '../identity/gateway-mode.ts';
import type { Identify } from '../identity/identify.ts';
import { passesWith } from '../identity/passes.ts';
import { type Provider, providerOf } from '../identity/provider.ts';
import { type ProxyMode, proxyMode } from '../identity/proxy-mode.ts';
import type { SessionLedger } from '../identity/session-ledger.ts';
import { sessionsOf } from '../identity/sessions.ts';
import { type Authority, signInOf } from '../identity/sign-in.ts';
import { derivedSigningKey, type SigningKey, signingKeyIn } from '../identity/signing-keys.ts';
import { tokenMode } from '../identity/token-mode.ts';
import { sealWith } from '../seal.ts';
import { callbackUrl } from '../sign-in-routes.ts';
import type { SecretReference } from '../sources/secret.ts';

interface Around {
  readonly now: () => Instant;
  readonly fetch: typeof fetch;
  readonly secret: (reference: SecretReference) => Promise<string>;
  readonly key: Uint8Array;
  readonly ledger: SessionLedger;
  readonly groups: Terms['groups'];
}

const HOUR_MS = 60 * 60 * 1000;

/** How a company knows its people, as its configuration says. @throws MissingSecret */
export async function peopleOf(
  identity: Configuration['identity'],
  around: Around,
): Promise<Pick<Company, 'identify' | 'signIn'>> {
  if (identity.mode === 'token') return { identify: tokenMode(identity) };
  const { now, fetch, key } = around;
  const isGroupUsed = (name: string) => around.groups.some(({ group }) => group === name);
  const passes = passesWith(key);
  const { publicUrl, extensions, accessMinutes, sessionHours } = identity;
  const seconds = accessMinutes * 60;
  const keys = await signingKeysOf(identity, around);
  const subjectOf = sealWith(key, 'person');
  const access = accessTokens({ keys, issuer: publicUrl, seconds, passes, subjectOf });
  const sessions = sessionsOf({
    passes,
    ledger: around.ledger,
    access,
    accessSeconds: seconds,
    subjectOf,
    lastsMs: sessionHours * HOUR_MS,
  });
  const authority: Authority =
    identity.mode === 'proxy'
      ? { identify: proxyMode(identity, { now, fetch, isGroupUsed }) }
      : { provider: providerFor(identity, { ...around, isGroupUsed }), anotherAccount: identity.anotherAccount };
  const signIn = signInOf({ publicUrl, extensions, authority, passes, sessions });
  const identify: Identify = async (request) => {
    const token = bearerOf(request);
    if (token !== undefined) return access.personIn(token, now());
    return 'identify' in authority ? authority.identify(request) : null;
  };
  return { identify, signIn: () => signIn };
}

async function signingKeysOf(
  { signingKeys }: GatewayMode | ProxyMode,
  { key, secret }: Around,
): Promise<readonly [SigningKey, ...SigningKey[]]> {
  const [first, ...others] = signingKeys ?? [];
  if (first === undefined) return [await derivedSigningKey(key)];
  const read = async (reference: SecretReference) => signingKeyIn(await secret(reference));
  return [await read(first), ...(await Promise.all(others.map(read)))];
}

function providerFor(
  { issuer, clientId, clientSecret, publicUrl, scopes, claims, domains }: GatewayMode,
  { secret, fetch, isGroupUsed }: Around & { readonly isGroupUsed: (group: string) => boolean },
): Provider {
  return providerOf({
    issuer,
    clientId,
    clientSecret: () => secret(clientSecret),
    redirectUrl: callbackUrl(publicUrl),
    scopes,
    names: claims,
    domains,
    isGroupUsed,
    fetch,
  });
}
