import type { Page } from 'puppeteer';
import type { Assessment } from '../../src/posture/finding.ts';
import type { Chromium } from './chromium.ts';

/** The extension in a real browser, whichever it is. */
export interface Installed {
  /** A page of the extension in a tab, such as `src/options/index.html`. */
  page(path: string): Promise<Page>;
  /** The popup: the toolbar's own where the browser lets itself be driven so far, else in a tab. */
  popup(): Promise<Page>;
  /** Everything in `storage.local`. */
  storage(): Promise<Record<string, unknown>>;
  /** The text on the icon. */
  badge(): Promise<string>;
  close(): Promise<void>;
}

/** Sets the company's endpoint on the options page, as a person does, and waits for what comes of it. */
export async function useEndpoint(installed: Installed, endpoint: string): Promise<Assessment> {
  const options = await installed.page('src/options/index.html');
  await options.locator('input[name=endpoint]').fill(endpoint);
  await options.keyboard.press('Enter');
  const assessment = await assessmentWhere(installed, ({ connection }) => connection.endpoint === endpoint);
  await options.close();
  return assessment;
}

/** The stored assessment, as soon as it is as wanted. */
export async function assessmentWhere(
  installed: Installed,
  wanted: (assessment: Assessment) => boolean,
): Promise<Assessment> {
  for (;;) {
    const stored = (await installed.storage())['assessment'] as { value: Assessment } | undefined;
    if (stored !== undefined && wanted(stored.value)) return stored.value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface ShownFinding {
  readonly practice: string;
  readonly rating: string;
  readonly reason: string | null;
  readonly text: string;
}

/** What a page shows of the chosen device. Isolates around foreign text are invisible and left out. */
export const shownFindings = (page: Page): Promise<ShownFinding[]> =>
  page.$$eval('[data-device] [data-practice]', (elements) =>
    elements.map((element) => ({
      practice: element.getAttribute('data-practice') ?? '',
      rating: element.getAttribute('data-rating') ?? '',
      reason: element.getAttribute('data-reason'),
      text: (element.textContent ?? '').replace(/[\u2068\u2069]/g, ''),
    })),
  );

/** The text of the first element that matches, without isolates. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element.textContent ?? '').replace(/[\u2068\u2069]/g, ''));

export const overallOf = (page: Page): Promise<string | null> =>
  page.$eval('[data-overall]', (element) => element.getAttribute('data-overall'));

/** Chooses the device whose tab holds the text. */
export async function chooseDevice(page: Page, name: string): Promise<void> {
  const tabs = await page.$$('[role=tab]');
  for (const tab of tabs) {
    if (!(await tab.evaluate((element) => element.textContent ?? '')).includes(name)) continue;
    await tab.click();
    await page.waitForFunction((element) => element.getAttribute('aria-selected') === 'true', {}, tab);
    return;
  }
  throw new Error(`No tab says "${name}"`);
}

/** Ends the service worker, as the browser does after half a minute. */
export async function killWorker(chromium: Chromium): Promise<void> {
  await (await chromium.worker()).close();
}
