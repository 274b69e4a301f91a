import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A company's forward proxy: the only one who knows where its hosts are. */
export interface ForwardProxy {
  readonly url: string;
  /** Where it was asked to connect to, as `host:port`, in the order of arrival. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** @param places the port of this machine behind each `host:port`; everything else is forbidden */
export async function startForwardProxy(
  places: Readonly<Record<string, number>>,
  password: string,
): Promise<ForwardProxy> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const expected = `Basic ${Buffer.from(`gateway:${password}`).toString('base64')}`;
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', ({ url = '', headers }: IncomingMessage, client: Duplex) => {
    asked.push(url);
    sockets.add(client);
    client.on('error', () => undefined);
    const port = places[url];
    if (headers['proxy-authorization'] !== expected) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    } else if (port === undefined) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    } else {
      const target = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        target.pipe(client).pipe(target);
      });
      sockets.add(target);
      target.on('error', () => client.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://gateway:${password}@127.0.0.1:${port}`,
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
