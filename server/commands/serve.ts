import { randomUUID } from 'node:crypto';
import { serve as listen } from '@hono/node-server';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { instant } from '../../src/posture/instant.ts';
import { createGateway, type GatewayOptions } from '../gateway.ts';
import { samplePeople } from '../sample/index.ts';
import { Refusal } from './configured.ts';
import { liveCompany } from './live-company.ts';

const LOOPBACK = '127.0.0.1';
const now = () => instant(Date.now());

/** Serves the company that a configuration file describes, or the sample people without one, until a signal ends it. */
export async function serve([file]: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const host = environment['HOST'] ?? LOOPBACK;
  const port = portOf(environment['PORT'] ?? '8787');
  const serves =
    file === undefined
      ? samplePeople
      : (await liveCompany(file, { now, environment, fetch }, (line) => console.log(line))).company;
  const gateway = createGateway({ now, baseline: bundledBaseline, serves, requestId: randomUUID });
  const server = listen({ fetch: gateway.fetch, hostname: host, port }, (address) => {
    const name = host.includes(':') ? `[${host}]` : host;
    console.log(`Stethoscope gateway on http://${name}:${address.port} (${described(serves)})`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => server.close(() => process.exit(0)));
  }
  await new Promise((_, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, host, port)));
  });
}

const described = (serves: GatewayOptions['serves']): string =>
  'askSources' in serves
    ? serves.terms().organization.name
    : `sample people: ${serves.map(({ id }) => id).join(', ')}; no management system is connected`;

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Refusal(`PORT is not a port number: ${text}`);
}

const whyNot = ({ code, message }: NodeJS.ErrnoException, host: string, port: number): Refusal =>
  new Refusal(
    code === 'EADDRINUSE'
      ? `Port ${port} of ${host} is in use. Choose another with PORT.`
      : `The gateway cannot listen on port ${port} of ${host}: ${code ?? message}`,
  );
