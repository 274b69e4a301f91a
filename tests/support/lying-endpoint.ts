import { type HttpServer, serve } from './http-server.ts';
import { type Answer, body } from './lies.ts';

/** A company's endpoint that real browsers may read, whose answers can be replaced at any time. */
export interface LyingEndpoint extends HttpServer {
  organization: Answer;
  posture: Answer;
}

const PATHS = ['/v1/organization', '/v1/posture'];

/** What was asked that is not one of the two documents: something foreign was loaded. */
export const strayRequests = ({ requests }: HttpServer): readonly (string | undefined)[] =>
  requests.map(({ url }) => url).filter((url) => url === undefined || !PATHS.includes(url));

export async function serveLies(): Promise<LyingEndpoint> {
  const server = await serve((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'if-none-match');
    response.setHeader('access-control-expose-headers', 'etag, retry-after');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (request.url === '/v1/organization') endpoint.organization(request, response);
    else if (request.url === '/v1/posture') endpoint.posture(request, response);
    else response.writeHead(200).end();
  });
  const endpoint: LyingEndpoint = Object.assign(server, { organization: body('{}'), posture: body('{}') });
  return endpoint;
}
