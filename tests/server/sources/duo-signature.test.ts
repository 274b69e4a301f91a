import { createRequire } from 'node:module';
import { afterEach, expect, test, vi } from 'vitest';
import { duoSignature } from '../../../server/sources/duo-signature.ts';

/** What is used of Duo's own client, which has no types. */
interface DuoApi {
  readonly SIGNATURE_VERSION_5: 5;
  readonly Client: new (
    integrationKey: string,
    secretKey: string,
    host: string,
    version: 5,
  ) => { apiCall(method: string, path: string, params: object, callback: () => void): void };
}

interface Sent {
  readonly method: 'GET';
  readonly path: string;
  readonly headers: { readonly Date: string; readonly Authorization: string };
}

const require = createRequire(import.meta.url);
const { Client, SIGNATURE_VERSION_5 } = require('@duosecurity/duo_api') as DuoApi;
const https = require('node:https') as { request: (options: Sent) => unknown };

const host = 'API-1a2b3c4d.duosecurity.com';
const keys = { integrationKey: 'DIWJ8X6AEYOR5OMC6TQ1', secretKey: 'Zh5eGmUq9zpfQnyUIu5OL9iWoMMv5ZNmk3zLJ4Ep' };

afterEach(() => vi.restoreAllMocks());

/** What Duo's client would send. */
function sentByVendor(path: string, params: object): Sent {
  const sent: Sent[] = [];
  vi.spyOn(https, 'request').mockImplementation((options) => {
    sent.push(options);
    return { on: () => {}, write: () => {}, end: () => {} };
  });
  new Client(keys.integrationKey, keys.secretKey, host, SIGNATURE_VERSION_5).apiCall('GET', path, params, () => {});
  return sent[0]!;
}

test.each([
  ['/admin/v1/endpoints', {}],
  ['/admin/v1/endpoints', { limit: '500', offset: '0' }],
  ['/admin/v1/users', { email: 'jane.doe@acme.example', limit: '300', offset: '0' }],
  ['/admin/v1/users', { offset: '300', limit: '300', email: "jane+o'neil~x!_(a)@acme.example" }],
  ['/admin/v1/users', { email: 'jäne döe*@acme.example' }],
  ['/admin/v1/users', { a1: 'x', a: 'y', A: 'z', 'a b': '&=?/' }],
])('GET %s with %j is signed as by the client of Duo itself', (path, params) => {
  const { method, headers } = sentByVendor(path, params);
  const url = new URL(`https://${host}${path}`);
  for (const [name, value] of Object.entries(params)) url.searchParams.append(name, value);
  expect(method).toBe('GET');
  expect(duoSignature({ method, url }, keys, headers.Date)).toEqual({
    Date: headers.Date,
    Authorization: headers.Authorization,
  });
});
