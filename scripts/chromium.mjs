import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer from 'puppeteer';
import { top } from './run.mjs';

/** A popup takes its size from the screen and refuses an emulated one: this screen has room for it, at two pixels a CSS pixel. */
const headlessScreen = '--screen-info={2560x2000 devicePixelRatio=2}';

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} Launch
 * @property {string} executablePath
 * @property {string} [dist] the built extension; `dist/chrome` unless given
 * @property {boolean} [headless] true unless given
 * @property {string} [userDataDir] a profile to keep; a temporary one unless given
 * @property {readonly string[]} [args] more arguments for the browser
 */

/**
 * Starts a Chromium with the built extension in it. Works in branded Chrome too, which refuses `--load-extension`.
 * @param {Launch} launch
 * @returns {Promise<{ browser: import('puppeteer').Browser, extensionId: string }>}
 */
export async function launchWithExtension({ executablePath, dist, headless = true, userDataDir, args = [] }) {
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    ...(!headless && { defaultViewport: null }),
    ...(userDataDir !== undefined && { userDataDir }),
    handleSIGINT: false,
    args: [...quiet, ...(headless ? [headlessScreen] : []), ...unsandboxed(headless), ...args],
  });
  try {
    const extensionId = await browser.installExtension(path.resolve(top, dist ?? 'dist/chrome'));
    return { browser, extensionId };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * The extension's service worker, once its `chrome` is there, which it is not in the first moments.
 * @param {import('puppeteer').Browser} browser
 * @param {string} extensionId
 */
export async function extensionWorker(browser, extensionId) {
  for (;;) {
    const target = await browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().startsWith(`chrome-extension://${extensionId}/`),
    );
    const worker = await soon(target.worker());
    if (worker !== undefined && worker !== null) {
      const isReady = await soon(worker.evaluate('typeof chrome === "object" && chrome.storage !== undefined'));
      if (isReady) return worker;
    }
    await nextTurn();
  }
}

/**
 * Opens the real popup from the toolbar, as a click on the icon does.
 * @param {import('puppeteer').Browser} browser
 * @param {string} extensionId
 */
export async function openPopup(browser, extensionId) {
  const url = `chrome-extension://${extensionId}/src/popup/index.html`;
  const worker = await extensionWorker(browser, extensionId);
  const [target] = await Promise.all([
    browser.waitForTarget((one) => one.url() === url && one.type() === 'page'),
    worker.evaluate('chrome.action.openPopup()'),
  ]);
  const page = await target.asPage();
  await untilWhole(page);
  return page;
}

/**
 * Whether a page of the extension shows all that it has to show: what is out of sight comes after the first frame, and until then the
 * page says that it is busy. To be asked in the browser.
 */
export const isWhole = (shown = document) =>
  shown.body?.firstElementChild != null && shown.querySelector('[aria-busy=true]') === null;

/** @param {import('puppeteer').Page} page */
export async function untilWhole(page) {
  await page.waitForFunction(isWhole, { polling: 'mutation' });
}

/** @param {boolean} headless */
function unsandboxed(headless) {
  if (process.platform !== 'linux') return [];
  // Root has no sandbox, and in containers nobody has; headless runs open nothing but the extension's own pages.
  return headless || process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * The answer of a worker; `undefined` from one that the browser has just ended: its target stays for a moment, and never answers.
 * @template Answer
 * @param {Promise<Answer>} answer
 * @returns {Promise<Answer | undefined>}
 */
async function soon(answer) {
  const waited = new AbortController();
  const limit = setTimeout(1000, undefined, { signal: waited.signal }).catch(() => undefined);
  try {
    return await Promise.race([answer, limit]);
  } catch {
    return undefined;
  } finally {
    waited.abort();
  }
}

const nextTurn = () => setTimeout(50);
