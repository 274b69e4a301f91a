import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as buildModule, runnerImport } from 'vite';
import { findOrInstallBrowser } from './browsers.mjs';
import { build } from './build.mjs';
import { Refusal, top, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

/**
 * Measures what is promised, and writes docs/benchmarks.md. With --check it writes nothing, and exits with 1 when a limit is passed.
 */

/** @typedef {typeof import('../bench/main.ts')} Bench */
/** @typedef {typeof import('../bench/check-load.ts')} CheckLoad */

const plain = /** @type {const} */ ({ configFile: false, root: top, logLevel: 'warn' });

/**
 * What is measured by the microsecond is built as the worker is, and not run module by module.
 * @returns {Promise<CheckLoad>}
 */
async function builtLoad() {
  const outDir = path.join(top, 'artifacts/bench');
  const input = 'bench/check-load.ts';
  await buildModule({ ...plain, ssr: { noExternal: true }, build: { ssr: input, outDir, emptyOutDir: true } });
  return import(pathToFileURL(path.join(outDir, 'check-load.js')).href);
}

/** @param {boolean} checks */
async function bench(checks) {
  const load = loadavg()[0] ?? 0;
  await setUpPackages();
  await findOrInstallBrowser('chromium');
  await build(['dist/chrome', 'dist/gateway']);
  /** @type {{ module: Bench }} */
  const { module } = await runnerImport(path.join(top, 'bench/main.ts'), plain);
  const { aCheckOf } = await builtLoad();
  const { chapters, browser } = await module.measureAll(aCheckOf);
  const all = chapters.flatMap(({ measured }) => measured);
  for (const { what, value, unit, limit, details } of all) {
    const most = Number.isFinite(limit) ? `, at most ${module.written(limit, unit)}` : '';
    console.log(`${what}: ${module.written(value, unit)}${most} (${details})`);
  }
  const day = new Date().toISOString().slice(0, 10);
  if (!checks) writeFileSync(path.join(top, 'docs/benchmarks.md'), module.report(chapters, { day, browser, load }));
  const passed = all.filter(module.isPassed).map(({ what, value, unit, limit }) => {
    return `Limit passed: ${what} is ${module.written(value, unit)}, at most ${module.written(limit, unit)}.`;
  });
  if (passed.length === 0) return console.log('Every limit is kept.');
  if (checks) throw new Refusal(passed.join('\n'));
  console.log(passed.join('\n'));
}

await whenStarted(import.meta.url, () => bench(process.argv.includes('--check')));
