import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** The built gateway as a process of its own. */
export interface GatewayProcess {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly monitoring: string;
  /** Everything that it has written so far. */
  readonly written: () => string;
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>;
  readonly ask: (path: string, token?: string) => Promise<Response>;
}

interface Start {
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly program?: string;
  readonly cwd?: string;
}

const started: ChildProcess[] = [];

/** Resolves once it listens. Rejects with what it wrote when it ends before. */
export async function startGatewayProcess({
  args = [],
  environment = {},
  program,
  cwd,
}: Start): Promise<GatewayProcess> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [program ?? 'dist/gateway/main.js', ...args], {
    env: { HOST: 'localhost', PORT: String(port), METRICS_PORT: String(metricsPort), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  });
  started.push(child);
  let text = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await new Promise<void>((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Stethoscope gateway on ')) resolve();
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    void ended.then(() => reject(new Error(`The gateway ended: ${text}`)));
  });
  const origin = `http://localhost:${port}`;
  return {
    process: child,
    origin,
    monitoring: `http://localhost:${metricsPort}`,
    written: () => text,
    ended,
    ask: (path, token) => fetch(`${origin}${path}`, token ? { headers: { Authorization: `Bearer ${token}` } } : {}),
  };
}

/** Ends what a test has started. */
export async function endGatewayProcesses(): Promise<void> {
  await Promise.all(
    started.splice(0).map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }),
  );
}

/** A folder with a configuration: people known by `token of <name>` as a token, and the given sources. */
export async function companyFolder(people: readonly string[], rest: string) {
  const folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
  const file = join(folder, 'stethoscope.yaml');
  const tokens = people.map(
    (email) => `    - { sha256: '${createHash('sha256').update(tokenOf(email)).digest('hex')}', email: ${email} }`,
  );
  const text = `organization: { name: Acme }
key: { env: KEY }
identity:
  mode: token
  tokens:
${tokens.join('\n')}
${rest}
`;
  await writeFile(file, text);
  return { folder, file, text, remove: () => rm(folder, { recursive: true }) };
}

export const tokenOf = (email: string): string => `a-token-made-for-${email.replace(/\W/g, '-')}`;

export const secrets = { KEY: 'k'.repeat(32), SECRET: 'a-client-secret' };

export const jamfAt = (origin: string, id = 'jamf'): string =>
  `{ kind: jamf, id: ${id}, url: '${origin}', clientId: reader, clientSecret: { env: SECRET } }`;
