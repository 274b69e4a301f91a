import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { outdatedBundledLines } from './outdated-lines.mjs';

/**
 * Rebuilds the browser calendar of the baseline out of @mdn/browser-compat-data. With --check it writes nothing and exits with 1
 * when the file is not what the installed data says, or when lines of the baseline have run out, which it names.
 */

/** @typedef {{ release_date?: string, status: string }} Release */
/** @typedef {{ major: number, releasedAt: string, supportedUntil?: string }} Line */
/** @typedef {{ asOf: string, version: string, browsers: Record<string, readonly Line[]> }} Calendar */
/** @typedef {{ __meta: { version: string, timestamp: string }, browsers: Record<string, { releases: Record<string, Release> }> }} CompatData */

const DAY = 24 * 60 * 60 * 1000;

/** Releases that came out longer ago are all the same: far behind. */
const KEPT_DAYS = 400;

/** Extended Stable of Chrome and Edge: the even majors, for eight weeks. */
const EXTENDED_STABLE_DAYS = 8 * 7;

/** A Firefox ESR lives for a year at least, and for as long as the data still calls it one. */
const ESR_DAYS = 52 * 7;
const SERVES_DAYS = 60;

/**
 * @param {string} day
 * @param {number} days
 */
const daysAfter = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** @type {Record<string, (major: number, releasedAt: string, status: string, asOf: string) => string | undefined>} */
const supportedUntil = {
  chrome: (major, releasedAt) => (major % 2 === 0 ? daysAfter(releasedAt, EXTENDED_STABLE_DAYS) : undefined),
  edge: (major, releasedAt) => (major % 2 === 0 ? daysAfter(releasedAt, EXTENDED_STABLE_DAYS) : undefined),
  firefox: (_, releasedAt, status, asOf) =>
    status === 'esr' ? [daysAfter(releasedAt, ESR_DAYS), daysAfter(asOf, SERVES_DAYS)].toSorted().at(-1) : undefined,
};

/**
 * The majors of the last year and the planned ones, oldest first.
 * @param {CompatData} data
 * @returns {Calendar}
 */
export function calendarOf({ __meta: { version, timestamp }, browsers }) {
  const asOf = timestamp.slice(0, 10);
  const since = daysAfter(asOf, -KEPT_DAYS);
  /** @param {string} browser */
  const linesOf = (browser) => {
    const lines = Object.entries(browsers[browser]?.releases ?? {}).flatMap(([major, release]) => {
      const { release_date: releasedAt, status } = release;
      if (releasedAt === undefined || releasedAt < since || !/^\d+$/.test(major)) return [];
      const until = supportedUntil[browser]?.(Number(major), releasedAt, status, asOf);
      return [{ major: Number(major), releasedAt, ...(until && { supportedUntil: until }) }];
    });
    if (lines.length === 0) throw new Error(`The data knows no release of ${browser} since ${since}.`);
    return lines.toSorted((a, b) => a.major - b.major);
  };
  return { asOf, version, browsers: Object.fromEntries(Object.keys(supportedUntil).map((it) => [it, linesOf(it)])) };
}

/** @param {Line} line */
const written = ({ major, releasedAt, supportedUntil: until }) =>
  `    { major: ${major}, releasedAt: '${releasedAt}'${until === undefined ? '' : `, supportedUntil: '${until}'`} },`;

/**
 * The text of the file.
 * @param {Calendar} calendar
 */
export const textOf = ({ asOf, version, browsers }) =>
  [
    "import type { Baseline } from './baseline.ts';",
    '',
    '/** The day of the data. This file is made by `npm run baseline`: not to be edited. */',
    `export const browserCalendarAsOf = '${asOf}';`,
    '',
    `/** Releases and planned releases, from @mdn/browser-compat-data ${version}. */`,
    "export const browserCalendar: Baseline['browsers'] = {",
    ...Object.entries(browsers).flatMap(([browser, lines]) => [`  ${browser}: [`, ...lines.map(written), '  ],']),
    '};',
    '',
  ].join('\n');

const file = fileURLToPath(new URL('../src/posture/browser-calendar.ts', import.meta.url));

/** @returns {CompatData} */
const installedData = () => createRequire(import.meta.url)('@mdn/browser-compat-data');

/** What the file has to be, by the installed data. */
export const expectedText = () => textOf(calendarOf(installedData()));

/** @param {boolean} checks */
async function main(checks) {
  const text = expectedText();
  if (!checks) return writeFileSync(file, text);
  const isAsInstalled = readFileSync(file, 'utf8') === text;
  if (isAsInstalled) console.log('The browser calendar is what the installed data says.');
  else console.error('The browser calendar is not what the installed data says: run npm run baseline.');
  const outdated = await outdatedBundledLines(new Date().toISOString());
  if (outdated.length === 0) console.log('Every line of the baseline holds today.');
  else console.error(['Of these lines nobody can be told that nothing is missing:', ...outdated].join('\n  '));
  if (!isAsInstalled || outdated.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'));
