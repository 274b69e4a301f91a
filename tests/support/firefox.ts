import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type JSHandle, type Page } from 'puppeteer';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';
import { isWhole } from '../../scripts/chromium.mjs';
import { type Installed, nextTurn, type Owner, type Scheme, type Shown } from './extension.ts';
import { type AskFirefox, firefoxWindow } from './firefox-window.ts';

/** Firefox gives each installation its own random UUID, unless it already has one for the extension's id. */
const UUID = '5e7d9b1c-2f4a-4c6e-8a0b-1d3f5b7a9c2e';

const dist = fileURLToPath(new URL('../../dist/firefox', import.meta.url));

/** A real headless Firefox with the extension in it. */
export interface Firefox extends Installed {
  readonly browser: Browser;
  /** Firefox's own window. */
  readonly ask: AskFirefox;
}

export interface FirefoxOptions extends Owner {
  /** The person's home folder, where managed storage may lie; the usual one unless given. */
  readonly home?: string;
}

/** The extension's id in Firefox. */
export const firefoxId = (): string =>
  JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8')).browser_specific_settings.gecko.id;

export async function launchFirefox({ textSize = 16, home }: FirefoxOptions = {}): Promise<Firefox> {
  const id = firefoxId();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findOrInstallBrowser('firefox'),
    ...(home !== undefined && { env: { ...process.env, HOME: home } }),
    // Without it Firefox refuses to open moz-extension: pages for a driver, and to be driven itself.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': uuids(id),
      'font.size.variable.x-western': textSize,
      'ui.prefersReducedMotion': 1,
    },
  });
  await browser.installExtension(dist);
  return drivenFirefox(browser, id);
}

/** The setting that has Firefox give an extension the UUID by which its pages are opened here. */
export const uuids = (id: string): string => JSON.stringify({ [id]: UUID });

/** The extension in a Firefox that has it already, or soon will. */
export async function drivenFirefox(browser: Browser, id: string): Promise<Firefox> {
  const ask = await firefoxWindow(browser);
  // Firefox's background page cannot be reached; any page of the extension sees the same storage and icon.
  let witness: Promise<Page> | undefined;
  const witnessPage = (): Promise<Page> => {
    witness ??= openPage(browser, 'src/options/index.html');
    return witness;
  };
  const askPage = async (question: string): Promise<unknown> => (await witnessPage()).evaluate(question);
  return {
    browser,
    ask,
    page: (path) => openPage(browser, path),
    opened: (path) => findPage(browser, path),
    popup: () => openPage(browser, 'src/popup/index.html'),
    toolbarPopup: async () => openToolbarPopup(await witnessPage()),
    draw: (page, scheme) => draw(page, scheme, ask),
    answerPrompt: (answer) => answerPrompt(answer, ask),
    killWorker: async () => {
      await ask(`WebExtensionPolicy.getByID('${id}').extension.terminateBackground({ disableResetIdleForTest: true })`);
    },
    // As text: of an object the protocol tells no more than ten levels.
    storage: async () => JSON.parse((await askPage('browser.storage.local.get().then(JSON.stringify)')) as string),
    badge: async () => (await askPage('browser.action.getBadgeText({})')) as string,
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const url = `moz-extension://${UUID}/${path}`;
  // Firefox never reports that such a page has loaded, so `goto` only ends, in an error, when the page is closed.
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  while (!(await isAt(page, url))) await nextTurn();
  return page;
}

async function findPage(browser: Browser, path: string): Promise<Page> {
  for (;;) {
    for (const page of await browser.pages()) if (await isAt(page, `moz-extension://${UUID}/${path}`)) return page;
    await nextTurn();
  }
}

/**
 * Whether the page is there as a whole. Puppeteer itself takes all of these pages for empty ones. While one document gives way to the
 * other, a question to either fails.
 */
async function isAt(page: Page, url: string): Promise<boolean> {
  try {
    return (await page.evaluate((wanted) => location.href.startsWith(wanted), url)) && (await page.evaluate(isWhole));
  } catch {
    return false;
  }
}

/** The popup is in no tab, so a driver cannot reach it; another page of the extension can. */
async function openToolbarPopup(witness: Page): Promise<JSHandle<Shown>> {
  await witness.evaluate('browser.action.openPopup()');
  const view = "browser.extension.getViews({ type: 'popup' })[0]";
  const isThere = `${view}?.document.querySelector('[data-overall]') != null && (${isWhole})(${view}.document)`;
  while (!(await witness.evaluate(isThere))) await nextTurn();
  const shown = `({ document: ${view}.document })`;
  return (await witness.evaluateHandle(shown)) as JSHandle<Shown>;
}

/** Firefox takes the scheme of its pages from its settings; nothing moves from the start. */
async function draw(page: Page, scheme: Scheme, ask: AskFirefox): Promise<void> {
  const content = scheme === 'dark' ? 0 : 1;
  await ask(`Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${content})`);
  await page.waitForFunction((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, {}, scheme);
}

async function answerPrompt(answer: 'Allow' | 'Deny', ask: AskFirefox): Promise<void> {
  const prompt = "PopupNotifications.isPanelOpen && document.querySelector('#addon-webext-permissions-notification')";
  while (!(await ask(`Boolean(${prompt})`))) await nextTurn();
  await ask(`(${prompt}).${answer === 'Allow' ? 'button' : 'secondaryButton'}.click()`);
}
