import { existsSync } from 'node:fs';
import path from 'node:path';
import { take } from './check.mjs';
import { top, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

/** Where the vendors' documents are: beside the checkout, never in it. Some state no licence. */
const documents = path.join(top, '..', 'shared', 'specs');

export const contractResults = 'artifacts/contract.json';

const step = {
  name: 'tests by the vendors’ documents',
  file: 'vitest/vitest.mjs',
  args: [
    'run',
    '--project',
    'contract',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${contractResults}`,
  ],
  results: contractResults,
};

/** The tests by the vendors' documents; null, and a sentence that says so, where there are none on this machine. */
export function contractStep() {
  if (existsSync(documents)) return step;
  console.log('The vendors’ documents are not on this machine: no source was tested against them.');
  return null;
}

await whenStarted(import.meta.url, async () => {
  await setUpPackages();
  const found = contractStep();
  if (found !== null) process.exitCode = await take(found);
});
