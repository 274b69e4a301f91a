import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findOrInstallBrowser } from './browsers.mjs';
import { nodeProblem } from './node-version.mjs';
import { findOrInstallRedis } from './redis.mjs';
import { Refusal, run, top, whenStarted } from './run.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages
 */

/**
 * Whether everything that the lock file asks for is installed. Optional packages are left out: most belong to other systems.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export const isInstalled = (locked, installed) =>
  Object.entries(locked).every(
    ([folder, { version, optional }]) => folder === '' || optional === true || installed[folder]?.version === version,
  );

/** Checks Node and installs the packages, unless they are there. Refuses when either is not possible. */
export async function setUpPackages() {
  const problem = nodeProblem(process.version, readJson('package.json').engines.node);
  if (problem !== null) throw new Refusal(problem);
  const hidden = 'node_modules/.package-lock.json';
  const installed = existsSync(path.join(top, hidden)) ? readJson(hidden).packages : {};
  if (isInstalled(readJson('package-lock.json').packages, installed)) return;
  console.log('Installing packages with npm ci ...');
  const code = await run('npm', ['ci', '--loglevel=error'], {
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (code !== 0)
    throw new Refusal(`npm ci failed with exit code ${code}: see its message above, then run this again.`);
}

/** Packages, both browsers and Redis. Resolves to the browsers' programs, as the environment of the tests. */
export async function setUpEverything() {
  await setUpPackages();
  await findOrInstallRedis();
  return {
    CHROME_PATH: await findOrInstallBrowser('chromium'),
    FIREFOX_PATH: await findOrInstallBrowser('firefox'),
  };
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(path.join(top, file), 'utf8'));

await whenStarted(import.meta.url, async () => {
  const programs = await setUpEverything();
  console.log(`Ready: Node ${process.version}, ${Object.values(programs).join(', ')}`);
});
