import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import type { Connector } from '../../../server/sources/connection.ts';
import { googleCloudIdentityConnector } from '../../../server/sources/google-cloud-identity-connection.ts';
import { googleChromeosConnector, googleMobileConnector } from '../../../server/sources/google-directory-connection.ts';
import { toolsHere } from '../../support/company-tools.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../../support/json-server.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyFile = JSON.stringify({
  client_email: 'reader@acme.iam.example',
  private_key_id: 'key-1',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
});

let server: HttpServer;
afterEach(() => server.close());

async function connected(connector: Connector, answer: (asked: Asked) => Told, secret = keyFile) {
  server = await serveJson((asked) =>
    asked.path === '/token'
      ? { body: { access_token: 'a-token', expires_in: 3599, token_type: 'Bearer' } }
      : answer(asked),
  );
  const { byPerson, snapshot } = connector.connect(
    {
      serviceAccount: { env: secret },
      administrator: 'admin@acme.example',
      url: server.origin,
      tokenUrl: `${server.origin}/token`,
    },
    toolsHere,
  );
  return { byPerson: byPerson!, snapshot: snapshot! };
}

async function ownersInAll(snapshot: Awaited<ReturnType<typeof connected>>['snapshot']) {
  const owners: (readonly string[])[] = [];
  for await (const { records } of snapshot(never)) owners.push(...records.map((record) => record.owners));
  return owners;
}

test('A service account asks for the administrator, with its key, and for reading only', async () => {
  let form = new URLSearchParams();
  server = await serveJson((asked) => {
    if (asked.path !== '/token') return { body: {} };
    form = asked.form;
    return { body: { access_token: 'a-token', expires_in: 3599 } };
  });
  const { byPerson } = googleMobileConnector.connect(
    {
      serviceAccount: { env: keyFile },
      administrator: 'admin@acme.example',
      url: server.origin,
      tokenUrl: `${server.origin}/token`,
    },
    toolsHere,
  );
  await byPerson!(email, never);
  const assertion = form.get('assertion') ?? '';
  expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'RS256', kid: 'key-1' });
  expect(decodeJwt(assertion)).toMatchObject({
    iss: 'reader@acme.iam.example',
    sub: 'admin@acme.example',
    aud: `${server.origin}/token`,
    scope: 'https://www.googleapis.com/auth/admin.directory.device.mobile.readonly',
  });
});

test.each(['not json', '{}', JSON.stringify({ client_email: 'a', private_key: 'b' })])(
  'A key file that is none, %j, is an account that is refused',
  async (secret) => {
    const { byPerson } = await connected(googleMobileConnector, () => ({ body: {} }), secret);
    await expect(byPerson(email, never)).rejects.toMatchObject({ fault: 'unauthorised' });
  },
);

test.each([
  ['userRateLimitExceeded', 'throttled'],
  ['quotaExceeded', 'throttled'],
  ['forbidden', 'forbidden'],
])('A 403 because of %s is %s', async (reason, fault) => {
  const { byPerson } = await connected(googleMobileConnector, () => ({
    status: 403,
    body: { error: { code: 403, errors: [{ reason }] } },
  }));
  await expect(byPerson(email, never)).rejects.toMatchObject({ fault });
});

describe('the directory', () => {
  test('finds phones by their account, page by page, up to a last page without a list', async () => {
    const asked: Asked[] = [];
    const { byPerson } = await connected(googleMobileConnector, (question) => {
      asked.push(question);
      const isLast = question.query.get('pageToken') === 'two';
      return { body: isLast ? {} : { mobiledevices: [{ email: ['Jane.Doe@acme.example'] }], nextPageToken: 'two' } };
    });
    expect((await byPerson(email, never)).records.map(({ owners }) => owners)).toEqual([[email]]);
    expect(asked.map(({ path }) => path)).toEqual(
      Array(2).fill('/admin/directory/v1/customer/my_customer/devices/mobile'),
    );
    expect(asked[0]?.query.get('query')).toBe(`email:${email}`);
  });

  test('knows a Chromebook by whom the company assigned it to, not by who used it', async () => {
    const { snapshot } = await connected(googleChromeosConnector, () => ({
      body: { chromeosdevices: [{ annotatedUser: email }, { recentUsers: [{ email }] }] },
    }));
    expect(await ownersInAll(snapshot)).toEqual([[email], []]);
  });
});

describe('Cloud Identity', () => {
  const user = (name: string, userEmail: string) => ({ name: `devices/${name}`, userEmail });
  const answer = ({ path }: Asked): Told => ({
    body: path.endsWith('/deviceUsers')
      ? { deviceUsers: [user('a/deviceUsers/1', 'Jane.Doe@acme.example'), user('a/deviceUsers/2', 'bob@acme.example')] }
      : { devices: [{ name: 'devices/a', deviceType: 'MAC_OS' }, { name: 'devices/b' }, { name: 'elsewhere' }] },
  });

  test('a device comes with its person’s use of it, and nobody else’s', async () => {
    const { byPerson } = await connected(googleCloudIdentityConnector, answer);
    const { records } = await byPerson(email, never);
    expect(records.find(({ owners }) => owners.includes(email))?.record).toEqual({
      name: 'devices/a',
      deviceType: 'MAC_OS',
      deviceUsers: [user('a/deviceUsers/1', 'Jane.Doe@acme.example')],
    });
  });

  test('a device of several people is each one’s, and one of nobody is left out', async () => {
    const { snapshot } = await connected(googleCloudIdentityConnector, answer);
    expect(await ownersInAll(snapshot)).toEqual([[email], ['bob@acme.example']]);
  });
});
