import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody whom the sign-in service knows. */
export interface Account {
  readonly email: string;
  readonly name: string;
  readonly isVerified?: boolean;
  readonly groups?: readonly string[];
}

/** A real sign-in service (OpenID Connect) with pages for log-in and consent, on a loopback port of its own. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Those whom it lets in, by the name that they log in with. */
  readonly accounts: Map<string, Account>;
  /** Every address that it was asked for. */
  readonly requests: readonly string[];
  /** `forget`: whoever comes has to log in. */
  behaviour: 'answer' | 'fail' | 'forget';
  close(): Promise<void>;
}

export const janeAccount: Account = { email: 'jane@acme.example', name: 'Jane Doe', groups: ['lab', 'yoga'] };
export const joeAccount: Account = { email: 'joe@acme.example', name: 'Joe Bloggs' };

const clientId = 'stethoscope';
const clientSecret = 'a-secret-of-the-gateway-alone';

/** @param callback where the gateway is come back to */
export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const accounts = new Map([
    ['jane', janeAccount],
    ['joe', joeAccount],
  ]);
  const requests: string[] = [];
  const server = createServer();
  // Another site than the gateway's, as it is everywhere.
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationFor(accounts, callback));
  const answer = provider.callback();
  const idp: IdentityProvider = {
    issuer,
    clientId,
    clientSecret,
    accounts,
    requests,
    behaviour: 'answer',
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  server.on('request', (request, response) => {
    requests.push(request.url ?? '');
    if (idp.behaviour === 'forget' && request.url?.startsWith('/auth?')) delete request.headers.cookie;
    if (idp.behaviour === 'fail') response.writeHead(503).end();
    else void answer(request, response);
  });
  return idp;
}

function configurationFor(accounts: ReadonlyMap<string, Account>, callback: string): Configuration {
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    cookies: { keys: ['a key of the sign-in service'] },
    findAccount: (_, id) => {
      const account = accounts.get(id);
      if (account === undefined) return undefined;
      const { email, name, isVerified = true, groups = [] } = account;
      return {
        accountId: id,
        claims: () => ({ sub: id, email, email_verified: isVerified, name, groups: [...groups] }),
      };
    },
    ttl: { Session: 24 * 60 * 60, Interaction: 600, Grant: 24 * 60 * 60, AccessToken: 600, IdToken: 600 },
  };
}
