import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';

/** Firefox gives each installation its own random UUID, unless it already has one for the extension's id. */
const UUID = '5e7d9b1c-2f4a-4c6e-8a0b-1d3f5b7a9c2e';

const dist = fileURLToPath(new URL('../../dist/firefox', import.meta.url));

/** A real headless Firefox with the extension in it. */
export interface Firefox {
  readonly browser: Browser;
  /** A page of the extension in a tab, the popup's too: its toolbar cannot be driven. `page.url()` stays `about:blank`. */
  page(path: string): Promise<Page>;
  close(): Promise<void>;
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
  return { browser, page: (path) => openPage(browser, path), close: () => browser.close() };
}

async function openPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const url = `moz-extension://${UUID}/${path}`;
  // Firefox never reports that such a page has loaded, so `goto` only ends, in an error, when the page is closed.
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  await page.waitForFunction((wanted) => location.href === wanted && document.readyState === 'complete', {}, url);
  return page;
}
