import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/posture/finding.ts';
import { axeFaults } from '../support/axe.ts';
import { assessmentWhere } from '../support/extension.ts';
import { launchPainted, type Painted } from '../support/painted.ts';
import { smallTargets } from '../support/targets.ts';

let painted: Painted;

beforeAll(async () => {
  painted = await launchPainted();
});

afterAll(async () => painted?.close());

const faultsOf = async (page: Page) => [
  ...(await axeFaults(page, ['light', 'dark', 'forced colours'])),
  ...(await smallTargets(page)),
];

describe('the settings: axe finds nothing in any colours, and every target has 24 pixels', () => {
  const open = async (): Promise<Page> => {
    const page = await painted.chromium.page('src/options/index.html');
    await page.setViewport({ width: 640, height: 3000 });
    await page.waitForSelector('.permissions button');
    return page;
  };

  test.each(['no company', 'mixed', 'endpoint failing', 'never answered'])('%s', async (name) => {
    await painted.show(name);
    const page = await open();
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });

  test('an address that is none, a company that answers, and one that is still asked', async () => {
    const page = await open();
    const address = await page.$eval('input', ({ value }) => value);
    await page.locator('input').fill('acme');
    await page.locator('[data-action=test-connection]').click();
    await page.waitForSelector('[data-connection=failed]');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('input').fill(address);
    await page.locator('[data-action=test-connection]').click();
    await page.waitForSelector('[data-connection=ok]');
    expect(await faultsOf(page)).toEqual([]);
    const answer = painted.hold();
    await page.locator('[data-action=test-connection]').click();
    await page.waitForFunction(() => document.querySelector('#connection-outcome')?.textContent?.startsWith('Asking'));
    expect(await faultsOf(page)).toEqual([]);
    answer();
    await page.waitForSelector('[data-connection=ok]');
    await page.close();
  });
});

describe('the steps: axe finds nothing in any colours, and every target has 24 pixels', () => {
  const faultsOfSteps = async ({ device, practice }: Pick<Finding, 'device' | 'practice'>) => {
    const page = await painted.chromium.page(`src/popup/steps.html?${new URLSearchParams({ device, practice })}`);
    await page.setViewport({ width: 400, height: 3000 });
    await page.waitForSelector('h1');
    const faults = await faultsOf(page);
    await page.close();
    return faults.map((fault) => `${practice}: ${fault}`);
  };

  test.each(['something to do on three devices', 'waiting to be confirmed', 'two tools disagree'])(
    '%s',
    async (name) => {
      await painted.show(name);
      const { devices } = await assessmentWhere(painted.chromium, () => true);
      // One finding of each rating and reason: what the page shows depends on these.
      const kinds = new Map(
        devices
          .flatMap(({ findings }) => findings)
          .filter(({ rating }) => rating !== 'not-applicable')
          .map((finding) => [`${finding.rating} ${finding.reason}`, finding]),
      );
      expect(kinds.size).toBeGreaterThan(1);
      for (const finding of kinds.values()) expect(await faultsOfSteps(finding)).toEqual([]);
    },
  );

  test('a finding that is gone', async () => {
    expect(await faultsOfSteps({ device: 'none', practice: 'none' })).toEqual([]);
  });
});

test('while the first check is made, and while a later one is', async () => {
  await painted.show('something to do on three devices');
  const answer = painted.hold();
  const page = await painted.chromium.page('src/popup/index.html');
  await page.setViewport({ width: 384, height: 3000 });
  await page.locator('[data-control=check]').click();
  await page.waitForSelector('[data-control=check][aria-disabled=true]');
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate('chrome.storage.local.remove("assessment")');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Checking'));
  expect(await faultsOf(page)).toEqual([]);
  answer();
  await page.waitForSelector('[data-overall]');
  await page.close();
});
