import { createHash, randomBytes } from 'node:crypto';
import { companyOf } from '../../server/commands/company-of.ts';
import { readConfiguration } from '../../server/config/read-configuration.ts';
import { createGateway, type Gateway } from '../../server/gateway.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { instant } from '../../src/posture/instant.ts';
import type { Account, IdentityProvider } from './identity-provider.ts';

export const publicUrl = 'https://checks.acme.example';
export const callback = `${publicUrl}/v1/sign-in/callback`;
export const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
export const redirectUrl = `https://${extensionId}.chromiumapp.org/sign-in`;

/** The extension's side of one sign-in. */
export function asked(prompt?: 'none' | 'choose') {
  const verifier = randomBytes(32).toString('base64url');
  const question = {
    redirect_uri: redirectUrl,
    state: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(prompt !== undefined && { prompt }),
  };
  return { verifier, question };
}

/** How a company's file says that its gateway signs people in itself. */
export const identityLines = (
  { issuer, clientId }: Pick<IdentityProvider, 'issuer' | 'clientId'>,
  { gateway = publicUrl, extension = extensionId, more = '' } = {},
) => `identity:
  mode: gateway
  publicUrl: ${gateway}
  issuer: ${issuer}
  clientId: ${clientId}
  clientSecret: { env: CLIENT_SECRET }
  extensions: ['${extension}']
  ${more}`;

interface Options {
  readonly environment?: Readonly<Record<string, string>>;
  /** More lines of `identity`, as in the file. */
  readonly more?: string;
}

/** A gateway that signs people in, with a clock that can be moved. */
export async function signingGateway(
  idp: Pick<IdentityProvider, 'issuer' | 'clientId' | 'clientSecret'>,
  options: Options = {},
) {
  let movedMs = 0;
  const now = () => instant(Date.now() + movedMs);
  const read = readConfiguration(`organization: { name: Acme }
key: { env: KEY }
${identityLines(idp, options)}
sources: [{ kind: jamf, id: jamf, url: 'http://127.0.0.1:9', clientId: c, clientSecret: { env: SECRET } }]
policy: { groups: [{ group: lab, practices: {} }] }
`);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  const environment = { KEY: 'k'.repeat(32), SECRET: 's', CLIENT_SECRET: idp.clientSecret, ...options.environment };
  const { company, asking } = await companyOf({ ...read, words: {} }, { now, fetch, environment });
  const gateway = createGateway({ now, baseline: bundledBaseline, requestId: () => 'r_1', serves: company });
  return {
    ...conversation(gateway),
    company,
    stop: asking.stop,
    later: (ms: number) => {
      movedMs += ms;
    },
  };
}

/** What an extension and a browser can say to a gateway. */
export function conversation(gateway: Gateway) {
  let cookie = '';
  const get = async (url: string, headers: Record<string, string> = {}) =>
    gateway.fetch(new Request(url, { headers: { cookie, ...headers } }));
  return {
    get,
    begin: async (question: Record<string, string>) => {
      const response = await get(`${publicUrl}/v1/sign-in?${new URLSearchParams(question)}`);
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return response;
    },
    forgetCookies: () => {
      cookie = '';
    },
    exchange: async (grant: unknown) =>
      gateway.fetch(
        new Request(`${publicUrl}/v1/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: typeof grant === 'string' ? grant : JSON.stringify(grant),
        }),
      ),
    posture: async (token: string) => get(`${publicUrl}/v1/posture`, { authorization: `Bearer ${token}` }),
  };
}

export const locationOf = (response: Response): string => response.headers.get('location') ?? '';
export const queryOf = (address: string) => Object.fromEntries(new URL(address).searchParams);
export const codeOf = async (response: Response): Promise<string> => (await response.json()).error.code;
export type { Account };
