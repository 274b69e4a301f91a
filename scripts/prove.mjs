import { buildImage } from './image.mjs';
import { Refusal, whenStarted } from './run.mjs';
import { setUpEverything } from './setup.mjs';
import { count, countBuild } from './test.mjs';
import { addUp, describeCounts } from './test-counts.mjs';

/** How many cases each property is tried with, instead of the 500 of `npm test`. */
const PROPERTY_RUNS = '10000';

/**
 * @param {string} name
 * @param {string} results where vitest leaves its counts
 * @param {readonly string[]} which
 */
const tests = (name, results, which) => ({
  name,
  file: 'vitest/vitest.mjs',
  args: ['run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  results,
});

const properties = tests('properties', 'artifacts/properties.json', ['--project', 'pure', 'tests/posture/properties']);

const galleries = tests('every state in browsers', 'artifacts/galleries.json', [
  ...['--project', 'e2e'],
  ...['tests/e2e/looks', 'tests/e2e/access'],
]);

const long = tests('long tests in browsers', 'artifacts/prove.json', ['--project', 'prove', '--passWithNoTests']);

/** The image of the gateway, built and tried. */
async function countImage() {
  try {
    await buildImage();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * What takes too long for every day: many more cases of each property, every state pictured and looked through, browsers put to the test
 * again and again, and the gateway's image.
 */
async function proveAll() {
  const counts = [];
  try {
    const programs = await setUpEverything();
    counts.push(await count(properties, { PROPERTY_RUNS }));
    counts.push(await countBuild());
    counts.push(await count(galleries, { ...programs, AT_LENGTH: 'yes' }));
    counts.push(await count(long, programs));
    counts.push(await countImage());
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    counts.push({ passed: 0, failed: 1 });
  }
  const sum = addUp(counts);
  console.log(describeCounts(sum));
  if (sum.failed > 0) process.exitCode = 1;
}

await whenStarted(import.meta.url, proveAll);
