import type { Browser, Page, WebWorker } from 'puppeteer';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';
import { extensionWorker, launchWithExtension, openPopup } from '../../scripts/chromium.mjs';
import type { Installed } from './extension.ts';

export interface ChromiumOptions {
  /** The built extension, from the top folder; `dist/chrome` unless given. */
  readonly dist?: string;
  /** A profile that outlives the browser; a temporary one unless given. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
}

/** A real headless Chromium with the extension in it. */
export interface Chromium extends Installed {
  readonly browser: Browser;
  readonly extensionId: string;
  /** The service worker, once the extension API is there. */
  worker(): Promise<WebWorker>;
  /** The real toolbar popup, opened as by a click. Its size is its content's, at two pixels a CSS pixel; it closes when another page is opened. */
  popup(): Promise<Page>;
}

export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const executablePath = await findOrInstallBrowser('chromium');
  const { browser, extensionId } = await launchWithExtension({ executablePath, ...options });
  const worker = () => extensionWorker(browser, extensionId);
  return {
    browser,
    extensionId,
    worker,
    popup: () => openPopup(browser, extensionId),
    page: async (path) => {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    storage: async () => (await (await worker()).evaluate('chrome.storage.local.get()')) as Record<string, unknown>,
    badge: async () => (await (await worker()).evaluate('chrome.action.getBadgeText({})')) as string,
    close: () => browser.close(),
  };
}
