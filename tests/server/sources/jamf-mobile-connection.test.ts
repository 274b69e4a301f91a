import { afterEach, expect, test } from 'vitest';
import { jamfMobileConnector } from '../../../server/sources/jamf-mobile-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;

const phone = (id: number, emailAddress: string = email) => ({
  mobileDeviceId: String(id),
  deviceType: 'iOS',
  userAndLocation: { emailAddress },
});

let server: HttpServer;
afterEach(() => server.close());

/** A Jamf Pro that gives tokens, and answers everything else as told. */
async function connected(answer: (asked: Asked) => Told) {
  server = await serveJson((asked) =>
    asked.path === '/api/v1/oauth/token' ? { body: { access_token: 'a-token', expires_in: 60 } } : answer(asked),
  );
  const { byPerson, snapshot } = jamfMobileConnector.connect(
    { url: server.origin, clientId: 'reader', clientSecret: { env: 'JAMF_SECRET' } },
    toolsHere,
  );
  return { byPerson: byPerson!, snapshot: snapshot! };
}

test('It asks for the devices of one person, with every section that is read, and not to fail for one broken record', async () => {
  const asked: Asked[] = [];
  const jamf = await connected((question) => {
    asked.push(question);
    return { body: { totalCount: 1, results: [phone(1)] } };
  });
  const { records } = await jamf.byPerson(email, never);
  expect(records).toEqual([{ owners: [email], record: phone(1) }]);
  expect(asked.map(({ path }) => path)).toEqual(['/api/v2/mobile-devices/detail']);
  expect(asked[0]?.headers.authorization).toBe('Bearer a-token');
  expect(asked[0]?.query.get('filter')).toBe(`emailAddress=="${email}"`);
  expect(asked[0]?.query.get('exception-handling')).toBe('LENIENT');
  expect(asked[0]?.query.getAll('section')).toEqual(
    expect.arrayContaining(['GENERAL', 'HARDWARE', 'SECURITY', 'NETWORK', 'USER_AND_LOCATION']),
  );
});

test('The whole inventory is read to the end, and tells whose each device is, in lower case', async () => {
  const all = Array.from({ length: 250 }, (_, index) => phone(index, index === 0 ? 'Jane.Doe@ACME.example' : ''));
  const jamf = await connected(({ query }) => {
    const from = Number(query.get('page')) * 100;
    return { body: { totalCount: all.length, results: all.slice(from, from + 100) } };
  });
  const owners: (readonly string[])[] = [];
  for await (const { records } of jamf.snapshot(never)) owners.push(...records.map((record) => record.owners));
  expect(owners).toHaveLength(250);
  expect(owners.slice(0, 2)).toEqual([[email], []]);
});

test.each(['a"b@acme.example', 'a@acme.example" or mobileDeviceId=="1', 'a*@acme.example', 'nobody'])(
  'The address %s is not put into a filter',
  async (address) => {
    const jamf = await connected(() => ({ body: { totalCount: 0, results: [] } }));
    await expect(jamf.byPerson(address, never)).rejects.toThrow('unreadable');
    expect(server.requests).toEqual([]);
  },
);
