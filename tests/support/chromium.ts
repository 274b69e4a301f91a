import type { Browser, Page, WebWorker } from 'puppeteer';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';
import { extensionWorker, launchWithExtension, openPopup } from '../../scripts/chromium.mjs';

export interface ChromiumOptions {
  /** The built extension, from the top folder; `dist/chrome` unless given. */
  readonly dist?: string;
  /** A profile that outlives the browser; a temporary one unless given. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
}

/** A real headless Chromium with the extension in it. */
export interface Chromium {
  readonly browser: Browser;
  readonly extensionId: string;
  /** The service worker, once the extension API is there. */
  worker(): Promise<WebWorker>;
  /** The real toolbar popup, opened as by a click. Its size is its content's, at two pixels a CSS pixel; it closes when another page is opened. */
  popup(): Promise<Page>;
  /** A page of the extension in a tab, such as `src/options/index.html`; `page.setViewport` works here. */
  page(path: string): Promise<Page>;
  /** Everything in `storage.local`. */
  storage(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
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
    close: () => browser.close(),
  };
}
