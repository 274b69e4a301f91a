import * as client from 'openid-client';
import type { GatewayFailure } from '../../src/posture/sign-in.ts';
import { type ClaimNames, isMissing, personOf } from './claims.ts';
import type { Person } from './identify.ts';

/** What only the gateway and the sign-in service know of one sign-in. */
export interface Secrets {
  readonly nonce: string;
  /** Of PKCE, between the gateway and the sign-in service. */
  readonly verifier: string;
}

/** The company's sign-in service. Nothing here rejects. */
export interface Provider {
  /** Where the person says who they are. */
  readonly addressFor: (
    asked: Secrets & { readonly state: string; readonly prompt?: string | undefined },
  ) => Promise<{ readonly address: string } | { readonly failure: GatewayFailure }>;
  /** Who came back, by the query that they came back with. */
  readonly personBehind: (
    query: string,
    expected: Secrets & { readonly state: string },
  ) => Promise<{ readonly person: Person } | { readonly failure: GatewayFailure }>;
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: () => Promise<string>;
  readonly redirectUrl: string;
  readonly scopes: readonly string[];
  readonly names: ClaimNames;
  readonly domains?: readonly string[] | undefined;
  readonly isGroupUsed: (group: string) => boolean;
  readonly fetch: typeof fetch;
}

/** In seconds: somebody is waiting. */
const ANSWER_WITHIN = 10;
/** What clocks may differ by, in seconds. */
const TOLERANCE = 30;
/** A sign-in service may exchange its keys and addresses; what it said is asked again after this time, in milliseconds. */
const KNOWN_FOR_MS = 60 * 60 * 1000;

export function providerOf(settings: ProviderSettings): Provider {
  const discover = discovery(settings);
  const { redirectUrl, scopes, names } = settings;
  return {
    addressFor: async ({ state, nonce, verifier, prompt }) => {
      try {
        const address = client.buildAuthorizationUrl(await discover(), {
          redirect_uri: redirectUrl,
          scope: scopes.join(' '),
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(prompt !== undefined && { prompt }),
        });
        return { address: address.href };
      } catch (error) {
        return { failure: failureOf(error) };
      }
    },
    personBehind: async (query, { state, nonce, verifier }) => {
      try {
        const config = await discover();
        const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUrl}${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const told = await allClaims(config, tokens, names);
        const person = personOf(told, settings);
        return person === null ? { failure: 'not-verified' } : { person };
      } catch (error) {
        return { failure: failureOf(error) };
      }
    },
  };
}

/** Okta and others tell the most of it only at their UserInfo address when a code is exchanged. */
async function allClaims(
  config: client.Configuration,
  tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  names: ClaimNames,
): Promise<Readonly<Record<string, unknown>>> {
  const inToken = tokens.claims();
  if (inToken === undefined) return {};
  const { userinfo_endpoint: more } = config.serverMetadata();
  if (more === undefined || !isMissing(inToken, names)) return inToken;
  return { ...(await client.fetchUserInfo(config, tokens.access_token, inToken.sub)), ...inToken };
}

/** Asks a sign-in service for its addresses once an hour. One that does not answer is asked again by the next person. */
function discovery({ issuer, clientId, clientSecret, fetch }: ProviderSettings): () => Promise<client.Configuration> {
  let known: { readonly at: number; readonly config: Promise<client.Configuration> } | undefined;
  const discover = async () => {
    const secret = await clientSecret();
    const options: client.DiscoveryRequestOptions = {
      timeout: ANSWER_WITHIN,
      [client.customFetch]: fetch as client.CustomFetch,
      execute: [
        // The connection proves who answers; the signature proves it once more, whatever stands in between.
        client.enableNonRepudiationChecks,
        // Only the address that the configuration names: it is on this machine.
        ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ],
    };
    return client.discovery(new URL(issuer), clientId, { [client.clockTolerance]: TOLERANCE }, by(secret), options);
  };
  return () => {
    if (known === undefined || performance.now() - known.at > KNOWN_FOR_MS) {
      const config = discover();
      known = { at: performance.now(), config };
      config.catch(() => {
        if (known?.config === config) known = undefined;
      });
    }
    return known.config;
  };
}

/** The way that the sign-in service says it knows; in the header where it does not say (OpenID Connect Discovery §3). */
const by = (secret: string): client.ClientAuth => {
  const [inHeader, inBody] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (known.includes('client_secret_basic') ? inHeader : inBody)(server, ...rest);
  };
};

/** Errors by OpenID Connect Core §3.1.2.6 and RFC 6749 §4.1.2.1, and those of the client. */
const failures: ReadonlyMap<string, GatewayFailure> = new Map([
  ['login_required', 'interaction-needed'],
  ['interaction_required', 'interaction-needed'],
  ['consent_required', 'interaction-needed'],
  ['account_selection_required', 'interaction-needed'],
  ['access_denied', 'refused'],
  ['temporarily_unavailable', 'provider-down'],
  ['server_error', 'provider-down'],
  ['OAUTH_TIMEOUT', 'provider-down'],
  ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'provider-down'],
  ['OAUTH_JWT_TIMESTAMP_CHECK_FAILED', 'gateway-clock-wrong'],
]);

/** What went wrong at the sign-in service, in the gateway's own words: nothing that it said goes any further. */
function failureOf(error: unknown): GatewayFailure {
  if (error instanceof client.ResponseBodyError && error.status >= 500) return 'provider-down';
  // What fetch says of a connection that failed.
  if (error instanceof TypeError && error.message === 'fetch failed') return 'provider-down';
  return failures.get(wordOf(error)) ?? 'failed';
}

function wordOf(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError) return error.error;
  return error instanceof client.ClientError ? (error.code ?? '') : '';
}
