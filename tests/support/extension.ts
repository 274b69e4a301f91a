import type { Page } from 'puppeteer';
import type { Assessment } from '../../src/posture/finding.ts';
import type { Chromium } from './chromium.ts';

/** Sets the company's endpoint on the options page, as a person does, and waits for what comes of it. */
export async function useEndpoint(chromium: Chromium, endpoint: string): Promise<Assessment> {
  const options = await chromium.page('src/options/index.html');
  await options.locator('input[name=endpoint]').fill(endpoint);
  await options.keyboard.press('Enter');
  const assessment = await assessmentWhere(chromium, ({ connection }) => connection.endpoint === endpoint);
  await options.close();
  return assessment;
}

/** The stored assessment, as soon as it is as wanted. */
export async function assessmentWhere(
  chromium: Chromium,
  wanted: (assessment: Assessment) => boolean,
): Promise<Assessment> {
  for (;;) {
    const stored = (await chromium.storage())['assessment'] as { value: Assessment } | undefined;
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

export const badgeOf = async (chromium: Chromium): Promise<string> =>
  (await (await chromium.worker()).evaluate('chrome.action.getBadgeText({})')) as string;

/** Ends the service worker, as the browser does after half a minute. */
export async function killWorker(chromium: Chromium): Promise<void> {
  await (await chromium.worker()).close();
}
