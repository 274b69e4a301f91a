import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Company } from '../../server/company.ts';
import { errorCodes } from '../../server/errors.ts';
import { createGateway, type GatewayOptions } from '../../server/gateway.ts';
import { silent } from '../../server/journal/journal.ts';
import { samplePeople } from '../../server/sample/index.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { later, MINUTE } from '../../src/posture/instant.ts';
import { defaultPolicy } from '../../src/posture/policy.ts';
import { errorSchema, LIMITS } from '../../src/posture/wire.ts';
import { signInErrors } from '../support/sign-in-errors.ts';

const NOW = '2026-11-24T09:00:00.000Z';

const gatewayWith = (options: Partial<GatewayOptions> = {}) =>
  createGateway({
    now: () => NOW,
    baseline: bundledBaseline,
    serves: samplePeople,
    requestId: () => 'r_1',
    ...options,
  });

const ask = async (path: string, init?: RequestInit, options?: Partial<GatewayOptions>) =>
  gatewayWith(options).fetch(new Request(`http://gateway.example${path}`, init));

const withEtag = (etag: string): RequestInit => ({ headers: { 'If-None-Match': etag } });

const brokenClock: Partial<GatewayOptions> = {
  now: () => {
    throw new Error('token=secret');
  },
};

const company: Company = {
  terms: () => ({
    organization: { name: 'Acme', sample: false },
    policy: defaultPolicy,
    groups: [],
    exceptions: [],
    words: {},
    baseline: bundledBaseline,
    signIn: { mode: 'token' },
  }),
  identify: () => Promise.resolve(null),
  askSources: () => Promise.resolve([]),
  key: new Uint8Array(32),
};
const stranger: Partial<GatewayOptions> = { serves: company };

const tooOften = (identify: Company['identify']): Partial<GatewayOptions> => ({
  serves: {
    ...company,
    identify,
    limits: { ofPerson: () => Promise.resolve(7), ofStrangers: () => Promise.resolve(8) },
  },
});
const nobody = () => Promise.resolve(null);
const jane = () => Promise.resolve({ email: 'jane@acme.example', name: 'Jane' });

const documents = ['/v1/organization', '/v1/posture', '/sample/green/v1/organization', '/sample/green/v1/posture'];

interface Expected {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly options?: Partial<GatewayOptions>;
  readonly body?: string;
}

const answers: readonly Expected[] = [
  ...['/', '/healthz', '/readyz', '/openapi.json', ...documents].map((path) => ({ method: 'GET', path, status: 200 })),
  ...documents.map((path) => ({ method: 'HEAD', path, status: 200 })),
  ...[...documents, '/nowhere'].map((path) => ({ method: 'OPTIONS', path, status: 204 })),
];

const errors: readonly (Expected & { readonly code: string })[] = [
  { method: 'GET', path: '/nowhere', status: 404, code: 'not-found' },
  { method: 'GET', path: '/v2/posture', status: 404, code: 'not-found' },
  { method: 'POST', path: '/nowhere', status: 404, code: 'not-found' },
  { method: 'GET', path: '/sample/nobody/v1/posture', status: 404, code: 'unknown-person' },
  { method: 'GET', path: '/sample/nobody/v1/organization', status: 404, code: 'unknown-person' },
  { method: 'GET', path: '/sample/constructor/v1/posture', status: 404, code: 'unknown-person' },
  { method: 'GET', path: '/sample/%ff/v1/posture', status: 404, code: 'unknown-person' },
  { method: 'POST', path: '/v1/posture', status: 405, code: 'method-not-allowed' },
  { method: 'PUT', path: '/v1/organization', status: 405, code: 'method-not-allowed' },
  { method: 'DELETE', path: '/sample/green/v1/posture', status: 405, code: 'method-not-allowed' },
  { method: 'POST', path: '/v1/token', status: 404, code: 'not-found', options: stranger },
  { method: 'GET', path: '/v1/token', status: 405, code: 'method-not-allowed', options: stranger },
  { method: 'GET', path: '/v1/sign-in', status: 404, code: 'not-found', options: stranger },
  { method: 'GET', path: '/v1/sign-in/callback', status: 404, code: 'not-found', options: stranger },
  { method: 'POST', path: '/v1/sign-in', status: 405, code: 'method-not-allowed', options: stranger },
  { method: 'POST', path: '/healthz', status: 405, code: 'method-not-allowed' },
  { method: 'GET', path: '/v1/posture', status: 401, code: 'unauthorised', options: stranger },
  { method: 'POST', path: '/v1/posture', status: 413, code: 'too-large', body: 'x'.repeat(16 * 1024 + 1) },
  { method: 'PUT', path: '/nowhere', status: 413, code: 'too-large', body: 'x'.repeat(16 * 1024 + 1) },
  { method: 'GET', path: '/v1/posture', status: 429, code: 'too-many-requests', options: tooOften(jane) },
  { method: 'GET', path: '/v1/posture', status: 429, code: 'too-many-requests', options: tooOften(nobody) },
  { method: 'GET', path: '/v1/posture', status: 500, code: 'internal', options: brokenClock },
];

