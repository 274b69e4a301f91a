import { fakeBrowser } from '@webext-core/fake-browser';
import { anOrganizationAnswer, aPostureAnswer } from './endpoint-answers.ts';
import type { HttpServer } from './http-server.ts';
import { type Asked, serveJson, type Told } from './json-server.ts';

export const redirectUrl = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/sign-in';

/** A gateway that behaves as a test wants it to, and the browser's part of a sign-in there. */
export interface SignInGateway extends HttpServer {
  mode: 'gateway' | 'token' | 'none';
  /** The tokens that it knows, and whose they are. */
  readonly known: Map<string, { readonly key: string; readonly name: string; readonly device: string }>;
  /** What `POST /v1/token` answers; a tokens answer for Jane unless set. */
  exchange: ((grant: Record<string, string>) => Told) | undefined;
  /** What comes of a sign-in: the query that the browser is led back with, or an error of the browser. */
  flow: (asked: URL, interactive: boolean) => Readonly<Record<string, string>> | Error;
  /** It tells a person's devices when this has come. */
  until: Promise<unknown>;
  /** Every sign-in that was begun, `silent` or `shown`. */
  readonly flows: string[];
  readonly grants: Record<string, string>[];
}

export const jane = { key: 'sha256:jane', name: 'Jane Doe', device: 'Blue Mac' };
export const joe = { key: 'sha256:joe', name: 'Joe Bloggs', device: 'Green Mac' };

const aMac = (name: string) => ({ id: `d_${name}`, name, platform: 'macos', seenBy: [], signals: [] });

export async function serveSignIn(): Promise<SignInGateway> {
  let count = 0;
  const fresh = (whose: typeof jane): Told => {
    count += 1;
    const accessToken = `access-token-number-${count}`;
    gateway.known.set(accessToken, whose);
    const refreshToken = `refresh-token-number-${count}`;
    return { body: { version: 1, accessToken, refreshToken, expiresInSeconds: 720, person: whose.key } };
  };
  const exchange = (form: URLSearchParams): Told => {
    const grant = JSON.parse([...form.keys()][0] ?? '{}') as Record<string, string>;
    gateway.grants.push(grant);
    return gateway.exchange?.(grant) ?? fresh(grant['code'] === 'code-of-joe' ? joe : jane);
  };
  const posture = (authorization = ''): Told => {
    const whose =
      gateway.known.get(authorization.replace('Bearer ', '')) ?? (gateway.mode === 'none' ? jane : undefined);
    if (whose === undefined) return { status: 401, body: {} };
    const { key, name, device } = whose;
    return { body: aPostureAnswer({ person: { key, name }, devices: [aMac(device)] }) };
  };
  const server = await serveJson(async ({ path, headers, form }: Asked): Promise<Told> => {
    if (path === '/v1/organization') return { body: anOrganizationAnswer({ signIn: { mode: gateway.mode } }) };
    if (path === '/v1/token') return exchange(form);
    const told = posture(headers.authorization);
    await gateway.until;
    return told;
  });
  const gateway: SignInGateway = Object.assign(server, {
    mode: 'gateway' as const,
    known: new Map(),
    exchange: undefined,
    until: Promise.resolve(),
    flow: () => new Error('User interaction required.'),
    flows: [],
    grants: [],
  });
  Object.assign(fakeBrowser, {
    identity: {
      getRedirectURL: () => redirectUrl,
      launchWebAuthFlow: async ({ url, interactive }: { readonly url: string; readonly interactive: boolean }) => {
        gateway.flows.push(interactive ? 'shown' : 'silent');
        const came = gateway.flow(new URL(url), interactive);
        if (came instanceof Error) throw came;
        const state = new URL(url).searchParams.get('state') ?? '';
        return `${redirectUrl}?${new URLSearchParams({ state, ...came })}`;
      },
    },
  });
  return gateway;
}
