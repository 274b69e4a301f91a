/**
 * Whether a version lies in a range as `engines` of package.json writes it: alternatives of `^1.2.3` and `>=1`, joined by `||`.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  return range.split('||').some((alternative) => {
    const [, operator, from] = /^\s*(\^|>=)\s*([\d.]+)\s*$/.exec(alternative) ?? [];
    if (from === undefined) throw new Error(`"${alternative.trim()}" is not a range that this script understands`);
    const isSameMajor = numbers(version)[0] === numbers(from)[0];
    return compare(numbers(version), numbers(from)) >= 0 && (operator === '>=' || isSameMajor);
  });
}

/**
 * What to tell a person whose Node does not fit; null when it does.
 * @param {string} version
 * @param {string} range
 */
export const nodeProblem = (version, range) =>
  satisfies(version, range)
    ? null
    : `Stethoscope needs Node ${range.replaceAll('||', 'or')}, and this is Node ${version}: install Node 24 from https://nodejs.org and run this again.`;

/** @param {string} version */
const numbers = (version) => version.replace(/^v/, '').split('.').map(Number);

/**
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function compare(a, b) {
  const differing = [0, 1, 2].find((part) => (a[part] ?? 0) !== (b[part] ?? 0));
  return differing === undefined ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}
