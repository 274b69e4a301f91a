import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { majorVersion, oldestMajor, usualPlaces, variables } from './browser-places.mjs';
import { Refusal, run, top } from './run.mjs';

/** @typedef {import('./browser-places.mjs').Browser} Browser */

const names = { chromium: 'Chrome, Edge, Brave or Chromium', firefox: 'Firefox' };
const debianPackages = { chromium: ['chromium', 'fonts-liberation'], firefox: ['firefox-esr', 'fonts-liberation'] };
const downloads = path.join(top, '.browsers');

/**
 * The program of a browser on this machine: the one that CHROME_PATH or FIREFOX_PATH names, else the first of the usual
 * places, else one that an earlier set-up downloaded. Undefined when there is none; refuses when the named one does not run.
 * @param {Browser} browser
 */
export async function findBrowser(browser) {
  const named = process.env[variables[browser]];
  if (named !== undefined && named !== '') {
    if (isUsable(browser, named)) return named;
    throw new Refusal(
      `${variables[browser]} is ${named}, which is not ${names[browser]} ${oldestMajor[browser]} or later that runs here: correct or unset it.`,
    );
  }
  const places = usualPlaces(browser, process.platform, process.env);
  return [...places, ...(await downloaded(browser))].find((place) => isUsable(browser, place));
}

/**
 * Finds a browser or installs one: with apt-get as root on Debian or Ubuntu, else by download into the project's folder
 * `.browsers`. Refuses when every way failed.
 * @param {Browser} browser
 * @returns {Promise<string>} its program
 */
export async function findOrInstallBrowser(browser) {
  const ways = [
    { name: 'it is not in the usual places', attempt: async () => {} },
    { name: 'apt-get could not install it', attempt: installByApt },
    { name: 'it could not be downloaded', attempt: download },
  ];
  const reasons = [];
  for (const { name, attempt } of ways) {
    try {
      await attempt(browser);
      const found = await findBrowser(browser);
      if (found !== undefined) return found;
      reasons.push(name);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      reasons.push(`${name} (${firstLine(error)})`);
    }
  }
  throw new Refusal(
    `No ${names[browser]} here: ${reasons.join(', ')}. Install it, or set ${variables[browser]} to its program, and run this again.`,
  );
}

/**
 * @param {Browser} browser
 * @param {string} program
 */
function isUsable(browser, program) {
  if (!existsSync(program)) return false;
  // On Windows a browser opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  try {
    const printed = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: 'pipe', timeout: 20_000 });
    return (majorVersion(printed) ?? 0) >= oldestMajor[browser];
  } catch {
    // A wrapper without its browser, such as Ubuntu's for a snap that is not installed.
    return false;
  }
}

/** @param {Browser} browser */
async function installByApt(browser) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('it needs root on Debian or Ubuntu');
  const packages = debianPackages[browser];
  console.log(`Installing ${packages.join(' and ')} with apt-get ...`);
  const options = {
    stdio: /** @type {const} */ ('ignore'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await run('apt-get', ['update', '-qq'], options);
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  if (code !== 0) throw new Error(`exit code ${code}`);
}

/** @param {Browser} browser */
async function download(browser) {
  const {
    Browser: kinds,
    BrowserTag,
    detectBrowserPlatform,
    install,
    resolveBuildId,
  } = await import('@puppeteer/browsers');
  const kind = browser === 'chromium' ? kinds.CHROME : kinds.FIREFOX;
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error('there is none for this system');
  console.log(`Downloading ${kind} into .browsers ...`);
  const buildId = await resolveBuildId(kind, platform, BrowserTag.STABLE);
  const installDeps = process.platform === 'linux' && process.getuid?.() === 0;
  await install({ browser: kind, buildId, platform, cacheDir: downloads, installDeps });
}

/** @param {Browser} browser */
async function downloaded(browser) {
  if (!existsSync(downloads)) return [];
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const installed = await getInstalledBrowsers({ cacheDir: downloads });
  const kind = browser === 'chromium' ? 'chrome' : 'firefox';
  return installed.filter((one) => one.browser === kind).map((one) => one.executablePath);
}

/** @param {unknown} error */
const firstLine = (error) => String(error instanceof Error ? error.message : error).split('\n', 1)[0];
