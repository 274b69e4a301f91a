import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { someOf } from '../support/at-length.ts';
import { axeFaults } from '../support/axe.ts';
import { launchPainted, type Painted, stateNames } from '../support/painted.ts';
import { smallTargets } from '../support/targets.ts';
import { eachTab, unfold } from '../support/unfold.ts';

let painted: Painted;

beforeAll(async () => {
  painted = await launchPainted();
});

afterAll(async () => painted?.close());

/** Of each kind of state one, and the sample person who has something of everything. */
const everyDay = [
  'no company, with answers of their own',
  'mixed',
  'many',
  'a deadline',
  'waiting to be confirmed',
  'two tools disagree',
  'not joined, of two computers',
  'endpoint down',
  'the first sign-in',
];

/** Tall enough for all of it: axe cannot judge the colours of what is scrolled out of sight. */
const open = async (path: string): Promise<Page> => {
  const page = await painted.chromium.page(path);
  await page.setViewport({ width: 384, height: 6000 });
  await page.waitForSelector('h1');
  return page;
};

const faultsOf = async (page: Page) => [
  ...(await axeFaults(page, ['light', 'dark', 'forced colours'])),
  ...(await smallTargets(page)),
];

describe('the popup: axe finds nothing on any tab, folded or unfolded, in any colours, and every target has 24 pixels', () => {
  test.each(someOf(stateNames, everyDay))('%s', async (name) => {
    await painted.show(name);
    const page = await open('src/popup/index.html');
    expect(await axeFaults(page, ['light'])).toEqual([]);
    await eachTab(page, async () => {
      await unfold(page);
      expect(await faultsOf(page)).toEqual([]);
    });
    await page.close();
  });
});
