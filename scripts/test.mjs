import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { steps, take } from './check.mjs';
import { contractStep } from './contract.mjs';
import { Refusal, top, whenStarted } from './run.mjs';
import { setUpEverything } from './setup.mjs';
import { addUp, countsOf, describeCounts } from './test-counts.mjs';

const e2eResults = 'artifacts/e2e.json';

const e2e = {
  name: 'tests in Chromium and Firefox',
  file: 'vitest/vitest.mjs',
  args: [
    'run',
    ...['e2e', 'policy'].flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${e2eResults}`,
  ],
  results: e2eResults,
};

const dayResults = 'artifacts/days.json';

const days = {
  name: 'whole days of worker and popup',
  file: 'vitest/vitest.mjs',
  args: ['run', '--project', 'days', '--reporter=default', '--reporter=json', `--outputFile.json=${dayResults}`],
  results: dayResults,
};

const gatewayResults = 'artifacts/gateway.json';

const gateway = {
  name: 'tests of gateway processes and Redis',
  file: 'vitest/vitest.mjs',
  args: ['run', '--project', 'gateway', '--reporter=default', '--reporter=json', `--outputFile.json=${gatewayResults}`],
  results: gatewayResults,
};

/** Everything: the checks, the builds, and the tests in both browsers. A failing part does not keep the others from running. */
async function testAll() {
  const counts = [];
  try {
    const programs = await setUpEverything();
    for (const step of steps) counts.push(await count(step, {}));
    counts.push(await count(days, {}));
    const contract = contractStep();
    if (contract !== null) counts.push(await count(contract, {}));
    counts.push(await countBuild());
    counts.push(await count(gateway, programs));
    counts.push(await count(e2e, programs));
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    counts.push({ passed: 0, failed: 1 });
  }
  const sum = addUp(counts);
  console.log(describeCounts(sum));
  if (sum.failed > 0) process.exitCode = 1;
}

/**
 * Takes a step, and adds up its tests where it has some.
 * @param {{ name: string, file: string, args: readonly string[], results?: string }} step
 * @param {NodeJS.ProcessEnv} environment
 */
export async function count(step, environment) {
  const results = step.results === undefined ? undefined : path.join(top, step.results);
  if (results !== undefined) rmSync(results, { force: true });
  const code = await take(step, { env: { ...process.env, ...environment } });
  if (results === undefined) return { passed: 0, failed: code === 0 ? 0 : 1 };
  return countsOf(existsSync(results) ? readFileSync(results, 'utf8') : null, code);
}

export async function countBuild() {
  try {
    await build();
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

await whenStarted(import.meta.url, testAll);
