import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Baseline } from '../src/posture/baseline.ts';
import type { Instant } from '../src/posture/instant.ts';
import { refuse } from './answer.ts';
import { apiDescription } from './api-description.ts';
import type { Company } from './company.ts';
import { serveCompany } from './company-routes.ts';
import { type ErrorCode, errorWithoutContext } from './errors.ts';
import { addHeaders, answerHeaders } from './headers.ts';
import { type Journal, silent } from './journal/journal.ts';
import { observed } from './journal/observed.ts';
import { type Monitored, serveMonitoring } from './monitoring.ts';
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
  /** Where it is written down what goes on. */
  readonly journal?: Journal;
  readonly monitored?: Monitored;
}

export interface Gateway {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** The answer to what is not a request that anybody could read. */
  readonly unreadable: () => Response;
  /** The answer where no route could give one. */
  readonly failed: (error: unknown) => Response;
}

/** More than any question to the gateway has, in bytes. */
const LARGEST_BODY = 16 * 1024;

const always: Monitored = { health: () => ({ isReady: true, sources: {} }) };

/** The gateway, without socket and environment: `(Request) => Response`. It accepts nothing but the question, and what a token is exchanged for. */
export function createGateway(options: GatewayOptions): Gateway {
  const { now, baseline, requestId, serves, journal = silent, monitored = always } = options;
  const app = new Hono();
  const isCompany = 'askSources' in serves;

  app.use(observed(journal, requestId));
  app.use(answerHeaders);
  app.on(
    ['POST', 'PUT', 'PATCH', 'DELETE'],
    '*',
    bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => refuse(context, 'too-large') }),
  );
  app.onError((error, context) => {
    journal.failed(error, context.get('requestId'));
    return refuse(context, 'internal');
  });
  app.notFound((context) => refuse(context, 'not-found'));

  app.get('/', (context) =>
    context.text('Stethoscope gateway. Add this address in the Stethoscope browser extension.\n'),
  );
  app.get('/healthz', (context) => context.json({ status: 'ok', sample: !isCompany }));
  app.get('/openapi.json', openAPIRouteHandler(app, apiDescription));
  serveMonitoring(app, monitored);

  if (isCompany) serveCompany(app, serves, { now, journal });
  else serveSamples(app, { now, baseline, people: serves });

  // What stands before every route has no address of its own.
  const routes = app.routes.filter(({ path, method }) => method !== 'ALL' && !path.includes('*'));
  const methods = new Map(routes.map(({ path, method }) => [path, method]));
  for (const [path, method] of methods) {
    app.all(path, (context) => {
      context.header('Allow', method === 'GET' ? 'GET, HEAD, OPTIONS' : `${method}, OPTIONS`);
      return refuse(context, 'method-not-allowed');
    });
  }
  return {
    fetch: (request) => app.fetch(request),
    unreadable: () => withoutRoute('bad-request', journal, requestId()),
    failed: (error) => {
      const id = requestId();
      journal.failed(error, id);
      return withoutRoute('internal', journal, id);
    },
  };
}

function withoutRoute(code: ErrorCode, journal: Journal, id: string): Response {
  const response = errorWithoutContext(code, id);
  addHeaders(response.headers);
  journal.answered({ id, method: 'other', route: 'none', status: response.status, ms: 0 });
  return response;
}
