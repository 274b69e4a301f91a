import { once } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import { createUpstream } from '../../../server/upstream/upstream.ts';
import { type HttpServer, serve } from '../../support/http-server.ts';

const quick = { concurrency: 2, timeoutMs: 200, patienceMs: 50 };
const never = new AbortController().signal;

let server: HttpServer;
afterEach(() => server.close());

async function systemThat(listener: RequestListener) {
  server = await serve(listener);
  return createUpstream({ baseUrl: server.origin, manners: quick, fetch });
}

const failureOf = (asking: Promise<unknown>): Promise<SourceFailure> =>
  asking.then(
    () => {
      throw new Error('It answered');
    },
    (error) => {
      expect(error).toBeInstanceOf(SourceFailure);
      return error;
    },
  );

const tell =
  (status: number, body = '', headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

describe('what an answer means', () => {
  test.each([
    [200, '{"a":1}', { a: 1 }],
    [201, '[]', []],
    [204, '', null],
    [200, '', null],
  ])('HTTP %i with %j is an answer', async (status, body, json) => {
    const upstream = await systemThat(tell(status, body));
    expect(await upstream.json({ url: 'devices' }, never)).toEqual(json);
  });

  test.each([
    [200, '<html>', 'unreadable', 1],
    [200, '{"truncated":', 'unreadable', 1],
    [301, '', 'unreadable', 1],
    [308, '', 'unreadable', 1],
    [400, '', 'unreadable', 1],
    [401, '', 'unauthorised', 1],
    [403, 'no json', 'forbidden', 1],
    [404, '', 'unreadable', 1],
    [429, '', 'throttled', 3],
    [500, '', 'refused', 3],
    [503, '', 'throttled', 3],
  ] as const)('HTTP %i with %j is %s, after %i tries', async (status, body, fault, tries) => {
    const upstream = await systemThat(tell(status, body, { location: 'http://127.0.0.1:1/' }));
    expect((await failureOf(upstream.json({ url: 'devices' }, never))).fault).toBe(fault);
    expect(server.requests).toHaveLength(tries);
  });

  test('a refusal that means "not so fast" is read before it is believed', async () => {
    server = await serve(tell(403, '{"error":{"errors":[{"reason":"quotaExceeded"}]}}'));
    const isThrottled = (_: number, json: unknown) => JSON.stringify(json).includes('quotaExceeded');
    const upstream = createUpstream({ baseUrl: server.origin, manners: quick, fetch, isThrottled });
    expect((await failureOf(upstream.json({ url: 'devices' }, never))).fault).toBe('throttled');
  });
});

describe('a system that does not answer', () => {
  test('is not there', async () => {
    const upstream = await systemThat(tell(200));
    await server.close();
    expect((await failureOf(upstream.json({ url: 'devices' }, never))).fault).toBe('refused');
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['hangs', () => {}],
    ['drips', (response) => void response.writeHead(200).write('{"devices":')],
  ])('%s: it is given up', async (_, begin) => {
    const upstream = await systemThat((_request, response) => begin(response));
    expect((await failureOf(upstream.json({ url: 'devices' }, never))).fault).toBe('timeout');
  });

  test('breaks off in the middle', async () => {
    const upstream = await systemThat((request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setImmediate(() => request.socket.destroy());
    });
    expect((await failureOf(upstream.json({ url: 'devices' }, never))).fault).toBe('refused');
  });

  test('is left alone after it failed many times in a row', async () => {
    const upstream = await systemThat(tell(500));
    for (let person = 0; person < 4; person += 1) await failureOf(upstream.json({ url: 'devices' }, never));
    expect(server.requests.length).toBeLessThan(12);
  });

  test('comes back after a passing failure', async () => {
    const upstream = await systemThat((request, response) =>
      tell(server.requests.length === 1 ? 500 : 200, '{}')(request, response),
    );
    expect(await upstream.json({ url: 'devices' }, never)).toEqual({});
  });
});

test('A system that wants to be left alone for longer than anybody waits is asked once', async () => {
  const upstream = await systemThat(tell(429, '', { 'retry-after': '60' }));
  expect(await failureOf(upstream.json({ url: 'devices' }, never))).toMatchObject({
    fault: 'throttled',
    retryAfterMs: 60_000,
  });
  expect(server.requests).toHaveLength(1);
});

test.each(['X-Rate-Limit-Reset', 'X-RateLimit-Reset'])(
  'A system that names in %s only when the count begins anew is left alone until then',
  async (header) => {
    const resetAt = String(Math.ceil(Date.now() / 1000) + 60);
    const upstream = await systemThat(tell(429, '', { [header]: resetAt }));
    const { fault, retryAfterMs = 0 } = await failureOf(upstream.json({ url: 'devices' }, never));
    expect(fault).toBe('throttled');
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(61_000);
    expect(server.requests).toHaveLength(1);
  },
);

test.each(['http://elsewhere.example/devices', '//elsewhere.example/devices', 'file:///etc/passwd', 'http://['])(
  'The address %s is not asked: what shows who we are is for one system alone',
  async (url) => {
    const upstream = await systemThat(tell(200, '{}'));
    expect((await failureOf(upstream.json({ url }, never))).fault).toBe('unreadable');
    expect(server.requests).toEqual([]);
  },
);

test('No more questions than agreed are asked at the same time', async () => {
  let open = 0;
  let most = 0;
  const upstream = await systemThat((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setImmediate(() => {
      open -= 1;
      response.end('{}');
    });
  });
  await Promise.all(Array.from({ length: 8 }, () => upstream.json({ url: 'devices' }, never)));
  expect(most).toBe(quick.concurrency);
});

test('Many questions that end together are no leak', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  const upstream = await systemThat(tell(200, '{}'));
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 30 }, () => upstream.json({ url: 'devices' }, signal)));
  await new Promise(setImmediate);
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});

