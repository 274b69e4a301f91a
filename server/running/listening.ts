import { once } from 'node:events';
import { createServer, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Gateway } from '../gateway.ts';

/** How long a socket waits for whoever is slow, in milliseconds. */
export interface Patience {
  /** For all headers. */
  readonly headersMs: number;
  /** For the whole request. */
  readonly requestMs: number;
  /** For any sign of life, such as reading the answer. */
  readonly silenceMs: number;
  /** For the next request on a connection: longer than load balancers do, which would else send one into a closing connection. */
  readonly nextRequestMs: number;
  /** How often it is looked who is too slow. */
  readonly lookEveryMs: number;
}

const usual: Patience = {
  headersMs: 10_000,
  requestMs: 15_000,
  silenceMs: 30_000,
  nextRequestMs: 75_000,
  lookEveryMs: 5000,
};

const LARGEST_HEADERS = 16 * 1024;

/** How often it is looked which connections have become idle while the last answers go out, in milliseconds. */
const LOOK_IDLE_EVERY_MS = 50;

interface Where {
  readonly host: string;
  readonly port: number;
  readonly patience?: Patience;
}

/** A socket on which a gateway answers. */
export interface Listening {
  readonly port: number;
  /** Asks everybody to open no further request on the same connection; still answers. */
  readonly leave: () => void;
  /** Takes no new connection, lets the answers that are being made go out, and ends what is left after so many milliseconds. */
  readonly stop: (withinMs: number) => Promise<void>;
}

/** Begins to listen. Rejects with Node's own error where that is not possible. */
export async function listenWith(
  { fetch, unreadable, failed }: Gateway,
  { host, port, patience = usual }: Where,
): Promise<Listening> {
  const answer = getRequestListener(together(fetch), {
    hostname: host,
    errorHandler: (error) => (error instanceof RequestError ? unreadable() : failed(error)),
  });
  const server = createServer(optionsOf(patience), (request, response) => void answer(request, response));
  server.timeout = patience.silenceMs;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leave: () => {
      server.prependListener('request', (_, response) => response.setHeader('Connection', 'close'));
    },
    stop: async (withinMs) => {
      const closed = once(server, 'close');
      server.close();
      const idle = setInterval(() => server.closeIdleConnections(), LOOK_IDLE_EVERY_MS);
      const late = setTimeout(() => server.closeAllConnections(), withinMs);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

/**
 * Answers that are made in one turn of the event loop go out together at its end. To write each one between two requests wakes its
 * reader each time, and takes longer than all that is done for an answer that is at hand.
 */
function together(fetch: Gateway['fetch']): Gateway['fetch'] {
  let end: Promise<void> | undefined;
  return async (request) => {
    const response = await fetch(request);
    end ??= endOfTurn().then(() => {
      end = undefined;
    });
    await end;
    return response;
  };
}

const optionsOf = ({ headersMs, requestMs, nextRequestMs, lookEveryMs }: Patience): ServerOptions => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  keepAliveTimeout: nextRequestMs,
  connectionsCheckingInterval: lookEveryMs,
  maxHeaderSize: LARGEST_HEADERS,
});
