import { afterEach, expect, test } from 'vitest';
import { kolideConnector } from '../../../server/sources/kolide-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;

let server: HttpServer;
afterEach(() => server.close());

async function connected(answer: (asked: Asked) => Told) {
  server = await serveJson(answer);
  const { byPerson, snapshot } = kolideConnector.connect(
    { url: server.origin, token: { env: 'k2sk_v1_x' } },
    toolsHere,
  );
  return { byPerson: byPerson!, snapshot: snapshot! };
}

const page = (data: unknown[], next_cursor = ''): Told => ({
  body: { data, pagination: { next: next_cursor && `https://elsewhere.example/?cursor=${next_cursor}`, next_cursor } },
});

/** One person with one device, and one check on it. */
const kolideOf =
  (changes: Readonly<Record<string, Told>> = {}) =>
  ({ path }: Asked): Told =>
    ({
      '/people': page([
        { id: '1', email: 'Jane.Doe@acme.example' },
        { id: '2', email: `not.${email}` },
      ]),
      '/people/1/registered_devices': page([{ id: '4', name: 'A Mac' }]),
      '/devices': page([
        { id: '4', registered_owner_info: { identifier: '1' } },
        { id: '5', registered_owner_info: null },
      ]),
      '/devices/4/check_results': page([{ check_slug: 'firewall' }]),
      '/devices/5/check_results': page([]),
      ...changes,
    })[path] ?? { status: 404 };

test('From the person to their devices to the checks on each', async () => {
  const { byPerson } = await connected(kolideOf());
  expect(await byPerson(email, never)).toEqual({
    records: [{ owners: [email], record: { id: '4', name: 'A Mac', check_results: [{ check_slug: 'firewall' }] } }],
    isPartial: false,
  });
  const [people] = server.requests;
  expect(new URL(people?.url ?? '', server.origin).searchParams.get('query')).toBe(`email:${email}`);
  expect(people?.headers).toMatchObject({ authorization: 'Bearer k2sk_v1_x', 'x-kolide-api-version': '2026-04-07' });
});

test('Checks that cannot be asked make the answer partial', async () => {
  const { byPerson } = await connected(kolideOf({ '/devices/4/check_results': { status: 403 } }));
  expect(await byPerson(email, never)).toMatchObject({ records: [{ record: { check_results: [] } }], isPartial: true });
});

test('Whoever is not known has no devices', async () => {
  const { byPerson } = await connected(kolideOf({ '/people': page([]) }));
  expect(await byPerson(email, never)).toEqual({ records: [], isPartial: false });
});

test('Pages are followed by their cursor, never by the address', async () => {
  const asked: (string | null)[] = [];
  const { byPerson } = await connected((question) => {
    if (question.path !== '/people') return kolideOf()(question);
    asked.push(question.query.get('cursor'));
    return asked.length === 1 ? page([], 'second') : page([{ id: '1', email }]);
  });
  expect((await byPerson(email, never)).records).toHaveLength(1);
  expect(asked).toEqual([null, 'second']);
});

test('Pages that lead back to themselves end as a failure', async () => {
  const { byPerson } = await connected(() => page([], 'again'));
  await expect(byPerson(email, never)).rejects.toMatchObject({ fault: 'unreadable' });
});

test('The whole inventory tells whose each device is', async () => {
  const { snapshot } = await connected(kolideOf());
  const found: unknown[] = [];
  for await (const { records } of snapshot(never)) found.push(...records.map(({ owners }) => owners));
  expect(found).toEqual([[email], []]);
});
