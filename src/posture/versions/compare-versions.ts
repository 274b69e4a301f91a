/** Compares versions, or days, number by number and not as text: 18.7.10 is above 18.7.9, and 27.2 is 27.2.0. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [numbersOf(a), numbersOf(b)];
  const first = Array.from({ length: Math.max(as.length, bs.length) }, (_, i) => (as[i] ?? 0) - (bs[i] ?? 0));
  return first.find((difference) => difference !== 0) ?? 0;
}

const numbersOf = (version: string): readonly number[] => version.split(/[.-]/).map(Number);

/** Whether `compareVersions` can tell. */
export const isComparable = (version: string): boolean => /^\d+(?:[.-]\d+)*$/.test(version);

/** The numbers as a version, without trailing zeros after the second: 27.2.0 is written 27.2. */
export const versionOf = (numbers: readonly number[]): string =>
  numbers.slice(0, Math.max(2, numbers.findLastIndex((number) => number > 0) + 1)).join('.');
