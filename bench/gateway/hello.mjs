import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The least that a server on the same foundation can do: what the gateway is compared with. */
const app = new Hono().get('/', (context) => context.text('hello'));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env['PORT']) });
