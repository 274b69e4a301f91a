import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { createGateway, type Gateway } from '../../server/gateway.ts';
import { type Listening, listenWith } from '../../server/running/listening.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { instant } from '../../src/posture/instant.ts';

const hasty = { headersMs: 150, requestMs: 300, silenceMs: 300, nextRequestMs: 100, lookEveryMs: 20 };

const gateway = createGateway({
  now: () => instant(Date.now()),
  baseline: bundledBaseline,
  serves: [],
  requestId: randomUUID,
});

let listening: Listening;
afterEach(() => listening.stop(0));

async function listen(with_: Gateway = gateway): Promise<Socket> {
  listening = await listenWith(with_, { host: '127.0.0.1', port: 0, patience: hasty });
  const socket = connect(listening.port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

describe('a client is given up', () => {
  test.each([
    ['that never ends its headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', '408'],
    [
      'that never sends the body that it announced',
      'POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nx',
      '4',
    ],
    ['that asks nothing more', 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', '200'],
    ['whose headers are too large', `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
    ['that speaks another language', 'HELO x\r\n\r\n', '400'],
  ])('%s', async (_, request, status) => {
    const socket = await listen();
    socket.write(request);
    expect(await text(socket)).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  });

  test('that says nothing at all', async () => {
    expect(await text(await listen())).toMatch(/^(HTTP\/1\.1 408|$)/);
  });
});

test('A request that no route can read is refused as JSON that every extension may read', async () => {
  const socket = await listen();
  socket.end('GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
  expect(answer.toLowerCase()).toContain('access-control-allow-origin: *');
  expect(answer).toContain('"code":"bad-request"');
});

test('Whoever is still waiting when the time is over is left', async () => {
  const never = new Promise<Response>(() => undefined);
  const socket = await listen({ ...gateway, fetch: () => never });
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const answer = text(socket).catch(() => '');
  const stopped = listening.stop(50);
  expect(await answer).toBe('');
  await stopped;
});
