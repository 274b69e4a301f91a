/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * The counts of one run of vitest. A test that did not run counts as failed, and so does a run that ended badly without
 * naming a failed test: a file that could not be loaded, an error outside the tests, a crash.
 * @param {string | null} report what its JSON reporter wrote; null when it wrote nothing
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1 };
  const { numTotalTests, numPassedTests } = JSON.parse(report);
  const failed = numTotalTests - numPassedTests;
  return { passed: numPassedTests, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export const addUp = (counts) => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
});

/** @param {Counts} counts */
export const describeCounts = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
