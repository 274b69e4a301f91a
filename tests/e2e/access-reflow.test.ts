import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { someOf } from '../support/at-length.ts';
import { assessmentWhere } from '../support/extension.ts';
import { launchPainted, type Painted, stateNames } from '../support/painted.ts';
import { unreadable } from '../support/reflow.ts';
import { profileWithTextSize } from '../support/text-size.ts';
import { eachTab, unfold } from '../support/unfold.ts';

const GALLERY = 'artifacts/gallery';

/** The longest texts of each kind. */
const everyDay = ['no company', 'mixed', 'many', 'not joined, of two computers', 'long names', 'the first sign-in'];

/** Text of twice the usual size makes the popup twice as wide; a zoom leaves it as it is and shows half as much of it. */
const ways = [
  { way: 'with text of 200 %', textSize: 32, popup: { width: 768, height: 600 }, other: { width: 400, height: 640 } },
  { way: 'zoomed', textSize: 16, popup: { width: 384, height: 300 }, other: { width: 320, height: 256 } },
];

describe.each(ways)(
  '$way nothing is cut off, overlaps, or has to be scrolled sideways',
  ({ way, textSize, popup, other }) => {
    let painted: Painted;

    beforeAll(async () => {
      mkdirSync(GALLERY, { recursive: true });
      painted = await launchPainted({ userDataDir: profileWithTextSize(textSize) });
    });

    afterAll(async () => painted?.close());

    const open = async (path: string, viewport: { readonly width: number; readonly height: number }): Promise<Page> => {
      const page = await painted.chromium.page(path);
      await page.setViewport(viewport);
      // A sign that is turning takes more room than one that has turned.
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.waitForSelector('h1');
      return page;
    };
    const picture = (page: Page, name: string) =>
      page.screenshot({ path: `${GALLERY}/${way}, ${name}.png`.replaceAll(' ', '-').replaceAll('%', 'percent') });

    test.each(someOf(stateNames, everyDay))('the popup: %s', async (name) => {
      await painted.show(name);
      const page = await open('src/popup/index.html', popup);
      await picture(page, name);
      await eachTab(page, async () => {
        await unfold(page);
        expect(await unreadable(page)).toEqual([]);
      });
      await page.close();
    });

    test.each(['something to do on three devices', 'waiting to be confirmed', 'long names'])(
      'the steps: %s',
      async (name) => {
        await painted.show(name);
        const { devices } = await assessmentWhere(painted.chromium, () => true);
        for (const { id: device, findings } of devices) {
          const { practice = '' } =
            findings.find(({ rating }) => rating === 'warn' || rating === 'nudge') ?? findings[0] ?? {};
          const page = await open(`src/popup/steps.html?${new URLSearchParams({ device, practice })}`, other);
          await picture(page, `steps of ${practice}`);
          expect(await unreadable(page)).toEqual([]);
          await page.close();
        }
      },
    );

    test.each(['mixed', 'endpoint failing', 'long names'])('the settings: %s', async (name) => {
      await painted.show(name);
      const page = await open('src/options/index.html', other);
      await page.waitForSelector('.permissions button');
      await picture(page, `settings ${name}`);
      expect(await unreadable(page)).toEqual([]);
      await page.locator('input').fill('acme');
      await page.locator('[data-action=test-connection]').click();
      await page.waitForSelector('[data-connection=failed]');
      expect(await unreadable(page)).toEqual([]);
      await page.close();
    });
  },
);
