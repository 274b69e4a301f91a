import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectSources } from '../../../server/config/connect-sources.ts';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { toolsFor } from '../../../server/config/tools.ts';
import { systems } from '../../../server/sources/index.ts';
import type { ManagementSystem } from '../../../server/sources/source.ts';
import { instant } from '../../../src/posture/instant.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { serveJson } from '../../support/json-server.ts';
import { whole } from './whole-configuration.ts';

const rest = whole.slice(0, whole.indexOf('sources:'));

let server: HttpServer;
beforeEach(async () => {
  server = await serveJson(({ path }) => ({
    body: path.endsWith('/token') ? { access_token: 't', expires_in: 1800 } : { totalCount: 0, results: [] },
  }));
});
afterEach(() => server.close());

function connected(...sources: string[]) {
  const read = readConfiguration(`${rest}sources:\n${sources.map((source) => `  - ${source}\n`).join('')}`);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  const tools = toolsFor({ now: () => instant(Date.now()), secret: () => Promise.resolve('secret'), fetch });
  return connectSources(read.configuration.sources, { toolsFor: tools });
}

const jamfAt = (url: string, id: string, kind = 'jamf') =>
  `{ id: ${id}, kind: ${kind}, url: '${url}', clientId: c, clientSecret: { env: S } }`;
const googleOf = (id: string, kind: string, administrator: string) =>
  `{ id: ${id}, kind: ${kind}, serviceAccount: { env: S }, administrator: ${administrator} }`;
const duoOf = (id: string, kind: string) =>
  `{ id: ${id}, kind: ${kind}, preview: true, url: 'https://api-1.duosecurity.com', integrationKey: I, secretKey: { env: S } }`;

const sharing = (...sources: string[]) => connected(...sources).map(({ costs }) => costs.sharedBy);

describe('sources share a quota', () => {
  test.each([
    [
      'two inventories of one Jamf Pro',
      [jamfAt('https://a.example', 'one'), jamfAt('https://a.example/', 'two', 'jamf-mobile')],
    ],
    ['computers and phones of one Duo', [duoOf('one', 'duo-desktop'), duoOf('two', 'duo-phones')]],
    [
      'phones and Chromebooks of one Google domain',
      [googleOf('one', 'google-mobile', 'it@acme.example'), googleOf('two', 'google-chromeos', 'root@ACME.example')],
    ],
  ])('%s', (_, sources) => {
    expect(sharing(...sources)).toEqual([2, 2]);
  });

  test.each([
    [
      'the Jamf Pros of two companies that merged',
      [jamfAt('https://a.example', 'one'), jamfAt('https://b.example', 'two')],
    ],
    [
      'two domains of Google',
      [googleOf('one', 'google-mobile', 'it@acme.example'), googleOf('two', 'google-mobile', 'it@emca.example')],
    ],
    [
      'two interfaces of Google',
      [
        googleOf('one', 'google-mobile', 'it@acme.example'),
        googleOf('two', 'google-cloud-identity', 'it@acme.example'),
      ],
    ],
  ])('%s do not', (_, sources) => {
    expect(sharing(...sources)).toEqual([1, 1]);
  });

  test('and together ask no more often than it allows', async () => {
    const sources = connected(jamfAt(server.origin, 'macs'), jamfAt(server.origin, 'phones', 'jamf-mobile'));
    const { signal } = new AbortController();
    const people = Array.from({ length: 5 }, (_, person) => `p${person}@acme.example`);
    const begun = performance.now();
    await Promise.all(sources.flatMap(({ connection }) => people.map((email) => connection.byPerson?.(email, signal))));
    // Two tokens and ten questions; of 50 in 10 seconds nine are made in two and a half, and each source alone has six.
    expect(server.requests).toHaveLength(12);
    expect(performance.now() - begun).toBeGreaterThan(2400);
  });
});

describe.each(
  Object.values<ManagementSystem>(systems).flatMap(({ kind, connector }) => (connector ? [{ kind, connector }] : [])),
)('$kind', ({ kind, connector }) => {
  const settings: Readonly<Record<string, unknown>> = {
    url: 'https://a.example',
    path: 'inventory.csv',
    tenant: 'acme',
    clientId: 'c',
    clientSecret: { env: 'S' },
    token: { env: 'S' },
    apiKey: { env: 'S' },
    tokenUrl: 'https://t.example/token',
    serviceAccount: { env: 'S' },
    administrator: 'it@acme.example',
    integrationKey: 'I',
    secretKey: { env: 'S' },
  };

  test('says what asking costs for each way in which it can be asked', () => {
    const own = Object.fromEntries(Object.keys(connector.settings.entries).map((name) => [name, settings[name]]));
    const tools = toolsFor({ now: () => instant(0), secret: () => Promise.resolve('s'), fetch });
    const { byPerson, snapshot } = connector.connect(own, tools({ concurrency: 1, timeoutMs: 1, patienceMs: 1 }));
    expect([kind, byPerson !== undefined]).toEqual([kind, connector.requestsPerPerson !== undefined]);
    expect([kind, snapshot !== undefined]).toEqual([kind, connector.devicesPerPage !== undefined]);
  });
});
