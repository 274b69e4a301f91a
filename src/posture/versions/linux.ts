import type { ReadOs } from './os-reading.ts';

/** A distribution, how its text begins, and how many numbers name one of its releases. */
const distributions: readonly (readonly [name: string, begins: RegExp, numbers: 1 | 2])[] = [
  ['Ubuntu', /^ubuntu(?! core)(?: linux)?\b/i, 2],
  ['Debian', /^debian(?: gnu\/linux)?\b/i, 1],
  ['Fedora', /^fedora(?: linux| release)?\b/i, 1],
  ['RHEL', /^(?:red hat enterprise linux|rhel)\b/i, 1],
  ['Linux Mint', /^(?:linux ?mint)\b/i, 1],
  ['openSUSE Leap', /^opensuse leap\b/i, 2],
  // osquery tells the version alone; only Ubuntu says LTS there.
  ['Ubuntu', /^(?=\d\d\.\d\d(?:\.\d)? lts\b)/i, 2],
];

const NUMBERS = /(?<![\w.])(\d{1,2})(?!\d)(?:\.(\d{1,2})(?!\d))?/;

/**
 * Reads a Linux distribution: "Ubuntu 24.04.3 LTS", "Debian GNU/Linux 13.8", "Fedora Linux 43 (Workstation Edition)". There is
 * never a version down to the fix: packages are updated one by one. Rolling and unknown distributions are no version, and a number
 * without a name ("13.8") is of nobody knows which.
 */
export const readLinux: ReadOs = (text) => {
  const found = distributions.find(([, begins]) => begins.test(text));
  if (found === undefined) return /^\d/.test(text) && NUMBERS.test(text) ? { releases: [] } : undefined;
  const [name, , wanted] = found;
  const [, major, minor] = NUMBERS.exec(text) ?? [];
  if (major === undefined) return undefined;
  if (wanted === 1) return { releases: [`${name} ${Number(major)}`] };
  return { releases: minor === undefined ? [] : [`${name} ${Number(major)}.${minor}`] };
};
