import { Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Baseline } from '../src/posture/baseline.ts';
import type { Instant } from '../src/posture/instant.ts';
import { refuseWith } from './answer.ts';
import { apiDescription } from './api-description.ts';
import type { Company } from './company.ts';
import { serveCompany } from './company-routes.ts';
import { answerHeaders } from './headers.ts';
import type { SamplePerson } from './sample/person.ts';
import { serveSamples } from './sample-routes.ts';

export interface GatewayOptions {
  readonly now: () => Instant;
  /** What the sample people are judged by; a company knows its own. */
  readonly baseline: Baseline;
  /** Makes a name for one request, by which an error can be found again. */
  readonly requestId: () => string;
  /** Whom the gateway serves: the people of a company, or people who do not exist. */
  readonly serves: Company | readonly SamplePerson[];
}

export interface Gateway {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** The gateway, without socket and environment: `(Request) => Response`. It accepts nothing but the question, and what a token is exchanged for. */
export function createGateway({ now, baseline, requestId, serves }: GatewayOptions): Gateway {
  const app = new Hono();
  const refuse = refuseWith(requestId);
  const isCompany = 'askSources' in serves;

  app.use(answerHeaders);
  app.onError((_, context) => refuse(context, 'internal'));
  app.notFound((context) => refuse(context, 'not-found'));

  app.get('/', (context) =>
    context.text('Stethoscope gateway. Add this address in the Stethoscope browser extension.\n'),
  );
  app.get('/healthz', (context) => context.json({ status: 'ok', sample: !isCompany }));
  app.get('/openapi.json', openAPIRouteHandler(app, apiDescription));

  if (isCompany) serveCompany(app, serves, { now, refuse });
  else serveSamples(app, { now, baseline, people: serves, refuse });

  const methods = new Map(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ path, method }) => [path, method]),
  );
  for (const [path, method] of methods) {
    app.all(path, (context) => {
      context.header('Allow', method === 'GET' ? 'GET, HEAD, OPTIONS' : `${method}, OPTIONS`);
      return refuse(context, 'method-not-allowed');
    });
  }
  return { fetch: (request) => app.fetch(request) };
}
