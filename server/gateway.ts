import { type Context, Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Baseline } from '../src/posture/baseline.ts';
import type { Instant } from '../src/posture/instant.ts';
import { defaultPolicy } from '../src/posture/policy.ts';
import { apiDescription, organizationDescribed, postureDescribed } from './api-description.ts';
import { type ErrorCode, errorAnswer } from './errors.ts';
import { etagOf, isKnown } from './etag.ts';
import { answerHeaders } from './headers.ts';
import { ORGANIZATION_MAX_AGE_SECONDS, organizationAnswer } from './organization.ts';
import { POSTURE_MAX_AGE_SECONDS } from './posture.ts';
import { acme } from './sample/acme.ts';
import { type SamplePerson, samplePosture } from './sample/person.ts';

export interface GatewayOptions {
  readonly now: () => Instant;
  readonly baseline: Baseline;
  /** The sample people. The first one stands in for whoever asks, as long as no source is configured. */
  readonly people: readonly SamplePerson[];
  /** Makes a name for one request, by which an error can be found again. */
  readonly requestId: () => string;
}

export interface Gateway {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** The gateway, without socket and environment: `(Request) => Response`. It accepts nothing but the question. */
export function createGateway({ now, baseline, people, requestId }: GatewayOptions): Gateway {
  const app = new Hono();
  const refuse = (context: Context, code: ErrorCode) => errorAnswer(context, code, requestId());
  const personAsked = (context: Context) => {
    const id = context.req.param('persona');
    return id === undefined ? people[0] : people.find((person) => person.id === id);
  };
  const organizationFor = ({ policyAt }: SamplePerson, at: Instant) =>
    organizationAnswer({ organization: acme, policy: policyAt?.(at) ?? defaultPolicy, baseline }, at);

  app.use(answerHeaders);
  app.onError((_, context) => refuse(context, 'internal'));
  app.notFound((context) => refuse(context, 'not-found'));

  app.get('/', (context) =>
    context.text('Stethoscope gateway. Add this address in the Stethoscope browser extension.\n'),
  );
  app.get('/healthz', (context) => context.json({ status: 'ok', sample: true }));
  app.get('/openapi.json', openAPIRouteHandler(app, apiDescription));

  for (const base of ['', '/sample/:persona']) {
    app.get(`${base}/v1/organization`, organizationDescribed, (context) => {
      const person = personAsked(context);
      if (person === undefined) return refuse(context, 'unknown-person');
      const document = organizationFor(person, now());
      return answer(context, document, document.etag, ORGANIZATION_MAX_AGE_SECONDS);
    });
    app.get(`${base}/v1/posture`, postureDescribed, (context) => {
      const person = personAsked(context);
      if (person === undefined) return refuse(context, 'unknown-person');
      const generatedAt = now();
      const content = samplePosture(person, { now: generatedAt, baseline }, organizationFor(person, generatedAt).etag);
      return answer(context, { ...content, generatedAt }, etagOf('p', content), POSTURE_MAX_AGE_SECONDS);
    });
  }

  const paths = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  for (const path of paths) {
    app.all(path, (context) => {
      context.header('Allow', 'GET, HEAD, OPTIONS');
      return refuse(context, 'method-not-allowed');
    });
  }
  return { fetch: (request) => app.fetch(request) };
}

/** A document that its asker may keep for a while, or the word that it has not changed. */
function answer(context: Context, document: object, etag: string, maxAgeSeconds: number): Response {
  context.header('ETag', `"${etag}"`);
  context.header('Cache-Control', `private, max-age=${maxAgeSeconds}`);
  return isKnown(context.req.header('If-None-Match'), etag) ? context.body(null, 304) : context.json(document);
}