describe('a quota', () => {
  const systemWithTurns = async (turn: (signal: AbortSignal) => Promise<void>, listener: RequestListener) => {
    server = await serve(listener);
    return createUpstream({ baseUrl: server.origin, manners: { ...quick, turn }, fetch });
  };

  test('counts every try', async () => {
    const turn = vi.fn(() => Promise.resolve());
    const upstream = await systemWithTurns(turn, tell(500));
    await failureOf(upstream.json({ url: 'devices' }, never));
    expect([turn.mock.calls.length, server.requests.length]).toEqual([3, 3]);
  });

  test('keeps a question for longer than one may take', async () => {
    const upstream = await systemWithTurns(
      () => new Promise((resolve) => setTimeout(resolve, quick.timeoutMs * 1.5)),
      tell(200, '{}'),
    );
    expect(await upstream.json({ url: 'devices' }, never)).toEqual({});
  });

  test('that is spent is no fault of the system', async () => {
    let isSpent = true;
    const turn = () =>
      isSpent ? Promise.reject(new SourceFailure('throttled', { retryAfterMs: 60_000 })) : Promise.resolve();
    const upstream = await systemWithTurns(turn, tell(200, '{}'));
    for (let person = 0; person < 10; person += 1) {
      expect((await failureOf(upstream.json({ url: 'devices' }, never))).fault).toBe('throttled');
    }
    expect(server.requests).toEqual([]);
    isSpent = false;
    expect(await upstream.json({ url: 'devices' }, never)).toEqual({});
  });
});

test('Whoever gives up ends the request, and learns their own reason', async () => {
  const upstream = await systemThat(() => {});
  const asker = new AbortController();
  const asking = upstream.json({ url: 'devices' }, asker.signal);
  while (server.requests.length === 0) await new Promise(setImmediate);
  const closed = once(server.requests[0]!.socket, 'close');
  asker.abort(new Error('Left'));
  await expect(asking).rejects.toThrow('Left');
  await closed;
});

test('Whoever signs each request gets it as it goes out, and again when it was refused', async () => {
  server = await serve((_, response) => void response.writeHead(server.requests.length === 1 ? 401 : 200).end('{}'));
  const signed: unknown[][] = [];
  const upstream = createUpstream({
    baseUrl: server.origin,
    manners: quick,
    fetch,
    authorize: async (isRefused, { method, url }) => {
      signed.push([isRefused, method, url.href]);
      return { 'x-signature': `of ${method} ${url.pathname}${url.search}` };
    },
  });
  await upstream.json({ url: 'devices', query: { user: 'jane doe' } }, never);
  expect(signed).toEqual([
    [false, 'GET', `${server.origin}/devices?user=jane+doe`],
    [true, 'GET', `${server.origin}/devices?user=jane+doe`],
  ]);
  expect(server.requests.map(({ method, url, headers }) => [headers['x-signature'], `of ${method} ${url}`])).toEqual(
    Array.from({ length: 2 }, () => Array.from({ length: 2 }, () => 'of GET /devices?user=jane+doe')),
  );
});