const initOf = ({ method, body }: Expected): RequestInit => ({ method, ...(body !== undefined && { body }) });

test.each([...answers, ...errors])(
  '$method $path is answered with $status and the headers of every answer',
  async (asked) => {
    const { status, headers } = await ask(asked.path, initOf(asked), asked.options);
    expect(status).toBe(asked.status);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.has('Access-Control-Allow-Credentials')).toBe(false);
    expect(headers.get('Access-Control-Allow-Headers')).toBe('authorization, if-none-match, content-type');
    expect(headers.get('Access-Control-Expose-Headers')).toBe('etag, retry-after, date');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    expect(headers.get('Cache-Control')).toMatch(/^private, max-age=\d+$|^no-store$/);
    expect(headers.has('Set-Cookie')).toBe(false);
  },
);

test.each(errors)('$method $path fails with the code $code as JSON, and nothing of the cause', async (asked) => {
  const response = await ask(asked.path, initOf(asked), asked.options);
  const text = await response.text();
  expect(response.headers.get('Content-Type')).toContain('application/json');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(v.parse(errorSchema, JSON.parse(text)).error).toMatchObject({ code: asked.code, requestId: 'r_1' });
  expect(text).not.toContain('secret');
});

test('Every code of the closed list is one of these, or one of signing in', () => {
  expect(new Set(['bad-request', ...errors.map(({ code }) => code), ...signInErrors])).toEqual(new Set(errorCodes));
});

test('What no route can read is refused like everything else', async () => {
  const response = gatewayWith().unreadable();
  expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([400, '*']);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(v.parse(errorSchema, await response.json()).error).toMatchObject({ code: 'bad-request', requestId: 'r_1' });
});

test.each([
  [jane, '7', 'person'],
  [nobody, '8', 'stranger'],
] as const)('Who asks too often is told when to ask again, and it is counted', async (identify, seconds, who) => {
  const refused: string[] = [];
  const journal = { ...silent, refused: (one: string) => void refused.push(one) };
  const response = await ask('/v1/posture', {}, { ...tooOften(identify), journal });
  expect(response.headers.get('Retry-After')).toBe(seconds);
  expect(refused).toEqual([who]);
});

