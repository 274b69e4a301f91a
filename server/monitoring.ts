import { Hono } from 'hono';
import { answerHeaders } from './headers.ts';
import type { Metrics } from './journal/metrics.ts';

/** How something stands that the gateway needs, as of the last time that it was used. */
export type Standing = 'ok' | 'failing' | 'not-asked';

/** Whether requests should come here, and how the systems behind stand. It says nothing of why. */
export interface Health {
  /** A source that fails does not change it: another replica would fare no better. */
  readonly isReady: boolean;
  readonly sources: Readonly<Record<string, Standing>>;
  /** Absent where replicas share nothing. */
  readonly redis?: Standing;
}

export interface Monitored {
  readonly health: () => Health;
  /** Absent where they are served elsewhere. */
  readonly metrics?: Pick<Metrics, 'text' | 'contentType'> | undefined;
}

/** Serves what tells load balancers and monitoring how the gateway stands. */
export function serveMonitoring(app: Hono, { health, metrics }: Monitored): void {
  app.get('/readyz', (context) => {
    const { isReady, ...standing } = health();
    return context.json({ status: isReady ? 'ready' : 'not-ready', ...standing }, isReady ? 200 : 503);
  });
  if (metrics) {
    app.get('/metrics', async (context) => {
      context.header('Content-Type', metrics.contentType);
      return context.body(await metrics.text());
    });
  }
}

/** The same by itself, for a port that only the company's own monitoring reaches. */
export function createMonitoring(monitored: Monitored): {
  readonly fetch: (request: Request) => Response | Promise<Response>;
} {
  const app = new Hono();
  app.use(answerHeaders);
  serveMonitoring(app, monitored);
  return { fetch: (request) => app.fetch(request) };
}
