import type { ServerResponse } from 'node:http';
import { anOrganizationAnswer, aPostureAnswer } from './endpoint-answers.ts';
import { type HttpServer, serve } from './http-server.ts';

type Answer = (response: ServerResponse) => void;

export const json =
  (content: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, headers).end(JSON.stringify(content));

export const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code).end();

/** A company's endpoint whose answers can be replaced at any time. */
export interface CompanyServer extends HttpServer {
  organization: Answer;
  posture: Answer;
  /** How far its clock is ahead of this computer's, in milliseconds. */
  aheadMs: number;
}

export async function serveCompany(devices: readonly object[] = []): Promise<CompanyServer> {
  const server = await serve((request, response) => {
    response.setHeader('date', new Date(Date.now() + company.aheadMs).toUTCString());
    if (request.url === '/v1/organization') company.organization(response);
    else if (request.url === '/v1/posture') company.posture(response);
    else status(404)(response);
  });
  const company: CompanyServer = Object.assign(server, {
    aheadMs: 0,
    organization: json(anOrganizationAnswer(), { 'cache-control': 'max-age=3600', etag: '"o_1"' }),
    posture: json(aPostureAnswer({ devices }), { etag: '"p_1"' }),
  });
  return company;
}
