import { afterEach, expect, test } from 'vitest';
import { jumpcloudConnector, jumpcloudTables } from '../../../server/sources/jumpcloud-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;
const user = '5f0c1b2e3d4a5b6c7d8e9f01';
const mac = '5f0c1b2e3d4a5b6c7d8e9f02';
const pc = '5f0c1b2e3d4a5b6c7d8e9f03';

let server: HttpServer;
afterEach(() => server.close());

/** A JumpCloud with two computers of Jane's, which answers some questions otherwise. */
async function connected(otherwise: (asked: Asked) => Told | undefined = () => undefined, settings: object = {}) {
  server = await serveJson((asked) => otherwise(asked) ?? usual(asked));
  const { byPerson } = jumpcloudConnector.connect(
    { url: server.origin, apiKey: { env: 'a-key' }, ...settings },
    toolsHere,
  );
  return { byPerson: byPerson! };
}

function usual({ path }: Asked): Told {
  if (path === '/api/systemusers') {
    return {
      body: {
        totalCount: 2,
        results: [
          { _id: user, email: 'Jane.Doe@ACME.example' },
          { _id: '5f0c1b2e3d4a5b6c7d8e9f99', email: 'jane.doe@acme.example.net' },
        ],
      },
    };
  }
  if (path.endsWith('/systems')) {
    return { body: [mac, pc].map((id) => ({ id, type: 'system' })) };
  }
  if (path.startsWith('/api/systems/')) return { body: { hostname: path.endsWith(mac) ? 'mac' : 'pc' } };
  return { body: path.endsWith('/alf') ? [{ system_id: mac, global_state: 1 }] : [] };
}

test('It asks from the person to their computers to the tables of all of them at once', async () => {
  const asked: Asked[] = [];
  const jumpcloud = await connected(
    (question) => {
      asked.push(question);
      return undefined;
    },
    { organizationId: 'an-org' },
  );
  const { records, isPartial } = await jumpcloud.byPerson(email, never);
  expect(isPartial).toBe(false);
  expect(records).toMatchObject([
    { owners: [email], record: { system: { hostname: 'mac' }, insights: { alf: [{ global_state: 1 }] } } },
    { owners: [email], record: { system: { hostname: 'pc' }, insights: { alf: [] } } },
  ]);
  expect(asked.slice(0, 2).map(({ path }) => path)).toEqual(['/api/systemusers', `/api/v2/users/${user}/systems`]);
  expect(asked[0]?.query.get('filter')).toBe(`email:$eq:${email}`);
  const tables = asked.filter(({ path }) => path.startsWith('/api/v2/systeminsights/'));
  expect(tables.map(({ path }) => path.split('/').at(-1)).toSorted()).toEqual([...jumpcloudTables].toSorted());
  expect(new Set(tables.map(({ query }) => query.get('filter')))).toEqual(new Set([`system_id:in:${mac}|${pc}`]));
  expect(new Set(asked.map(({ headers }) => [headers['x-api-key'], headers['x-org-id']].join()))).toEqual(
    new Set(['a-key,an-org']),
  );
});

test('Tables are read to the end', async () => {
  const all = Array.from({ length: 1500 }, (_, index) => ({ system_id: pc, path: `/${index}` }));
  const jumpcloud = await connected(({ path, query }) => {
    const skip = Number(query.get('skip'));
    return path.endsWith('/mounts') ? { body: all.slice(skip, skip + Number(query.get('limit'))) } : undefined;
  });
  const { records } = await jumpcloud.byPerson(email, never);
  expect(records[1]?.record).toMatchObject({ insights: { mounts: { length: 1500 } } });
});

test.each([
  ['has no user of that name', { totalCount: 0, results: [] }],
  ['finds others only', { totalCount: 1, results: [{ _id: user, email: 'other@acme.example' }] }],
  ['names a user that would lead elsewhere', { totalCount: 1, results: [{ _id: '../systems', email }] }],
])('A JumpCloud that %s has no computers of theirs, and is asked no more', async (_, body) => {
  const jumpcloud = await connected(({ path }) => (path === '/api/systemusers' ? { body } : undefined));
  expect(await jumpcloud.byPerson(email, never)).toEqual({ records: [] });
  expect(server.requests).toHaveLength(1);
});

test('An id that means something in a filter is left out', async () => {
  const jumpcloud = await connected(({ path }) =>
    path.endsWith('/systems') ? { body: [{ id: `${mac}|${pc}` }, { id: 'a/b' }, {}] } : undefined,
  );
  expect(await jumpcloud.byPerson(email, never)).toEqual({ records: [] });
});

test('A table that cannot be asked costs only itself, and is told', async () => {
  const jumpcloud = await connected(({ path }) => (path.endsWith('/sip_config') ? { status: 403 } : undefined));
  const { records, isPartial } = await jumpcloud.byPerson(email, never);
  expect(isPartial).toBe(true);
  expect(records).toMatchObject([{ record: { insights: { sip_config: [], alf: [{}] } } }, {}]);
});

test.each(['a:b@acme.example', 'a*@acme.example', 'a,email:$eq:b@acme.example', 'nobody'])(
  'The address %s is not put into a filter',
  async (address) => {
    const jumpcloud = await connected();
    await expect(jumpcloud.byPerson(address, never)).rejects.toThrow('unreadable');
    expect(server.requests).toEqual([]);
  },
);

test.each([{}, { data: [] }, null])('%j instead of a bare array is no empty list', async (body) => {
  const jumpcloud = await connected(({ path }) => (path.endsWith('/systems') ? { body } : undefined));
  await expect(jumpcloud.byPerson(email, never)).rejects.toMatchObject({ fault: 'unreadable' });
});
