import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const top = fileURLToPath(new URL('..', import.meta.url));

/** Ends a script with one sentence that says what to do. */
export class Refusal extends Error {}

/**
 * Runs a program in the top folder and resolves to its exit code; 1 when it cannot be started or a signal ended it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: top, stdio: 'inherit', ...options });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the program that an installed package brings, by Node itself: the same on every system.
 * @param {string} file inside node_modules
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const runInstalled = (file, args, options) => run(process.execPath, [`node_modules/${file}`, ...args], options);

/** @param {number} startedAt what `performance.now()` said at the start */
export const secondsSince = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

/**
 * Runs a script's work when its file is the one that was started, and turns a failure into one sentence and exit code 1.
 * @param {string} url the script's `import.meta.url`
 * @param {() => Promise<unknown>} work
 */
export async function whenStarted(url, work) {
  if (process.argv[1] === undefined || fileURLToPath(url) !== realpathSync(process.argv[1])) return;
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
