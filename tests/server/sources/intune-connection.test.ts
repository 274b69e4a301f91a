import { afterEach, expect, test } from 'vitest';
import { intuneConnector } from '../../../server/sources/intune-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;
const devicesPath = '/v1.0/deviceManagement/managedDevices';

let server: HttpServer;
afterEach(() => server.close());

async function connected(answer: (asked: Asked) => Told) {
  server = await serveJson((asked) =>
    asked.path === '/acme.example/oauth2/v2.0/token'
      ? { body: { access_token: 'a-token', token_type: 'Bearer', expires_in: 3599 } }
      : answer(asked),
  );
  const { byPerson, snapshot } = intuneConnector.connect(
    {
      tenant: 'acme.example',
      clientId: 'reader',
      clientSecret: { env: 'secret' },
      url: server.origin,
      loginUrl: server.origin,
    },
    toolsHere,
  );
  return { byPerson: byPerson!, snapshot: snapshot! };
}

const list = (...value: unknown[]): Told => ({ body: { value } });
const phone = { id: 'p 1', operatingSystem: 'iOS', userPrincipalName: 'Jane.Doe@acme.example' };
const computer = { id: 'c1', operatingSystem: 'Windows', userPrincipalName: email };

/** An Intune that knows these devices, and answers other paths as told. */
const knows =
  (devices: object[], paths: Readonly<Record<string, Told>> = {}) =>
  ({ path }: Asked): Told =>
    path === devicesPath ? list(...devices) : (paths[path.slice(devicesPath.length + 1)] ?? list());

test('A device comes with the settings of its policies, and a computer with the state of Defender', async () => {
  const { byPerson } = await connected(
    knows([computer], {
      'c1/deviceCompliancePolicyStates': list({ id: 's1', displayName: 'Acme' }),
      'c1/deviceCompliancePolicyStates/s1/settingStates': list({ setting: 'X.BitLockerEnabled', state: 'compliant' }),
      'c1/windowsProtectionState': { body: { realTimeProtectionEnabled: true } },
    }),
  );
  expect(await byPerson(email, never)).toEqual({
    records: [
      {
        owners: [email],
        isShared: false,
        record: {
          ...computer,
          deviceCompliancePolicyStates: [
            { id: 's1', displayName: 'Acme', settingStates: [{ setting: 'X.BitLockerEnabled', state: 'compliant' }] },
          ],
          windowsProtectionState: { realTimeProtectionEnabled: true },
        },
      },
    ],
    isPartial: false,
  });
});

test.each([
  [{}, 'https://login.microsoftonline.com', 'https://graph.microsoft.com/v1.0'],
  [{ cloud: 'us-government' }, 'https://login.microsoftonline.us', 'https://graph.microsoft.us/v1.0'],
  [{ cloud: 'us-defense' }, 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us/v1.0'],
  [{ cloud: 'china' }, 'https://login.chinacloudapi.cn', 'https://microsoftgraph.chinacloudapi.cn/v1.0'],
  [{ url: 'https://g.example', loginUrl: 'https://l.example' }, 'https://l.example', 'https://g.example/v1.0'],
])('In the cloud %j it signs in at %s and asks %s', async (cloud, login, graph) => {
  server = await serveJson(() => ({}));
  const places: string[] = [];
  const settings = { tenant: 'acme', clientId: 'c', clientSecret: { env: 's' }, ...cloud };
  intuneConnector.connect(settings, {
    ...toolsHere,
    upstream: (options) => {
      places.push(options.baseUrl);
      return toolsHere.upstream(options);
    },
  });
  expect(places).toEqual([login, graph]);
});

test('Only a computer with Windows is asked for Defender', async () => {
  const { byPerson } = await connected(knows([phone]));
  await byPerson(email, never);
  expect(server.requests.map(({ url = '' }) => url).filter((url) => url.includes('windowsProtection'))).toEqual([]);
});

test('Whoever signs in with another name is found by their address', async () => {
  const filters: (string | null)[] = [];
  const { byPerson } = await connected((asked) => {
    if (asked.path !== devicesPath) return list();
    filters.push(asked.query.get('$filter'));
    return filters.length === 1
      ? list()
      : list({ id: '1', userPrincipalName: 'jdoe@acme.onmicrosoft.com', emailAddress: email });
  });
  expect((await byPerson(email, never)).records).toHaveLength(1);
  expect(filters).toEqual([`userPrincipalName eq '${email}'`, `emailAddress eq '${email}'`]);
});

test('One user with two addresses is one person', async () => {
  const { snapshot } = await connected(
    knows([{ ...phone, userPrincipalName: 'jd@acme.example', emailAddress: email }]),
  );
  for await (const { records } of snapshot(never)) {
    expect(records.map(({ owners, isShared }) => [owners, isShared])).toEqual([[['jd@acme.example', email], false]]);
  }
  expect.assertions(1);
});

test('A quote in an address stays a part of it', async () => {
  const { byPerson } = await connected(knows([]));
  await byPerson("o'brien@acme.example", never);
  const [first] = server.requests.filter(({ url = '' }) => url.startsWith(devicesPath));
  expect(new URL(first?.url ?? '', server.origin).searchParams.get('$filter')).toBe(
    "userPrincipalName eq 'o''brien@acme.example'",
  );
});

test('Settings that cannot be asked leave the device, and make the answer partial', async () => {
  const { byPerson } = await connected(knows([phone], { 'p%201/deviceCompliancePolicyStates': { status: 403 } }));
  expect(await byPerson(email, never)).toEqual({
    records: [{ owners: [email], record: phone, isShared: false }],
    isPartial: true,
  });
});

test('The next page is asked at the address that Graph gives', async () => {
  const { snapshot } = await connected(({ query }) =>
    query.get('$skiptoken') === 'two'
      ? list(computer)
      : { body: { value: [phone], '@odata.nextLink': `${server.origin}${devicesPath}?$skiptoken=two` } },
  );
  const sizes: number[] = [];
  for await (const { records } of snapshot(never)) sizes.push(records.length);
  expect(sizes).toEqual([1, 1]);
});

test('A next page elsewhere is not asked: the token is for Graph alone', async () => {
  const { snapshot } = await connected(() => ({
    body: { value: [], '@odata.nextLink': 'http://elsewhere.example/?$skiptoken=two' },
  }));
  const reading = (async () => {
    for await (const _ of snapshot(never));
  })();
  await expect(reading).rejects.toMatchObject({ fault: 'unreadable' });
});
