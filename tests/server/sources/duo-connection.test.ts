import { afterEach, describe, expect, test } from 'vitest';
import type { Connector } from '../../../server/sources/connection.ts';
import { duoDesktopConnector } from '../../../server/sources/duo-desktop-connection.ts';
import { duoPhonesConnector } from '../../../server/sources/duo-phones-connection.ts';
import { duoSignature } from '../../../server/sources/duo-signature.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe+duo@acme.example';
const never = new AbortController().signal;
const now = '2026-11-23T14:10:00.000Z';
const keys = { integrationKey: 'DIEXAMPLE', secretKey: 'a-secret' };

let server: HttpServer;
afterEach(() => server.close());

const page = (response: unknown, next?: number): Told => ({
  body: { stat: 'OK', response, metadata: { total_objects: 3, ...(next !== undefined && { next_offset: next }) } },
});

/** A Duo that refuses, as the real one does, what is not signed for this very request. */
async function connected(connector: Connector, answer: (asked: Asked) => Told) {
  server = await serveJson((asked) => {
    const url = new URL(`${server.origin}${asked.path}?${asked.query}`);
    const signed = duoSignature({ method: 'GET', url }, keys, asked.headers.date ?? '');
    const isSigned = asked.headers.authorization === signed.Authorization;
    return isSigned ? answer(asked) : { status: 401, body: { stat: 'FAIL', code: 40103 } };
  });
  return connector.connect(
    { url: server.origin, integrationKey: keys.integrationKey, secretKey: { env: keys.secretKey } },
    { ...toolsHere, now: () => now },
  );
}

async function allOf(snapshot: NonNullable<ReturnType<Connector['connect']>['snapshot']>) {
  const records: { readonly owners: readonly string[]; readonly record: unknown }[] = [];
  for await (const listed of snapshot(never)) records.push(...listed.records);
  return records;
}

describe('computers', () => {
  test('cannot be asked for by person: there is only the whole list, page by page, each request signed with its date', async () => {
    const duo = await connected(duoDesktopConnector, ({ query }) =>
      query.get('offset') === '0'
        ? page([{ epkey: 'EP1', email: 'Jane.Doe+duo@ACME.example' }], 500)
        : page([{ epkey: 'EP2', username: email }, { epkey: 'EP3', username: 'jane' }, { epkey: 4 }]),
    );
    expect(duo.byPerson).toBeUndefined();
    expect((await allOf(duo.snapshot!)).map(({ owners }) => owners)).toEqual([[email], [email], [], []]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/admin/v1/endpoints?limit=500&offset=0',
      '/admin/v1/endpoints?limit=500&offset=500',
    ]);
    expect(server.requests.map(({ headers }) => headers.date)).toEqual(
      Array.from({ length: 2 }, () => 'Mon, 23 Nov 2026 14:10:00 GMT'),
    );
  });
});

describe('phones', () => {
  const jane = { user_id: 'DU1', email, phones: [{ phone_id: 'DP1' }, { phone_id: 'DP2' }] };

  test('are asked for by the address of their user, and compared again', async () => {
    const duo = await connected(duoPhonesConnector, () => page([jane, { email: 'other@acme.example', phones: [{}] }]));
    expect(await duo.byPerson!(email, never)).toEqual({
      records: [
        { owners: [email], record: { phone_id: 'DP1' } },
        { owners: [email], record: { phone_id: 'DP2' } },
      ],
    });
    expect(new URL(server.requests[0]!.url!, server.origin).searchParams.get('email')).toBe(email);
  });

  test('are all listed with all users; a user without an address or phones costs nothing', async () => {
    const duo = await connected(duoPhonesConnector, () =>
      page([jane, { phones: [{ phone_id: 'DP3' }] }, { email }, 7]),
    );
    expect((await allOf(duo.snapshot!)).map(({ owners }) => owners)).toEqual([[email], [email], []]);
  });

  test.each(['a&b"@acme.example', 'a*@acme.example', 'nobody'])('The address %s is not asked for', async (address) => {
    const duo = await connected(duoPhonesConnector, () => page([]));
    await expect(duo.byPerson!(address, never)).rejects.toThrow('unreadable');
    expect(server.requests).toEqual([]);
  });
});

test('"Not so fast" without a word for how long is tried again a little later', async () => {
  const duo = await connected(duoPhonesConnector, () =>
    server.requests.length === 1 ? { status: 429, body: { stat: 'FAIL', code: 42901 } } : page([]),
  );
  expect(await duo.byPerson!(email, never)).toEqual({ records: [] });
  expect(server.requests).toHaveLength(2);
});

test('Keys that are refused are not taken for an empty list', async () => {
  const duo = await connected(duoPhonesConnector, () => ({ status: 401, body: { stat: 'FAIL', code: 40102 } }));
  await expect(duo.byPerson!(email, never)).rejects.toMatchObject({ fault: 'unauthorised' });
});

test('A failure that is sent as a success is one', async () => {
  const duo = await connected(duoPhonesConnector, () => ({ body: { stat: 'FAIL', code: 40002, response: [] } }));
  await expect(duo.byPerson!(email, never)).rejects.toMatchObject({ fault: 'unreadable' });
});
