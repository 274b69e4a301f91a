import type { Page } from 'puppeteer';

/** Opens everything that unfolds. */
export async function unfold(page: Page): Promise<void> {
  await page.$$eval('details:not([open]) > summary', (summaries) =>
    summaries.forEach((summary) => void summary.click()),
  );
  await page.waitForFunction(() => document.querySelector('details:not([open])') === null);
}

/** So many devices of a long list are as good as all of them. */
const ENOUGH = 4;

/** Looks at the page with each of its first tabs chosen; once where there are none. */
export async function eachTab(page: Page, look: () => Promise<void>): Promise<void> {
  const tabs = await page.$$('[role=tab]');
  if (tabs.length === 0) return look();
  for (const tab of tabs.slice(0, ENOUGH)) {
    // In a list that is closed the others are not in sight.
    await tab.evaluate((element) => (element as HTMLElement).click());
    await page.waitForFunction((element) => element.getAttribute('aria-selected') === 'true', {}, tab);
    await look();
  }
}
