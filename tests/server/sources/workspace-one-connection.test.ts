import { afterEach, expect, test } from 'vitest';
import { workspaceOneConnector } from '../../../server/sources/workspace-one-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;

const device = (id: number, UserEmailAddress: string = email) => ({ Id: { Value: id }, UserEmailAddress });
const users = { Users: [{ UserName: 'jane doe', Email: 'Jane.Doe@ACME.example' }], Total: 1 };

let server: HttpServer;
afterEach(() => server.close());

/** A Workspace ONE that knows Jane, gives tokens, and answers everything else as told. */
async function connected(answer: (asked: Asked) => Told, settings: object = {}) {
  server = await serveJson((asked) => {
    if (asked.path === '/connect/token') return { body: { access_token: 'a-token', expires_in: 3600 } };
    return answer(asked);
  });
  const { byPerson, snapshot } = workspaceOneConnector.connect(
    {
      url: server.origin,
      tokenUrl: `${server.origin}/connect/token`,
      clientId: 'reader',
      clientSecret: { env: 'a-secret' },
      ...settings,
    },
    toolsHere,
  );
  return { byPerson: byPerson!, snapshot: snapshot! };
}

/** The usual answers, of which one may be another. */
const usual =
  (path: string, other: Told) =>
  (asked: Asked): Told => {
    if (asked.path === path) return other;
    if (asked.path === '/API/system/users/search') return { body: users };
    return {
      body: asked.path.endsWith('/security') ? { IsPasscodePresent: true } : { Devices: [device(1)], Total: 1 },
    };
  };

test('It asks for the name of the user, for the devices of that name, and for the security of each', async () => {
  const asked: Asked[] = [];
  const uem = await connected(
    (question) => {
      asked.push(question);
      return usual('/', {})(question);
    },
    { tenantCode: { env: 'a-code' } },
  );
  expect(await uem.byPerson(email, never)).toEqual({
    records: [{ owners: [email], record: { ...device(1), security: { IsPasscodePresent: true } } }],
    isPartial: false,
  });
  expect(asked.map(({ path, query }) => [path, query.get('email') ?? query.get('user')])).toEqual([
    ['/API/system/users/search', email],
    ['/API/mdm/devices/search', 'jane doe'],
    ['/API/mdm/devices/1/security', null],
  ]);
  for (const { headers } of asked) {
    expect(headers).toMatchObject({
      authorization: 'Bearer a-token',
      'aw-tenant-code': 'a-code',
      accept: 'application/json;version=1',
    });
  }
});

test.each(['/API/system/users/search', '/API/mdm/devices/search'])(
  'Nothing found at %s is sent as nothing at all, and is no failure',
  async (path) => {
    const uem = await connected(usual(path, { status: 204 }));
    expect(await uem.byPerson(email, never)).toEqual({ records: [], isPartial: false });
  },
);

test('A search is no comparison: the address of each device is looked at again', async () => {
  const Devices = [device(1), device(2, 'other@acme.example'), device(3, ''), { Id: 'x' }, null];
  const uem = await connected(usual('/API/mdm/devices/search', { body: { Devices, Total: 5 } }));
  expect((await uem.byPerson(email, never)).records).toHaveLength(1);
});

test('The name of another user is not asked for', async () => {
  const Users = [{ UserName: 'other', Email: 'jane.doe@acme.example.net' }, { UserName: 'none' }, { Email: email }];
  const uem = await connected(usual('/API/system/users/search', { body: { Users } }));
  expect((await uem.byPerson(email, never)).records).toEqual([]);
  expect(server.requests.filter(({ url }) => url?.startsWith('/API/mdm'))).toEqual([]);
});

test('A device whose security cannot be asked is listed all the same, and that is told', async () => {
  const uem = await connected(usual('/API/mdm/devices/1/security', { status: 404 }));
  expect(await uem.byPerson(email, never)).toEqual({
    records: [{ owners: [email], record: device(1) }],
    isPartial: true,
  });
});

test('The whole inventory is read to the end, which may be nothing at all', async () => {
  const all = Array.from({ length: 1000 }, (_, index) => device(index, 'Jane.Doe@ACME.example'));
  const uem = await connected(({ query }) => {
    const from = Number(query.get('page')) * 500;
    return from < all.length ? { body: { Devices: all.slice(from, from + 500) } } : { status: 204 };
  });
  const owners: (readonly string[])[] = [];
  for await (const { records } of uem.snapshot(never)) owners.push(...records.map((record) => record.owners));
  expect(owners).toHaveLength(1000);
  expect(owners[0]).toEqual([email]);
});

test.each(['a&b"@acme.example', 'a*@acme.example', 'nobody'])('The address %s is not asked for', async (address) => {
  const uem = await connected(usual('/', {}));
  await expect(uem.byPerson(address, never)).rejects.toThrow('unreadable');
  expect(server.requests).toEqual([]);
});
