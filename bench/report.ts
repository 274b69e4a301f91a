import { cpus, totalmem } from 'node:os';
import { type Chapter, isPassed, type Measured, written } from './limits.ts';

export interface Circumstances {
  /** A calendar day. */
  readonly day: string;
  readonly browser: string;
  /** How busy the machine was in the minute before, by `os.loadavg()`. */
  readonly load: number;
}

/** `docs/benchmarks.md`: what is measured, how, on what, and what came out. */
export const report = (chapters: readonly Chapter[], { day, browser, load }: Circumstances): string =>
  [
    '# Benchmarks',
    '',
    'Made by `npm run bench`: not to be edited. With `-- --check` it ends with 1 when a limit is passed, names it, and writes nothing.',
    'Nothing here is a timed test: `npm test` does not run it. Ratios compare within one run of one machine; times in milliseconds',
    'depend on the machine.',
    '',
    `Measured on ${day}: ${browser}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GB; load before the run ${load.toFixed(1)}.`,
    ...chapters.flatMap(({ title, how, measured }) => ['', `## ${title}`, '', how, '', ...table(measured)]),
    '',
  ].join('\n');

const table = (measured: readonly Measured[]): readonly string[] => [
  '| what | measured | at most | kept | how it came about |',
  '|---|---|---|---|---|',
  ...measured.map((one) => `| ${[one.what, written(one.value, one.unit), ...verdict(one), one.details].join(' | ')} |`),
];

const verdict = (one: Measured): readonly string[] =>
  Number.isFinite(one.limit) ? [written(one.limit, one.unit), isPassed(one) ? '**no**' : 'yes'] : ['', ''];
