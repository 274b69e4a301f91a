import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HOUR } from '../../src/posture/instant.ts';
import { LIMITS } from '../../src/posture/wire.ts';
import { ask } from '../../src/sources/ask.ts';
import { type HttpServer, serve } from '../support/http-server.ts';

let server: HttpServer | undefined;

afterEach(async () => {
  vi.unstubAllGlobals();
  await server?.close();
});

const askOnce = async (listener: RequestListener, { etag = null as string | null, timeoutMs = 5000 } = {}) => {
  server = await serve(listener);
  return ask({ url: `${server.origin}/v1/posture`, etag, timeoutMs });
};

const answer =
  (body: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

/** A `Date` is written in whole seconds. */
const agreeing = expect.toSatisfy((ms: number) => Math.abs(ms) <= 2000);

describe('an answer', () => {
  test('is its JSON, its etag, and how long it may be kept', async () => {
    const headers = { etag: '"p_1"', 'cache-control': 'private, max-age=300' };
    expect(await askOnce(answer('{"version":1}', 200, headers))).toEqual({
      json: { version: 1 },
      etag: '"p_1"',
      maxAgeSeconds: 300,
      clockOffsetMs: agreeing,
    });
  });

  test.each([
    ['no cache-control', undefined],
    ['no-store', 'no-store'],
    ['max-age that is no number', 'max-age=soon'],
  ])('with %s is to be asked for again at once', async (_, cacheControl) => {
    const headers = cacheControl === undefined ? {} : { 'cache-control': cacheControl };
    expect(await askOnce(answer('{}', 200, headers))).toEqual({
      json: {},
      etag: null,
      maxAgeSeconds: 0,
      clockOffsetMs: agreeing,
    });
  });

  test('may come in pieces that cut a character in two', async () => {
    const bytes = Buffer.from('{"name":"Zoë"}');
    const listener: RequestListener = async (_, response) => {
      for (const byte of bytes) {
        response.write(Buffer.from([byte]));
        await new Promise(setImmediate);
      }
      response.end();
    };
    expect(await askOnce(listener)).toMatchObject({ json: { name: 'Zoë' } });
  });

  test('whose etag could be more than a server accepts is not asked about by it', async () => {
    const result = await askOnce(answer('{}', 200, { etag: `"${'x'.repeat(8000)}"` }));
    expect(result).toHaveProperty('etag', null);
  });

  test('of 304 says that nothing has changed', async () => {
    const result = await askOnce(answer('', 304, { 'cache-control': 'max-age=60' }), { etag: '"p_1"' });
    expect(result).toEqual({ notModified: true, maxAgeSeconds: 60, clockOffsetMs: agreeing });
    expect(server?.requests[0]?.headers['if-none-match']).toBe('"p_1"');
  });
});

describe('the endpoint’s clock', () => {
  const inAnHour = () => new Date(Date.now() + HOUR).toUTCString();

  test('is compared with this computer’s', async () => {
    expect(await askOnce((_, response) => response.writeHead(200, { date: inAnHour() }).end('{}'))).toMatchObject({
      clockOffsetMs: expect.toSatisfy((ms: number) => Math.abs(ms - HOUR) <= 2000),
    });
  });

  test.each([
    ['none', undefined],
    ['nothing', ''],
    ['no date', 'yesterday'],
    ['a clock that was never set', 'Thu, 01 Jan 1970 00:00:07 GMT'],
    ['a year that nobody lives to see', 'Sat, 01 Jan 275760 00:00:00 GMT'],
  ])('of which is told %s is not known', async (_, date) => {
    const listener: RequestListener = (__, response) => {
      response.sendDate = false;
      response.removeHeader('date');
      response.writeHead(200, date === undefined ? {} : { date }).end('{}');
    };
    expect(await askOnce(listener)).toMatchObject({ json: {}, clockOffsetMs: null });
  });
});

test('the question tells nothing but itself', async () => {
  await askOnce(answer('{}'));
  const [request] = server?.requests ?? [];
  expect(request?.method).toBe('GET');
  for (const header of ['cookie', 'referer', 'authorization', 'if-none-match', 'content-type']) {
    expect(request?.headers).not.toHaveProperty(header);
  }
});

describe('no answer', () => {
  test.each<[string, string, RequestListener]>([
    ['a redirect', 'redirect', answer('', 302, { location: 'https://elsewhere.example/' })],
    ['a redirect for ever', 'redirect', answer('', 308, { location: '/v1/posture' })],
    ['400', 'not-found', answer('{}', 400)],
    ['401', 'unauthorised', answer('{}', 401)],
    ['403', 'forbidden', answer('{}', 403)],
    ['404', 'not-found', answer('{}', 404)],
    ['429', 'throttled', answer('{}', 429, { 'retry-after': '60' })],
    ['500', 'server-error', answer('{}', 500)],
    ['503 with an endless page', 'server-error', (_, response) => response.writeHead(503).write('<html>')],
    ['HTML', 'not-json', answer('<!doctype html><title>Sign in</title>')],
    ['nothing', 'not-json', answer('', 204)],
    ['JSON that was cut', 'not-json', answer('{"version":1,"devices":[')],
    ['3 MB', 'too-large', answer(JSON.stringify('x'.repeat(3 * 1024 * 1024)))],
    [
      '100 MB in a small parcel',
      'too-large',
      (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '))),
    ],
    ['a million brackets', 'not-json', answer('['.repeat(1_000_000))],
    ['a tower of brackets', 'unreadable', answer('['.repeat(900_000) + ']'.repeat(900_000))],
    ['a connection that breaks at once', 'unreachable', (request) => request.socket.destroy()],
    [
      'a connection that breaks in the middle',
      'unreachable',
      (request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"version":1', () => request.socket.destroy());
      },
    ],
  ])('%s is %s', async (_, problem, listener) => {
    expect(await askOnce(listener)).toEqual({ problem });
  });

  test('of a body that is just small enough: it is an answer', async () => {
    const body = JSON.stringify('x'.repeat(LIMITS.bytes - 2));
    expect(await askOnce(answer(body))).toHaveProperty('json');
  });

  test.each<[string, RequestListener]>([
    ['silence', () => undefined],
    ['headers, and then silence', (_, response) => response.writeHead(200).flushHeaders()],
    [
      'a body that drips',
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('%s is a time-out', async (_, listener) => {
    expect(await askOnce(listener, { timeoutMs: 200 })).toEqual({ problem: 'timeout' });
  });

  test('nobody there is unreachable', async () => {
    server = await serve(answer('{}'));
    await server.close();
    expect(await ask({ url: server.origin, etag: '"1"', timeoutMs: 5000 })).toEqual({ problem: 'unreachable' });
  });

  test('nobody there, and no network either, is offline', async () => {
    server = await serve(answer('{}'));
    await server.close();
    vi.stubGlobal('navigator', { onLine: false });
    expect(await ask({ url: server.origin, etag: null, timeoutMs: 5000 })).toEqual({ problem: 'offline' });
  });

  test('an answer from this computer itself counts without a network', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await askOnce(answer('{}'))).toHaveProperty('json');
  });
});

test('an endpoint that breaks off the conditional question is asked plainly', async () => {
  const result = await askOnce(
    (request, response) =>
      request.headers['if-none-match'] === undefined ? response.end('{"version":1}') : request.socket.destroy(),
    { etag: '"p_1"' },
  );
  expect(result).toMatchObject({ json: { version: 1 } });
  expect(server?.requests.map(({ headers }) => headers['if-none-match'])).toEqual(['"p_1"', undefined]);
});
