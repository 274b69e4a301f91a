import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a loopback port of its own, which can behave as badly as a real one. */
export interface HttpServer {
  readonly origin: string;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

export async function serve(listener: RequestListener): Promise<HttpServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    // By the clock of the test, which Node's own would not follow.
    response.setHeader('date', new Date().toUTCString());
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
