import { rmSync } from 'node:fs';
import type { Browser, Page, WebWorker } from 'puppeteer';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';
import { extensionWorker, launchWithExtension, openPopup, untilWhole } from '../../scripts/chromium.mjs';
import { answerDialog, withDialogs } from './chromium-dialogs.ts';
import type { Installed, Owner } from './extension.ts';
import { profileWithTextSize } from './text-size.ts';

export interface ChromiumOptions extends Owner {
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

export async function launchChromium({ textSize, args = [], ...options }: ChromiumOptions = {}): Promise<Chromium> {
  const executablePath = await findOrInstallBrowser('chromium');
  const ownProfile = textSize === undefined ? undefined : profileWithTextSize(textSize);
  const { browser, extensionId } = await launchWithExtension({
    executablePath,
    ...(ownProfile !== undefined && { userDataDir: ownProfile }),
    ...options,
    args: [...withDialogs, ...args],
  });
  return drivenChromium(browser, extensionId, () => {
    if (ownProfile !== undefined) rmSync(ownProfile, { recursive: true, force: true });
  });
}

/** The extension in a Chromium that has it already. */
export function drivenChromium(browser: Browser, extensionId: string, afterwards = () => {}): Chromium {
  const worker = () => extensionWorker(browser, extensionId);
  const urlOf = (page: string) => `chrome-extension://${extensionId}/${page}`;
  const popup = () => openPopup(browser, extensionId);
  return {
    browser,
    extensionId,
    worker,
    popup,
    toolbarPopup: async () => {
      const page = await popup();
      await page.waitForSelector('[data-overall]');
      return page.evaluateHandle(() => ({ document }));
    },
    page: async (file) => {
      const page = await browser.newPage();
      await page.goto(urlOf(file));
      await untilWhole(page);
      return page;
    },
    opened: async (file) => {
      const target = await browser.waitForTarget((one) => one.url().startsWith(urlOf(file)));
      const page = await target.asPage();
      // A target bears its page's address from the beginning, while its document is still the empty one.
      await page.waitForFunction((url) => location.href.startsWith(url), {}, urlOf(file));
      await untilWhole(page);
      return page;
    },
    draw: (page, scheme) =>
      page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]),
    answerPrompt: (answer) => answerDialog(browser, answer),
    killWorker: async () => (await worker()).close(),
    storage: async () => (await (await worker()).evaluate('chrome.storage.local.get()')) as Record<string, unknown>,
    badge: async () => (await (await worker()).evaluate('chrome.action.getBadgeText({})')) as string,
    close: async () => {
      await browser.close();
      afterwards();
    },
  };
}
