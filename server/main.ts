import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { bundledBaseline } from '../src/posture/bundled-baseline.ts';
import { instant } from '../src/posture/instant.ts';
import { createGateway } from './gateway.ts';
import { samplePeople } from './sample/index.ts';

const LOOPBACK = '127.0.0.1';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function portOf(text: string): number {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535 ? port : fail(`PORT is not a port number: ${text}`);
}

const host = process.env['HOST'] ?? LOOPBACK;
const port = portOf(process.env['PORT'] ?? '8787');

const gateway = createGateway({
  now: () => instant(Date.now()),
  baseline: bundledBaseline,
  serves: samplePeople,
  requestId: randomUUID,
});

const server = serve({ fetch: gateway.fetch, hostname: host, port }, (address) => {
  const name = host.includes(':') ? `[${host}]` : host;
  const people = samplePeople.map(({ id }) => id).join(', ');
  console.log(`Stethoscope gateway on http://${name}:${address.port} (sample people: ${people})`);
  if (host !== LOOPBACK) console.log('It serves sample people only: no management system is connected.');
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') fail(`Port ${port} of ${host} is in use. Choose another with PORT.`);
  fail(`The gateway cannot listen on port ${port} of ${host}: ${error.code ?? error.message}`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => server.close(() => process.exit(0)));
}
