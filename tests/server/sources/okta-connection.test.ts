import { afterEach, expect, test } from 'vitest';
import { okta } from '../../../server/sources/okta.ts';
import { oktaConnector } from '../../../server/sources/okta-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;

let server: HttpServer;
afterEach(() => server.close());

async function connected(answer: (asked: Asked) => Told) {
  server = await serveJson(answer);
  const { byPerson, snapshot } = oktaConnector.connect({ url: server.origin, token: { env: '00token' } }, toolsHere);
  return { byPerson: byPerson!, snapshot: snapshot! };
}

const user = (login: string, mail = login) => ({ id: `00u${login.length}`, profile: { login, email: mail } });
const use = (of: object, screenLockType = 'BIOMETRIC') => ({ screenLockType, managementStatus: 'MANAGED', user: of });
const device = (id: string) => ({ id, status: 'ACTIVE', profile: { displayName: id, platform: 'MACOS' } });
const jane = user(email);

/** An Okta that knows Jane, and her devices. */
const knows =
  (uses: Readonly<Record<string, object[]>>, person: object = jane) =>
  ({ path }: Asked): Told => {
    if (path === `/api/v1/users/${encodeURIComponent(email)}`) return { body: person };
    if (path.endsWith('/devices') && path.includes('/users/')) {
      return { body: Object.keys(uses).map((id) => ({ deviceUserId: '1', device: device(id) })) };
    }
    const [, id = ''] = /^\/api\/v1\/devices\/(\w+)\/users$/.exec(path) ?? [];
    return uses[id] === undefined ? { status: 404 } : { body: uses[id] };
  };

const ownedIn = ({
  records,
}: {
  records: readonly { owners: readonly string[]; isShared?: boolean; record: unknown }[];
}) =>
  records.map(({ owners, isShared, record }) => [
    owners,
    isShared,
    (record as { id: string }).id,
    (record as { _embedded?: unknown })._embedded,
  ]);
const locked = (screenLockType: string) => ({ users: [{ screenLockType }] });

test('From the person to their devices to who else uses each, and how they lock it', async () => {
  const asked: Asked[] = [];
  const answer = knows({ one: [use(jane)], two: [use(user('joe@acme.example'), 'NONE'), use(jane, 'PASSCODE')] });
  const { byPerson } = await connected((question) => {
    asked.push(question);
    return answer(question);
  });
  expect(ownedIn(await byPerson(email, never))).toEqual([
    [[email], false, 'one', locked('BIOMETRIC')],
    [[email], true, 'two', locked('PASSCODE')],
  ]);
  expect(asked.map(({ path }) => path)).toEqual([
    '/api/v1/users/jane.doe%40acme.example',
    `/api/v1/users/${jane.id}/devices`,
    '/api/v1/devices/one/users',
    '/api/v1/devices/two/users',
  ]);
  expect(asked.every(({ headers }) => headers.authorization === 'SSWS 00token')).toBe(true);
});

test('A user with another name to sign in with is one person', async () => {
  const person = user('jdoe@acme.example', email);
  const { byPerson } = await connected(knows({ one: [use(person)] }, person));
  expect(ownedIn(await byPerson(email, never))).toEqual([
    [['jdoe@acme.example', email], false, 'one', locked('BIOMETRIC')],
  ]);
});

test('Whoever answers to another address is somebody else', async () => {
  const { byPerson } = await connected(knows({ one: [use(jane)] }, user('joe@acme.example')));
  expect((await byPerson(email, never)).records).toEqual([]);
});

test('A device of which nobody tells who uses it is theirs, and the answer is partial', async () => {
  const { byPerson } = await connected((asked) =>
    asked.path.endsWith('/one/users') ? { status: 403 } : knows({ one: [use(jane)] })(asked),
  );
  const found = await byPerson(email, never);
  expect(ownedIn(found)).toEqual([[[email], undefined, 'one', undefined]]);
  expect(found.isPartial).toBe(true);
});

test('Nobody by this address has no devices, where devices are listed', async () => {
  const { byPerson } = await connected(({ path }) => (path === '/api/v1/devices' ? { body: [] } : { status: 404 }));
  expect((await byPerson(email, never)).records).toEqual([]);
});

test('At an address where there is no Okta nobody is told to have no devices', async () => {
  const { byPerson } = await connected(() => ({ status: 404 }));
  await expect(byPerson(email, never)).rejects.toMatchObject({ fault: 'unreadable' });
});

const listed = (id: string, ...uses: object[]) => ({ ...device(id), _embedded: { users: uses } });

test('The whole inventory is read along the links, each device for each of its users', async () => {
  const { snapshot } = await connected(({ query }) =>
    query.get('after') === '2'
      ? { body: [listed('three')] }
      : {
          headers: { link: `<${server.origin}/api/v1/devices?limit=200&expand=user&after=2>; rel="next"` },
          body: [listed('one', use(jane)), listed('two', use(jane), use(user('joe@acme.example'), 'NONE'))],
        },
  );
  const pages: ReturnType<typeof ownedIn>[] = [];
  for await (const page of snapshot(never)) pages.push(ownedIn(page));
  expect(pages).toEqual([
    [
      [[email], false, 'one', locked('BIOMETRIC')],
      [[email], true, 'two', locked('BIOMETRIC')],
      [['joe@acme.example'], true, 'two', locked('NONE')],
    ],
    [],
  ]);
});

test.each([
  ['elsewhere', () => 'https://elsewhere.example/api/v1/devices'],
  ['to the same page for ever', () => `${server.origin}/api/v1/devices?after=1`],
])('A link that leads %s makes the list unreadable', async (_, target) => {
  const { snapshot } = await connected(() => ({ headers: { link: `<${target()}>; rel="next"` }, body: [] }));
  const read = async () => {
    for await (const { records } of snapshot(never)) expect(records).toEqual([]);
  };
  await expect(read()).rejects.toMatchObject({ fault: 'unreadable' });
});

test('What is asked is read as a device', async () => {
  const { byPerson } = await connected(knows({ one: [use(jane)] }));
  const { records } = await byPerson(email, never);
  const { inUse } = okta.devicesIn(okta.answerOf(records.map(({ record }) => record)), { source: 'okta' });
  expect(inUse.map(({ name }) => name)).toEqual(['one']);
});
