import type { JSHandle, Page } from 'puppeteer';
import type { Assessment } from '../../src/posture/finding.ts';

/** What a browser's owner has chosen before the extension comes. */
export interface Owner {
  /** The size of text in CSS pixels; 16 is usual. */
  readonly textSize?: number;
}

export type Launch = (owner?: Owner) => Promise<Installed>;

/** The extension in a real browser, whichever it is. */
export interface Installed {
  /** A page of the extension in a tab, such as `src/options/index.html`. */
  page(path: string): Promise<Page>;
  /** A page that the extension itself has opened, or is about to. */
  opened(path: string): Promise<Page>;
  /** The popup: the toolbar's own where the browser lets itself be driven so far, else in a tab. */
  popup(): Promise<Page>;
  /** What is in the toolbar's own popup, opened as by a click. It closes when another page is opened. */
  toolbarPopup(): Promise<JSHandle<Shown>>;
  /** Has a page drawn as for a person who likes it dark or light, and nothing moving. */
  draw(page: Page, scheme: Scheme): Promise<void>;
  /** Presses a button of the browser's own question, whether the extension may have a permission. */
  answerPrompt(answer: 'Allow' | 'Deny'): Promise<void>;
  /** Ends the worker, as the browser does after half a minute. */
  killWorker(): Promise<void>;
  /** Everything in `storage.local`. */
  storage(): Promise<Record<string, unknown>>;
  /** The text on the icon. */
  badge(): Promise<string>;
  close(): Promise<void>;
}

export type Scheme = 'light' | 'dark';

/** A page that can be asked, even where it is in nobody's tab. */
export interface Shown {
  readonly document: Document;
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
    await nextTurn();
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

/** Waits for as long as a browser may need for its next step. */
export const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 20));
