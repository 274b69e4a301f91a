import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';
import type { Installed } from './extension.ts';

/** Firefox gives each installation its own random UUID, unless it already has one for the extension's id. */
const UUID = '5e7d9b1c-2f4a-4c6e-8a0b-1d3f5b7a9c2e';

const dist = fileURLToPath(new URL('../../dist/firefox', import.meta.url));

/** A real headless Firefox with the extension in it. */
export interface Firefox extends Installed {
  readonly browser: Browser;
}

export async function launchFirefox(): Promise<Firefox> {
  const manifest = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findOrInstallBrowser('firefox'),
    // Without it Firefox refuses to open moz-extension: pages for a driver.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: UUID }),
    },
  });
  await browser.installExtension(dist);
  // Firefox's background page cannot be reached; any page of the extension sees the same storage and icon.
  const witness = openPage(browser, 'src/options/index.html');
  const ask = async (question: string): Promise<unknown> => (await witness).evaluate(question);
  return {
    browser,
    page: (path) => openPage(browser, path),
    // Its toolbar cannot be driven.
    popup: () => openPage(browser, 'src/popup/index.html'),
    // What is stored twice over, the driver hands out once: as text it is whole.
    storage: async () => JSON.parse(String(await ask('browser.storage.local.get().then(JSON.stringify)'))),
    badge: async () => (await ask('browser.action.getBadgeText({})')) as string,
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const url = `moz-extension://${UUID}/${path}`;
  // Firefox never reports that such a page has loaded, so `goto` only ends, in an error, when the page is closed.
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  const hasLoaded = (wanted: string) => location.href === wanted && document.readyState === 'complete';
  // While one document gives way to the other, a question to either fails.
  while (!(await page.evaluate(hasLoaded, url).catch(() => false))) await nextTurn();
  return page;
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 20));
