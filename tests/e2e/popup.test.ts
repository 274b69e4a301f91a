import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../support/browsers.ts';
import { assessmentWhere, type Installed, shownFindings, textOf, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

describe.each(browsers)('in %s', (_, launch) => {
  let gateway: ServedGateway;
  let installed: Installed;

  beforeAll(async () => {
    gateway = await serveSamplePeople();
    installed = await launch();
    await useEndpoint(installed, `${gateway.origin}/sample/mixed`);
  });

  afterAll(async () => {
    await installed?.close();
    await gateway?.close();
  });

  const popupInTab = async (): Promise<Page> => {
    const page = await installed.page('src/popup/index.html');
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
    const before = (await installed.storage())['assessment'] as { value: { assessedAt: string } };
    const order = (await shownFindings(page)).map(({ practice }) => practice);
    await page.evaluate(() =>
      document.querySelector('[data-practice=disk-encryption]')?.setAttribute('data-mark', 'kept'),
    );
    await page.focus('[data-practice=disk-encryption] summary');
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('header [data-control=check]')?.click());
    await assessmentWhere(installed, ({ assessedAt }) => assessedAt !== before.value.assessedAt);
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
      await page.locator('[data-practice=disk-encryption] [data-control=steps]').click();
      const steps = await installed.opened('src/popup/steps.html');
      expect(await steps.evaluate(() => location.search)).toContain('practice=disk-encryption');
      expect(await steps.evaluate(() => outerWidth)).toBe(400);
      await steps.waitForSelector('ol li');
      expect((await steps.$$('ol li')).length).toBeGreaterThanOrEqual(2);
      expect(await textOf(steps, 'body')).toContain('FileVault');

      await steps.locator('[data-control=claim]').click();
      await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('Pixel'));
      expect(await installed.badge()).toBe('');
      const disk = (await shownFindings(page)).find(({ practice }) => practice === 'disk-encryption');
      expect(disk?.rating).toBe('warn');
      expect(await textOf(page, 'body')).toContain('Waiting to be confirmed');

      await steps.close();
      await page.locator('[data-control=claim]').click();
      await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('2 things'));
      expect(await installed.badge()).toBe('1');
      await page.close();
    });
  });

  describe('with forty devices', () => {
    const manyInTab = async (): Promise<Page> => {
      await useEndpoint(installed, `${gateway.origin}/sample/many`);
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
      await useEndpoint(installed, `${gateway.origin}/sample/mixed`);
    });
  });

  test('without a company, what the person saw is kept with its date and is no rating', async () => {
    const own = await launch();
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
});
