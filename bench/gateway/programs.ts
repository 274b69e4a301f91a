import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../tests/support/free-port.ts';

export const emailOf = (index: number): string => `person${index}@acme.example`;
export const tokenOf = (index: number): string => `a-token-for-person-${index}`;

/** A program of its own that answers requests. */
export interface Program {
  readonly origin: string;
  readonly metrics: string;
  readonly end: () => Promise<void>;
}

/** @param ready a path that is answered with 200 when it is ready */
async function start(args: readonly string[], environment: NodeJS.ProcessEnv, ready: string): Promise<Program> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...environment, PORT: String(port), METRICS_PORT: String(metricsPort) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await isAnswered(`${origin}${ready}`)); tries += 1) {
    if (tries > 200 || child.exitCode !== null) throw new Error(`${args[0]} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    metrics: `http://127.0.0.1:${metricsPort}/metrics`,
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const isAnswered = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

export const startHello = (file: string): Promise<Program> => start([file], {}, '/');

/** The built gateway of a company with so many people and these sources, as lines of a configuration. */
export async function startGateway(people: number, sources: readonly string[], folder: string): Promise<Program> {
  const file = path.join(folder, 'stethoscope.yaml');
  const tokens = Array.from({ length: people }, (_, index) => {
    const sha256 = createHash('sha256').update(tokenOf(index)).digest('hex');
    return `    - { sha256: '${sha256}', email: ${emailOf(index)} }`;
  });
  const lines = [
    'organization: { name: Acme }',
    'key: { env: KEY }',
    'identity:',
    '  mode: token',
    '  tokens:',
    ...tokens,
    'sources:',
    ...sources.map((source) => `  - ${source}`),
  ];
  writeFileSync(file, lines.join('\n'));
  const environment = { KEY: 'k'.repeat(32), SECRET: 's', REQUESTS_PER_MINUTE: '1000000' };
  return start(['dist/gateway/main.js', 'serve', file], environment, '/healthz');
}

export const ask = (program: Program, person: number): Promise<Response> =>
  fetch(`${program.origin}/v1/posture`, { headers: { Authorization: `Bearer ${tokenOf(person)}` } });
