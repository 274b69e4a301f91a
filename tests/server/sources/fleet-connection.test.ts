import { afterEach, expect, test } from 'vitest';
import { fleetConnector } from '../../../server/sources/fleet-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;

let server: HttpServer;
afterEach(() => server.close());

async function connected(answer: (asked: Asked) => Told, settings: object = {}) {
  server = await serveJson(answer);
  const { byPerson, snapshot } = fleetConnector.connect(
    { url: server.origin, token: { env: 'a-fleet-token' }, ...settings },
    toolsHere,
  );
  return { byPerson: byPerson!, snapshot: snapshot! };
}

const host = (id: number, source = 'mdm_idp_accounts', address = email) => ({
  id,
  device_mapping: [{ email: address, source }],
});

/** A Fleet that finds these hosts, and knows each of them whole. */
const knows =
  (...hosts: { id: number }[]) =>
  ({ path, query }: Asked): Told => {
    const id = /^\/api\/v1\/fleet\/hosts\/(\d+)$/.exec(path)?.[1];
    if (id !== undefined) return { body: { host: { id: Number(id), disk_encryption_enabled: true } } };
    const from = Number(query.get('page')) * 100;
    return { body: { hosts: hosts.slice(from, from + 100) } };
  };

test('The hosts of one person are found, and each is asked for the whole of it', async () => {
  const asked: Asked[] = [];
  const { byPerson } = await connected((question) => {
    asked.push(question);
    return knows(host(7))(question);
  });
  expect(await byPerson(email, never)).toEqual({
    records: [{ owners: [email], isShared: false, record: { id: 7, disk_encryption_enabled: true } }],
    isPartial: false,
  });
  expect(asked.map(({ path }) => path)).toEqual(['/api/v1/fleet/hosts', '/api/v1/fleet/hosts/7']);
  expect(asked[0]?.query.get('query')).toBe(email);
  expect(asked.every(({ headers }) => headers.authorization === 'Bearer a-fleet-token')).toBe(true);
});

test.each([
  ['somebody signed in to Chrome', host(1, 'google_chrome_profiles')],
  ['the search found another address', host(1, 'custom', `not-${email}`)],
  ['nobody is named', { id: 1 }],
])('It is not this person’s host where %s', async (_, found) => {
  const { byPerson } = await connected(knows(found));
  expect((await byPerson(email, never)).records).toEqual([]);
});

test('The identity provider’s name for a person makes a host theirs, in any case', async () => {
  const { byPerson } = await connected(
    knows({ id: 1, end_users: [{ idp_username: 'Jane.Doe@Acme.Example' }] } as never),
  );
  expect((await byPerson(email, never)).records).toHaveLength(1);
});

const joes = { idp_username: 'joe@acme.example', other_emails: [] };
const janes = {
  idp_username: 'jdoe@acme.example',
  other_emails: [
    { email, source: 'custom' },
    { email: 'jane@home.example', source: 'google_chrome_profiles' },
  ],
};

test.each([
  ['one user with two addresses', { end_users: [janes] }, false],
  ['the same, told in both places', { end_users: [janes], device_mapping: [{ email, source: 'custom' }] }, false],
  ['two users', { end_users: [janes, joes] }, true],
  ['a user, and an address of somebody else', { end_users: [joes], device_mapping: host(1).device_mapping }, true],
  ['one address', { device_mapping: host(1).device_mapping }, false],
])('A host of %s: that others use it is %s', async (_, used, isShared) => {
  const { byPerson } = await connected(knows({ id: 1, ...used } as never));
  expect((await byPerson(email, never)).records).toMatchObject([{ isShared }]);
});

test('A company may trust fewer kinds of owner', async () => {
  const { byPerson } = await connected(knows(host(1, 'custom')), { owners: ['mdm_idp_accounts'] });
  expect((await byPerson(email, never)).records).toEqual([]);
});

test('A host that cannot be asked is known as the list says, and the answer is partial', async () => {
  const { byPerson } = await connected((asked) =>
    asked.path.endsWith('/2') ? { status: 404 } : knows(host(1), host(2))(asked),
  );
  const { records, isPartial } = await byPerson(email, never);
  expect(isPartial).toBe(true);
  expect(records.map(({ record }) => (record as { id: number }).id)).toEqual([1, 2]);
});

test('The whole inventory is read page by page', async () => {
  const { snapshot } = await connected(knows(...Array.from({ length: 230 }, (_, index) => host(index + 1))));
  const sizes: number[] = [];
  for await (const { records } of snapshot(never)) sizes.push(records.length);
  expect(sizes).toEqual([100, 100, 30]);
});

test.each([{ hosts: null }, {}])('%j is an inventory without hosts', async (body) => {
  const { byPerson } = await connected(() => ({ body }));
  expect((await byPerson(email, never)).records).toEqual([]);
});
