import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A gateway on a loopback port of its own. */
export interface ServedGateway {
  readonly origin: string;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** Serves the given answers to real browsers, and remembers what was asked. */
export async function serveGateway(answer: (request: Request) => Response | Promise<Response>): Promise<ServedGateway> {
  const requests: RecordedRequest[] = [];
  const server = createAdaptorServer({
    fetch: (request) => {
      requests.push({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers) });
      return answer(request);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      // A browser keeps its connections open.
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
