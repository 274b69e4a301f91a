import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Refusal, runInstalled, secondsSince, top, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

/** Where vitest leaves its counts of the tests that need no browser. */
export const unitResults = 'artifacts/unit.json';

/** How many cases each property is tried with before a commit, instead of the 500 of `npm test`. */
const PROPERTY_RUNS = '20';

/**
 * What did not change since the last time is not looked at again.
 * @param {string} project a tsconfig, or the folder of one
 */
const types = (project) => ({
  name: `types (${project})`,
  file: 'typescript/bin/tsc',
  args: ['-p', project, '--incremental', '--tsBuildInfoFile', `artifacts/types-${project.replaceAll(/\W/g, '-')}.json`],
});

/** Half as many again as there are processors, since some tests wait for a time limit to pass. */
const workers = Math.ceil(1.5 * availableParallelism());

// Without a terminal biome colours each letter on its own.
const plain = process.stdout.isTTY ? '--colors=force' : '--colors=off';

/** What has to hold before anything is built, the quickest first. */
export const steps = [
  { name: 'format and lint', file: '@biomejs/biome/bin/biome', args: ['ci', '--error-on-warnings', plain] },
  types('.'),
  types('src/posture'),
  types('src/background'),
  {
    name: 'tests without a browser',
    file: 'vitest/vitest.mjs',
    args: [
      'run',
      ...['pure', 'views', 'unit', 'pages'].flatMap((project) => ['--project', project]),
      `--maxWorkers=${workers}`,
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
  tell(name, code, startedAt);
  return code;
}

/**
 * @param {string} name
 * @param {number} code
 * @param {number} startedAt
 */
const tell = (name, code, startedAt) =>
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}, ${secondsSince(startedAt)}`);

/**
 * Takes a step beside others: what it prints is kept back until it ends, so that nothing is mixed up.
 * @param {(typeof steps)[number]} step
 */
async function takeQuietly(step) {
  const log = path.join(top, 'artifacts', `${step.name.replaceAll(/\W+/g, '-')}.log`);
  const file = openSync(log, 'w');
  const startedAt = performance.now();
  const env = { PROPERTY_RUNS, ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
  const code = await runInstalled(step.file, step.args, { stdio: ['ignore', file, file], env });
  closeSync(file);
  process.stdout.write(readFileSync(log));
  tell(step.name, code, startedAt);
  return { name: step.name, code };
}

/** The tests leave a processor idle now and then: the other steps run one by one beside them. */
async function checkAll() {
  await setUpPackages();
  mkdirSync(path.join(top, 'artifacts'), { recursive: true });
  const [tests, ...others] = steps.toReversed();
  const beside = async () => {
    const taken = [];
    for (const step of others.toReversed()) taken.push(await takeQuietly(step));
    return taken;
  };
  const taken = await Promise.all([tests === undefined ? [] : takeQuietly(tests), beside()]);
  const failed = taken.flat().filter(({ code }) => code !== 0);
  if (failed.length > 0) throw new Refusal(`Failed: ${failed.map(({ name }) => name).join(', ')}.`);
}

await whenStarted(import.meta.url, checkAll);
