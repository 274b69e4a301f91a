import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readingOf } from '../../../server/asking/inventory-reading.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import { connectionOf, recordsFor, secret, signedIn, systemsByHttp } from '../../support/connected-systems.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane@acme.example';

let server: HttpServer;
let asked: Asked[];
let answer: (asked: Asked) => Told;
beforeAll(async () => {
  server = await serveJson(
    signedIn((question) => {
      asked.push(question);
      return answer(question);
    }),
  );
});
beforeEach(() => {
  asked = [];
});
afterAll(() => server.close());

const html = { headers: { 'content-type': 'text/html' }, body: `<html>${email} ${secret}</html>` };

const faults: readonly (readonly [string, Told, string])[] = [
  ['401', { status: 401, body: { error: secret } }, 'unauthorised'],
  ['403', { status: 403, body: { error: secret } }, 'forbidden'],
  ['404', { status: 404, body: { error: email } }, 'unreadable'],
  ['429, and says no time', { status: 429 }, 'throttled'],
  ['429 for less than a second', { status: 429, headers: { 'retry-after': '0.001' } }, 'throttled'],
  ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'throttled'],
  ['500', { status: 500, body: { stack: secret } }, 'refused'],
  ['503', { status: 503 }, 'throttled'],
  ['308 to somewhere else', { status: 308, headers: { location: 'http://127.0.0.1:1/' } }, 'unreadable'],
  ['a page of HTML', html, 'unreadable'],
  ['JSON that ends in the middle', { body: '{"results":[{"a":' }, 'unreadable'],
  ['something else in JSON', { body: '"hello"' }, 'unreadable'],
  ['a failure that is sent as a success', { body: { error: { message: email } } }, 'unreadable'],
];

describe.each(systemsByHttp)('$kind', ({ kind, settings }) => {
  const asking = (): Promise<SourceFailure> =>
    recordsFor(email, connectionOf(kind, settings(server.origin))).then(
      (records) => {
        throw new Error(`It listed ${records.length}`);
      },
      (error) => {
        expect(error).toBeInstanceOf(SourceFailure);
        return error;
      },
    );

  test.each(faults)('that answers %s has failed, and nothing that it said is repeated', async (_, told, fault) => {
    answer = () => told;
    const failure = await asking();
    expect(failure.fault).toBe(fault);
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toMatch(
      new RegExp(`${secret}|${email}`),
    );
  });
});

describe.each(systemsByHttp.filter(({ isPaged }) => isPaged))('$kind', ({ kind, settings, endless }) => {
  test('that leads from page to page without end has failed', async () => {
    answer = ({ path }) => ({ body: endless?.(server.origin, path) });
    const listed = recordsFor(email, connectionOf(kind, settings(server.origin)));
    await expect(listed).rejects.toMatchObject({ fault: 'unreadable' });
  });
});

describe.each(systemsByHttp.filter(({ isAskedByPerson }) => isAskedByPerson))('$kind', ({ kind, settings }) => {
  test.each([
    'a" or id=="1"@acme.example',
    "a' or userPrincipalName eq 'b@acme.example",
    'a@acme.example) or (id:1',
    'a*@acme.example',
    'a@acme.example,email:$eq:b@acme.example',
    'a@acme.example email:b@acme.example',
    'a:b@acme.example',
    'a\\@acme.example',
    'a%22@acme.example',
    'a@acme.example\u0000',
    `${'a'.repeat(250)}@acme.example`,
    'nobody',
  ])('is not asked about %j, which means more than an address', async (address) => {
    answer = () => ({ body: {} });
    const listed = recordsFor(address, connectionOf(kind, settings(server.origin)));
    await expect(listed).rejects.toMatchObject({ fault: 'unreadable' });
    expect(asked).toEqual([]);
  });
});

describe('of a whole inventory', () => {
  const pageOf = (page: number, of: number) => ({
    body: {
      totalCount: of * 100,
      results: Array.from({ length: 100 }, (_, index) => ({
        general: { name: 'A Mac' },
        userAndLocation: { email: `p${(page * 100 + index) % 40_000}@acme.example` },
      })),
    },
  });
  const reading = () => {
    const jamf = systemsByHttp.find(({ kind }) => kind === 'jamf');
    const { snapshot } = connectionOf('jamf', jamf?.settings(server.origin) ?? {});
    if (snapshot === undefined) throw new Error('It lists nothing');
    return readingOf(snapshot(AbortSignal.timeout(30_000)), '2026-11-23T06:00:00.000Z');
  };

  test('one page that fails leaves nothing: half of it says nothing of who has nothing', async () => {
    answer = ({ query }) => (query.get('page') === '1' ? { status: 500 } : pageOf(0, 3));
    await expect(reading()).rejects.toMatchObject({ fault: 'refused' });
  });

  test('one page that fails once is asked for again', async () => {
    let isFirst = true;
    answer = ({ query }) => {
      if (query.get('page') !== '1' || !isFirst) return pageOf(Number(query.get('page')), 3);
      isFirst = false;
      return { status: 500 };
    };
    expect((await reading()).people.size).toBe(300);
  });

  test('50,000 devices are read', async () => {
    answer = ({ query }) => pageOf(Number(query.get('page')), 500);
    const { people } = await reading();
    expect(people.size).toBe(40_000);
    expect(JSON.parse(people.get('p1@acme.example')?.text ?? '')).toHaveLength(2);
  });
});
