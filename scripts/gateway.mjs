import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Refusal, run, top, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

const program = 'dist/gateway/main.js';
const startWithinMs = 10_000;

/** The port of the gateway on this machine: `PORT`, or 8787. */
export const port = Number(process.env['PORT'] ?? 8787);

const origin = `http://127.0.0.1:${port}`;

/**
 * Starts the built gateway on this machine, or takes the one that already runs there. Refuses when something else has the
 * port, or when the gateway does not answer.
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function startGateway() {
  const there = await askHealth();
  if (there === 'healthy') return { origin, stop: () => {} };
  if (there === 'foreign') {
    throw new Refusal(`Port ${port} is used by another program: stop it, or choose another port with PORT=8788.`);
  }
  const child = spawn(process.execPath, [program], {
    cwd: top,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = performance.now() + startWithinMs;
  while ((await askHealth()) !== 'healthy') {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill();
      throw new Refusal(`The gateway did not start at ${origin}: run "npm run gateway" to see why.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, stop: () => void child.kill() };
}

/**
 * Who answers at the port: a gateway with the sample people, another program, or nobody.
 * @returns {Promise<'healthy' | 'foreign' | 'nobody'>}
 */
async function askHealth() {
  try {
    const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2_000) });
    const { status, sample } = await answer.json();
    return status === 'ok' && sample === true ? 'healthy' : 'foreign';
  } catch (error) {
    return error instanceof TypeError && isRefused(error.cause) ? 'nobody' : 'foreign';
  }
}

/** @param {unknown} cause */
const isRefused = (cause) => cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';

await whenStarted(import.meta.url, async () => {
  await setUpPackages();
  await build(['dist/gateway']);
  process.exitCode = await run(process.execPath, [join(top, program), ...process.argv.slice(2)], {
    // npm changes to the project's folder: files are named from where the command was given.
    cwd: process.env['INIT_CWD'] ?? top,
    env: { ...process.env, PORT: String(port) },
  });
});
