import { generateKeyPairSync } from 'node:crypto';
import type { Connection, Connector, Records } from '../../server/sources/connection.ts';
import { systems } from '../../server/sources/index.ts';
import type { ManagementSystem } from '../../server/sources/source.ts';
import { createUpstream } from '../../server/upstream/upstream.ts';
import { toolsHere } from './company-tools.ts';
import type { Asked, Told } from './json-server.ts';

/** What no log, error or answer may repeat. */
export const secret = 'a-secret-that-nobody-may-repeat';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const googleKey = JSON.stringify({
  client_email: `${secret}@acme.iam.example`,
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
});

const oauth = (url: string) => ({ url, clientId: 'c', clientSecret: { env: secret } });
const google = (url: string) => ({
  url,
  tokenUrl: `${url}/token`,
  serviceAccount: { env: googleKey },
  administrator: 'admin@acme.example',
});
const duo = (url: string) => ({ url, integrationKey: 'I', secretKey: { env: secret } });

const filled = (count: number) => Array.from({ length: count }, () => ({}));
const nextDuo = { stat: 'OK', response: [], metadata: { next_offset: 0 } };

/** A system that is asked over HTTP, as a test connects it. */
interface ConnectedSystem {
  readonly settings: (origin: string) => object;
  /** A page that says, whenever it is asked for, that there is one more. */
  readonly endless?: (origin: string, path: string) => unknown;
}

const known: Readonly<Record<Exclude<keyof typeof systems, 'file'>, ConnectedSystem>> = {
  jamf: { settings: oauth, endless: () => ({ totalCount: 1e9, results: filled(1) }) },
  'jamf-mobile': { settings: oauth, endless: () => ({ totalCount: 1e9, results: filled(1) }) },
  intune: {
    settings: (url) => ({ ...oauth(url), tenant: 'acme', loginUrl: url }),
    endless: (origin, path) => ({ value: [], '@odata.nextLink': `${origin}${path}?$skiptoken=1` }),
  },
  fleet: { settings: (url) => ({ url, token: { env: secret } }), endless: () => ({ hosts: filled(100) }) },
  kolide: {
    settings: (url) => ({ url, token: { env: secret } }),
    endless: () => ({ data: [], pagination: { next_cursor: 'again' } }),
  },
  'google-mobile': { settings: google, endless: () => ({ nextPageToken: 'again' }) },
  'google-chromeos': { settings: google, endless: () => ({ nextPageToken: 'again' }) },
  'google-cloud-identity': { settings: google, endless: () => ({ nextPageToken: 'again' }) },
  jumpcloud: {
    settings: (url) => ({ url, apiKey: { env: secret } }),
    endless: (_, path) =>
      path.endsWith('/systemusers') ? { results: [{ _id: 'a1', email: 'jane@acme.example' }] } : filled(100),
  },
  'workspace-one': {
    settings: (url) => ({ ...oauth(url), tokenUrl: `${url}/token` }),
    endless: (_, path) =>
      path.endsWith('/users/search')
        ? { Users: [{ UserName: 'jane', Email: 'jane@acme.example' }] }
        : { Devices: filled(500) },
  },
  'duo-desktop': { settings: duo, endless: () => nextDuo },
  'duo-phones': { settings: duo, endless: () => nextDuo },
  // What it lists for one person is one page.
  okta: { settings: (url) => ({ url, token: { env: secret } }) },
};

/** Every system that is asked over HTTP. */
export const systemsByHttp = Object.entries(known).map(([kind, system]) => ({
  kind,
  ...system,
  isPaged: system.endless !== undefined,
  isAskedByPerson: connectorOf(kind).requestsPerPerson !== undefined,
}));

function connectorOf(kind: string): Connector {
  const { connector }: ManagementSystem = systems[kind as keyof typeof systems];
  if (connector === undefined) throw new Error(`${kind} cannot be asked`);
  return connector;
}

/** Answers the sign-in of any system, and leaves the rest to `answer`. */
export const signedIn =
  (answer: (asked: Asked) => Told) =>
  (asked: Asked): Told =>
    asked.path.endsWith('/token') ? { body: { access_token: secret, expires_in: 3600 } } : answer(asked);

/** Real requests by an asker who has little time. */
export function connectionOf(kind: string, settings: object): Connection {
  const manners = { concurrency: 5, timeoutMs: 3000, patienceMs: 20 };
  return connectorOf(kind).connect(settings, {
    ...toolsHere,
    upstream: (options) => createUpstream({ ...options, fetch, manners }),
  });
}

/** All that a system lists for somebody; of everybody, where it cannot be asked about one. */
export async function recordsFor(email: string, { byPerson, snapshot }: Connection): Promise<Records['records']> {
  const signal = AbortSignal.timeout(30_000);
  if (byPerson) return (await byPerson(email, signal)).records;
  const all: Records[] = [];
  if (snapshot) for await (const page of snapshot(signal)) all.push(page);
  return all.flatMap(({ records }) => records);
}