test('A method that is not allowed is answered with those that are', async () => {
  expect((await ask('/v1/posture', { method: 'POST' })).headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
});

test('A preflight allows to read and nothing else', async () => {
  const response = await ask('/v1/posture', { method: 'OPTIONS' });
  expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD');
  expect(await response.text()).toBe('');
});

test.each(documents)('HEAD %s has no body, and the headers of GET', async (path) => {
  const head = await ask(path, { method: 'HEAD' });
  expect(await head.text()).toBe('');
  expect(head.headers.get('ETag')).toBe((await ask(path)).headers.get('ETag'));
});

describe('what is kept', () => {
  test.each([
    ['/v1/organization', 3600],
    ['/v1/posture', 900],
  ])('%s may be kept for %i seconds', async (path, seconds) => {
    expect((await ask(path)).headers.get('Cache-Control')).toBe(`private, max-age=${seconds}`);
  });

  test.each(documents)('%s is not sent to who has it already', async (path) => {
    const etag = (await ask(path)).headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[op]_[0-9a-f]{24}"$/);
    const again = await ask(path, withEtag(etag));
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await ask(path, withEtag('"o_other"'))).status).toBe(200);
  });

  test('The organisation keeps its ETag as time goes by, and has another with another baseline', async () => {
    const etagAt = async (options: Partial<GatewayOptions>) =>
      (await ask('/v1/organization', {}, options)).headers.get('ETag');
    const etag = await etagAt({});
    expect(await etagAt({ now: () => later(NOW, 100 * MINUTE) })).toBe(etag);
    expect(await etagAt({ baseline: { ...bundledBaseline, asOf: '2026-11-24' } })).not.toBe(etag);
  });

  test('A sample posture keeps its ETag as long as it may be kept, and then moves with the clock', async () => {
    const etagAfter = async (minutes: number) =>
      (await ask('/v1/posture', {}, { now: () => later(NOW, minutes * MINUTE) })).headers.get('ETag');
    expect(await etagAfter(14)).toBe(await etagAfter(0));
    expect(await etagAfter(15)).not.toBe(await etagAfter(0));
  });

  test('Both documents say when they were made, and the posture names the organisation that it was made with', async () => {
    const organization = await (await ask('/v1/organization')).json();
    const posture = await (await ask('/v1/posture')).json();
    expect([organization.generatedAt, posture.generatedAt]).toEqual([NOW, NOW]);
    expect(posture.organization).toBe(organization.etag);
  });
});

describe('as long as no source is configured', () => {
  test('whoever asks sees the sample person mixed', async () => {
    expect(await (await ask('/v1/posture')).json()).toEqual(await (await ask('/sample/mixed/v1/posture')).json());
    expect(samplePeople[0]?.id).toBe('mixed');
  });

  test('every answer says that it is a sample', async () => {
    expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok', sample: true });
    expect(await (await ask('/v1/posture')).json()).toMatchObject({ sample: true });
    expect(await (await ask('/v1/organization')).json()).toMatchObject({
      organization: { name: 'Acme', sample: true },
      signIn: { mode: 'none' },
      policy: { practices: {} },
      baseline: { asOf: bundledBaseline.asOf },
    });
  });

  test('without sample people there is nobody to show', async () => {
    expect((await ask('/v1/posture', {}, { serves: [] })).status).toBe(404);
  });

  test.each(samplePeople.map(({ id }) => id))('the answer about %s stays far below the limit', async (id) => {
    expect((await (await ask(`/sample/${id}/v1/posture`)).text()).length).toBeLessThan(LIMITS.bytes / 10);
  });
});

interface ApiDocument {
  readonly openapi: string;
  readonly paths: Record<
    string,
    { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
  >;
}

describe('the API description', () => {
  const describedApi = async () => (await (await ask('/openapi.json')).json()) as ApiDocument;

  test('lists the documents, each with GET only', async () => {
    const { openapi, paths } = await describedApi();
    expect(openapi).toMatch(/^3\.1\./);
    expect(Object.keys(paths).toSorted()).toEqual([
      '/sample/{persona}/v1/organization',
      '/sample/{persona}/v1/posture',
      '/v1/organization',
      '/v1/posture',
    ]);
    for (const path of Object.values(paths)) expect(Object.keys(path)).toEqual(['get']);
  });

  test('describes them by the schemas that the extension reads them with', async () => {
    const { paths } = await describedApi();
    const schemaOf = (path: string, status: string) =>
      paths[path]?.get.responses[status]?.content['application/json']?.schema;
    expect(schemaOf('/v1/organization', '200')).toMatchObject({
      required: expect.arrayContaining(['version', 'etag', 'generatedAt', 'policy']),
      properties: { generatedAt: { type: 'string' }, policy: { properties: { practices: { type: 'object' } } } },
    });
    expect(schemaOf('/v1/posture', '200')).toMatchObject({
      properties: {
        devices: {
          items: { properties: { signals: { items: { required: ['fact', 'value', 'source', 'observedAt'] } } } },
        },
      },
    });
    expect(schemaOf('/v1/posture', '404')).toMatchObject({ required: ['error'] });
  });
});
