import { afterEach, expect, test } from 'vitest';
import type { Records } from '../../../server/sources/connection.ts';
import { jamfConnector } from '../../../server/sources/jamf-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const token = { body: { access_token: 'a-token', token_type: 'Bearer', expires_in: 60 } };

const mac = (id: number, owner: string = email) => ({
  id: String(id),
  general: { name: `Mac ${id}` },
  userAndLocation: { email: owner },
});

let server: HttpServer;
afterEach(() => server.close());

/** A Jamf Pro that gives tokens, and answers everything else as told. */
async function connected(answer: (asked: Asked) => Told) {
  server = await serveJson((asked) => (asked.path === '/api/v1/oauth/token' ? token : answer(asked)));
  const { byPerson, snapshot } = jamfConnector.connect(
    { url: server.origin, clientId: 'reader', clientSecret: { env: 'JAMF_SECRET' } },
    toolsHere,
  );
  return { byPerson: byPerson!, snapshot: snapshot! };
}

const never = new AbortController().signal;
const namesIn = ({ records }: Records) => records.map(({ record }) => (record as ReturnType<typeof mac>).general.name);

test('Signs in as an API client and asks for the computers of one person, with every section that is read', async () => {
  const asked: Asked[] = [];
  const jamf = await connected((question) => {
    asked.push(question);
    return { body: { totalCount: 1, results: [mac(1)] } };
  });
  const found = await jamf.byPerson(email, never);
  expect(namesIn(found)).toEqual(['Mac 1']);
  expect(found.records[0]?.owners).toEqual([email]);
  expect(asked.map(({ path }) => path)).toEqual(['/api/v4/computers-inventory']);
  expect(asked[0]?.headers.authorization).toBe('Bearer a-token');
  expect(asked[0]?.query.get('filter')).toBe(`userAndLocation.email=="${email}"`);
  expect(asked[0]?.query.getAll('section')).toContain('DISK_ENCRYPTION');
});

test('Pages are read to the end', async () => {
  const all = Array.from({ length: 250 }, (_, index) => mac(index));
  const jamf = await connected(({ query }) => {
    const from = Number(query.get('page')) * 100;
    return { body: { totalCount: all.length, results: all.slice(from, from + 100) } };
  });
  expect((await jamf.byPerson(email, never)).records).toHaveLength(250);
});

test('An older server is asked by the path that it has, and is not tried again', async () => {
  const paths: string[] = [];
  const jamf = await connected(({ path }) => {
    paths.push(path);
    return path.startsWith('/api/v2/') ? { body: { totalCount: 0, results: [] } } : { status: 404 };
  });
  await jamf.byPerson(email, never);
  await jamf.byPerson(email, never);
  expect(paths.map((path) => path.split('/')[2])).toEqual(['v4', 'v3', 'v2', 'v2']);
});

test('The whole inventory tells whose each computer is, in lower case', async () => {
  const jamf = await connected(({ query }) => ({
    body: query.get('page') === '0' ? { totalCount: 2, results: [mac(1, 'Jane.Doe@ACME.example'), mac(2, '')] } : {},
  }));
  const owners: (readonly string[])[] = [];
  for await (const { records } of jamf.snapshot(never)) owners.push(...records.map((record) => record.owners));
  expect(owners).toEqual([[email], []]);
});

test.each(['a"b@acme.example', 'a@acme.example" or id=="1', 'a*@acme.example', 'a\\@acme.example', 'nobody'])(
  'The address %s is not put into a filter',
  async (address) => {
    const jamf = await connected(() => ({ body: { totalCount: 0, results: [] } }));
    await expect(jamf.byPerson(address, never)).rejects.toThrow('unreadable');
    expect(server.requests).toEqual([]);
  },
);

test('A token that was withdrawn is fetched anew, once', async () => {
  let asks = 0;
  const jamf = await connected(() => {
    asks += 1;
    return asks === 1 ? { status: 401 } : { body: { totalCount: 0, results: [] } };
  });
  expect((await jamf.byPerson(email, never)).records).toEqual([]);
  expect(server.requests.filter(({ url }) => url === '/api/v1/oauth/token')).toHaveLength(2);
});
