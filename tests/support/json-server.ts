import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type HttpServer, serve } from './http-server.ts';

/** A request to a fake management system, as its routes see it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

/** What a fake system answers: JSON with status 200, or all of it. */
export interface Told {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes out as it is, everything else as JSON; nothing for no body. */
  readonly body?: unknown;
}

/** A fake management system on a loopback port. */
export const serveJson = (answer: (asked: Asked) => Told | Promise<Told>): Promise<HttpServer> =>
  serve(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://system.example');
    const {
      status = 200,
      headers,
      body,
    } = await answer({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      form: new URLSearchParams(await text(request)),
    });
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    if (body === undefined) response.end();
    else response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
