import type { JSHandle } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../support/browsers.ts';
import { type Installed, type Shown, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveSamplePeople();
});
afterAll(async () => gateway?.close());

/** What is wider than its place, so that a person has to scroll sideways or misses something. */
const cutOff = (shown: JSHandle<Shown>) =>
  shown.evaluate(({ document }) =>
    [...document.querySelectorAll('html, body, main, [data-practice], summary, header, footer, h1')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}`),
  );

const sizes = browsers.flatMap(([browser, launch]) => [16, 32].map((textSize) => ({ browser, launch, textSize })));

describe.each(sizes)('in $browser with text of $textSize px', ({ launch, textSize }) => {
  let installed: Installed;
  beforeAll(async () => {
    installed = await launch({ textSize });
    await useEndpoint(installed, `${gateway.origin}/sample/mixed`);
  });
  afterAll(async () => installed?.close());

  test.each([320, 384, 800])('at %i px nothing is cut off sideways', async (width) => {
    const page = await installed.page('src/popup/index.html');
    await page.setViewport({ width, height: 600 });
    await page.waitForSelector('[data-overall]');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${textSize}px`);
    expect(await page.evaluate(() => innerWidth)).toBe(width);
    expect(await cutOff(await page.evaluateHandle(() => ({ document })))).toEqual([]);
    await page.close();
  });

  test('the toolbar popup is as wide as its text asks', async () => {
    const popup = await installed.toolbarPopup();
    const width = await popup.evaluate(({ document }) => document.defaultView?.innerWidth);
    expect(width).toBeGreaterThanOrEqual(24 * textSize);
    expect(width).toBeLessThanOrEqual(800);
    expect(await cutOff(popup)).toEqual([]);
  });
});
