import { Refusal, runInstalled, secondsSince, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

/** Where vitest leaves its counts of the tests that need no browser. */
export const unitResults = 'artifacts/unit.json';

/**
 * @param {string} project a tsconfig, or the folder of one
 */
const types = (project) => ({ name: `types (${project})`, file: 'typescript/bin/tsc', args: ['-p', project] });

// Without a terminal biome colours each letter on its own.
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

/** What has to hold before anything is built, the quickest first. */
export const steps = [
  { name: 'format and lint', file: '@biomejs/biome/bin/biome', args: ['ci', '--error-on-warnings', ...plain] },
  types('.'),
  types('src/posture'),
  types('src/background'),
  {
    name: 'tests without a browser',
    file: 'vitest/vitest.mjs',
    args: [
      'run',
      '--project',
      'unit',
      '--project',
      'pages',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitResults}`,
    ],
    results: unitResults,
  },
];

/**
 * Runs one step and prints how long it took.
 * @param {{ name: string, file: string, args: readonly string[] }} step
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export async function take({ name, file, args }, options) {
  const startedAt = performance.now();
  const code = await runInstalled(file, args, options);
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}, ${secondsSince(startedAt)}`);
  return code;
}

await whenStarted(import.meta.url, async () => {
  await setUpPackages();
  for (const step of steps) {
    if ((await take(step)) !== 0) throw new Refusal(`Stopped at the first failing step: ${step.name}.`);
  }
});
