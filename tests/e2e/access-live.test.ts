import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useScheme } from '../support/axe.ts';
import { assessmentWhere } from '../support/extension.ts';
import { launchPainted, type Painted } from '../support/painted.ts';

let painted: Painted;

beforeAll(async () => {
  painted = await launchPainted();
});

afterAll(async () => painted?.close());

/** Opens a page that writes down every message which a screen reader would speak by itself. */
async function listen(path: string): Promise<Page> {
  const page = await painted.chromium.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        target.parentElement?.closest('[role=status], [role=alert], [aria-live]'),
      );
      const own = changes.map(({ target }) =>
        target instanceof Element ? target.closest('[role=status], [role=alert], [aria-live]') : null,
      );
      for (const region of new Set([...regions, ...own]))
        if (region?.textContent)
          said.push(`${region.getAttribute('role')}: ${region.textContent.replaceAll(/[\u2068\u2069]/g, '')}`);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(`chrome-extension://${painted.chromium.extensionId}/${path}`);
  await page.waitForSelector('h1');
  return page;
}

const saidOn = (page: Page) => page.evaluate('said') as Promise<string[]>;

const checkOn = async (page: Page) => {
  const { assessedAt } = await assessmentWhere(painted.chromium, () => true);
  await page.locator('[data-control=check]').click();
  await assessmentWhere(painted.chromium, (assessment) => assessment.assessedAt !== assessedAt);
  await page.waitForFunction(() => document.querySelector('[data-control=check][aria-disabled=true]') === null);
};

describe('what is said without being asked', () => {
  test('nothing on opening; one polite message when a check ends, and one for the next; none for what is done in between', async () => {
    await painted.show('mixed');
    const page = await listen('src/popup/index.html');
    expect(await saidOn(page)).toEqual([]);
    await checkOn(page);
    const message = `status: Microsoft Intune did not answer. Some devices may be missing2 things to fix, on 2 devices`;
    expect(await saidOn(page)).toEqual([message]);
    await page.locator('[data-practice=disk-encryption] [data-control=claim]').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('1 thing'));
    await page.locator('[data-control=claim]').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('2 things'));
    expect(await saidOn(page)).toEqual([message]);
    await checkOn(page);
    expect(await saidOn(page)).toEqual([message, message]);
    await page.close();
  });

  test('the window with the steps says the same of its one finding', async () => {
    await painted.show('green');
    const { devices } = await assessmentWhere(painted.chromium, () => true);
    const page = await listen(
      `src/popup/steps.html?${new URLSearchParams({ device: devices[0]?.id ?? '', practice: 'disk-encryption' })}`,
    );
    expect(await saidOn(page)).toEqual([]);
    await checkOn(page);
    expect(await saidOn(page)).toEqual(['status: Checked just nowDisk encryption is on']);
    await page.close();
  });

  test('the settings say how the company answered once the check has ended', async () => {
    await painted.show('green');
    const page = await listen('src/options/index.html');
    expect(await saidOn(page)).toEqual([]);
    await page.locator('input').fill((await page.$eval('input', ({ value }) => value)).replace('green', 'phones'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.state')?.textContent?.includes('lists 3 devices'));
    const said = await saidOn(page);
    expect(said.filter((message) => /^status: Connected to/.test(message))).toHaveLength(1);
    expect(said.at(-1)).toMatch(/^status: Connected to .*It lists 3 devices for you\.$/);
    await page.close();
  });
});

describe('what a person asked their system for', () => {
  test('less motion: nothing moves, also while a check is made', async () => {
    await painted.show('mixed');
    const page = await painted.chromium.page('src/popup/index.html');
    const moving = () => page.evaluate(() => document.getAnimations().length);
    const answer = painted.hold();
    await page.locator('[data-control=check]').click();
    await page.waitForSelector('[aria-disabled=true]');
    expect(await moving()).toBe(1);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    expect(await moving()).toBe(0);
    await page.locator('summary').click();
    expect(await moving()).toBe(0);
    answer();
    await page.close();
  });

  test('forced colours: every rating keeps a border and a drawing in the system’s colours, and the chosen tab its mark', async () => {
    await painted.show('mixed');
    const page = await painted.chromium.page('src/popup/index.html');
    await page.waitForSelector('[role=tab]');
    await useScheme(await page.createCDPSession(), 'forced colours');
    const marks = await page.$$eval('.mark, .count', (elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => {
          const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
          const drawing = element.querySelector('svg');
          return {
            hasBorder: borderTopStyle === 'solid' && borderTopColor !== backgroundColor,
            isDrawn:
              drawing === null ? element.textContent !== '' : getComputedStyle(drawing).stroke !== backgroundColor,
          };
        }),
    );
    expect(marks.length).toBeGreaterThan(4);
    expect(marks.filter(({ hasBorder, isDrawn }) => !hasBorder || !isDrawn)).toEqual([]);
    const widths = await page.$$eval('[role=tab]', (tabs) => tabs.map((tab) => getComputedStyle(tab).borderTopWidth));
    expect(widths).toEqual(['2px', '1px', '1px']);
    await page.close();
  });
});
