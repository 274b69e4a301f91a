import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { assessmentWhere, shownFindings, textOf, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';
import { profileWithTextSize } from '../support/text-size.ts';

let gateway: ServedGateway;
let chromium: Chromium;

beforeAll(async () => {
  gateway = await serveSamplePeople();
  chromium = await launchChromium();
  await useEndpoint(chromium, `${gateway.origin}/sample/mixed`);
});

afterAll(async () => {
  await chromium?.close();
  await gateway?.close();
});

const popupInTab = async (): Promise<Page> => {
  const page = await chromium.page('src/popup/index.html');
  await page.waitForSelector('[data-overall]');
  return page;
};

const chosenTab = (page: Page) => textOf(page, '[role=tab][aria-selected=true]');

test('tabs are walked by arrow keys, and only the chosen device’s findings are in the document', async () => {
  const page = await popupInTab();
  await page.focus('[role=tab][aria-selected=true]');
  expect(await chosenTab(page)).toContain('This computer');
  await page.keyboard.press('ArrowRight');
  const second = await chosenTab(page);
  expect(second).not.toContain('This computer');
  expect(await page.$$('[data-device]')).toHaveLength(1);
  await page.keyboard.press('End');
  expect(await chosenTab(page)).not.toBe(second);
  await page.keyboard.press('Home');
  expect(await chosenTab(page)).toContain('This computer');
  await page.close();
});

test('a check refreshes in place: what is open stays open and what has the focus keeps it', async () => {
  const page = await popupInTab();
  await page.waitForSelector('[data-practice=disk-encryption][open], [data-practice=disk-encryption] details[open]');
  const before = (await chromium.storage())['assessment'] as { value: { assessedAt: string } };
  const order = (await shownFindings(page)).map(({ practice }) => practice);
  await page.evaluate(() =>
    document.querySelector('[data-practice=disk-encryption]')?.setAttribute('data-mark', 'kept'),
  );
  await page.focus('[data-practice=disk-encryption] summary');
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('header [data-control=check]')?.click());
  await assessmentWhere(chromium, ({ assessedAt }) => assessedAt !== before.value.assessedAt);
  await page.waitForFunction(() => document.querySelector('[data-control=check][aria-disabled=true]') === null);

  expect((await shownFindings(page)).map(({ practice }) => practice)).toEqual(order);
  expect(await page.$('[data-practice=disk-encryption][data-mark=kept]')).not.toBeNull();
  expect(
    await page.evaluate(() => document.activeElement?.closest('[data-practice]')?.getAttribute('data-practice')),
  ).toBe('disk-encryption');
  await page.close();
});

describe('the steps', () => {
  test('open in a small window of their own, and "I’ve done this" leaves badge and headline, but is not ok', async () => {
    const page = await popupInTab();
    const [target] = await Promise.all([
      chromium.browser.waitForTarget((one) => one.url().includes('/src/popup/steps.html')),
      page.locator('[data-practice=disk-encryption] [data-control=steps]').click(),
    ]);
    expect(target.url()).toContain('practice=disk-encryption');
    const steps = await target.asPage();
    await steps.waitForSelector('ol li');
    expect((await steps.$$('ol li')).length).toBeGreaterThanOrEqual(2);
    expect(await textOf(steps, 'body')).toContain('FileVault');

    await steps.locator('[data-control=claim]').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('Pixel'));
    expect(await chromium.badge()).toBe('');
    const disk = (await shownFindings(page)).find(({ practice }) => practice === 'disk-encryption');
    expect(disk?.rating).toBe('warn');
    expect(await textOf(page, 'body')).toContain('Waiting to be confirmed');

    await steps.close();
    await page.locator('[data-control=claim]').click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('2 things'));
    expect(await chromium.badge()).toBe('1');
    await page.close();
  });
});

describe('with forty devices', () => {
  const manyInTab = async (): Promise<Page> => {
    await useEndpoint(chromium, `${gateway.origin}/sample/many`);
    const page = await popupInTab();
    await page.setViewport({ width: 384, height: 600 });
    return page;
  };

  test('they are a list that scrolls; the chosen one stays above its findings, and leads back to where it was', async () => {
    const page = await manyInTab();
    expect(await page.$$('[role=tab]')).toHaveLength(40);
    expect(await page.$('[data-device]')).toBeNull();
    await page.focus('[role=tab][tabindex="0"]');
    await page.keyboard.press('End');
    const last = await page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await page.$eval('.scroller', ({ scrollTop }) => scrollTop)).toBeGreaterThan(500);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-device]');
    expect(await page.$eval('.scroller', ({ scrollTop }) => scrollTop)).toBe(0);
    const name = await chosenTab(page);
    expect(last.replace(/[\u2068\u2069]/g, '').startsWith(name.slice(0, 8))).toBe(true);

    await page.locator('[data-control=all-devices]').click();
    await page.waitForFunction(() => document.querySelector('[data-device]') === null);
    const isInSight = await page.evaluate(() => {
      const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top > 0 && bottom < innerHeight;
    });
    expect(isInSight).toBe(true);
    await page.close();
    await useEndpoint(chromium, `${gateway.origin}/sample/mixed`);
  });
});

test('without a company, what the person saw is kept with its date and is no rating', async () => {
  const own = await launchChromium();
  await assessmentWhere(own, ({ connection }) => connection.endpoint === null);
  const first = await own.page('src/popup/index.html');
  const firewall = '[data-group=yourself] [data-practice=firewall]';
  await first.locator(`${firewall} [data-control=answer-yes]`).click();
  await first.waitForSelector(`${firewall}[data-rating=unknown] [data-own-answer=yes]`);
  await first.close();
  const second = await own.page('src/popup/index.html');
  expect(await textOf(second, `${firewall} [data-own-answer]`)).toMatch(/^You said so on /);
  await own.close();
});

/** What is wider than its place, so that a person has to scroll sideways or misses something. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, main, [data-practice], summary, header, footer, h1')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}`),
  );

describe.each([16, 32])('with text of %i px', (pixels) => {
  let own: Chromium;
  beforeAll(async () => {
    own = await launchChromium({ userDataDir: profileWithTextSize(pixels) });
    await useEndpoint(own, `${gateway.origin}/sample/mixed`);
  });
  afterAll(async () => own?.close());

  test.each([320, 384, 800])('at %i px nothing is cut off sideways', async (width) => {
    const page = await own.page('src/popup/index.html');
    await page.setViewport({ width, height: 600 });
    await page.waitForSelector('[data-overall]');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${pixels}px`);
    expect(await cutOff(page)).toEqual([]);
    await page.close();
  });

  test('the toolbar popup is as wide as its text asks', async () => {
    const popup = await own.popup();
    await popup.waitForSelector('[data-overall]');
    const width = await popup.evaluate(() => innerWidth);
    expect(width).toBeGreaterThanOrEqual(24 * pixels);
    expect(width).toBeLessThanOrEqual(800);
    expect(await cutOff(popup)).toEqual([]);
  });
});
