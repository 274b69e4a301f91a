import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

/** A Redis of a test's own, which can fail in every way that a real one can. */
export interface RedisHere {
  readonly url: string;
  readonly port: number;
  /** It is gone at once, and forgets everything. */
  kill(): Promise<void>;
  /** It takes connections and commands, and answers none. */
  hang(): void;
  goOn(): void;
  /** Starts it again on the same port. */
  start(): Promise<void>;
}

export async function startRedis(): Promise<RedisHere> {
  const port = await freePort();
  let server: ChildProcess | undefined;
  const redis: RedisHere = {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: async () => {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
    hang: () => void server?.kill('SIGSTOP'),
    goOn: () => void server?.kill('SIGCONT'),
    start: async () => {
      server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await ready(server);
    },
  };
  await redis.start();
  return redis;
}

/** Resolves when it takes connections. */
async function ready(server: ChildProcess): Promise<void> {
  const failed = once(server, 'error').then(() => {
    throw new Error('redis-server is not on this machine: npm run setup installs it, or: apt-get install redis-server');
  });
  const printed = (async () => {
    if (server.stdout === null) return;
    for await (const line of createInterface(server.stdout)) if (line.includes('Ready to accept connections')) return;
    throw new Error('redis-server ended before it was ready');
  })();
  await Promise.race([printed, failed]);
  server.stdout?.resume();
}
