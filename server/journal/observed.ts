import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Journal } from './journal.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** By which an answer can be found again in the log. */
    requestId: string;
  }
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Gives every request an id, and tells the journal how it was answered. Must come first. */
export const observed =
  (journal: Journal, newId: () => string): MiddlewareHandler =>
  async (context, next) => {
    const beganAt = performance.now();
    const id = newId();
    context.set('requestId', id);
    await next();
    const { method } = context.req;
    journal.answered({
      id,
      method: methods.has(method) ? method : 'other',
      route: routeOf(routePath(context, -1)),
      status: context.res.status,
      ms: performance.now() - beganAt,
    });
  };

/** What matches everything is no route: nothing is at such an address. */
const routeOf = (pattern: string): string => (pattern === '' || pattern.endsWith('*') ? 'none' : pattern);
