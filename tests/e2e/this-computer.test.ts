import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../support/browsers.ts';
import {
  assessmentWhere,
  chooseDevice,
  type Installed,
  shownFindings,
  textOf,
  useEndpoint,
} from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

/** Of Petra's computers, as her company's tools know them. */
const KEYS = /ZS6MPLP8NK|ZS4MPLP2WD|ACME-6MPLP8NK|ACME-4MPLP2WD|5A3B1E0C/i;

describe.each(browsers)('in %s', (_, launch) => {
  let gateway: ServedGateway;
  let installed: Installed;

  beforeAll(async () => {
    gateway = await serveSamplePeople();
    installed = await launch();
    await useEndpoint(installed, `${gateway.origin}/sample/not-joined`);
  });

  afterAll(async () => {
    await installed?.close();
    await gateway?.close();
  });

  const open = async (): Promise<Page> => {
    const page = await installed.page('src/popup/index.html');
    await page.waitForSelector('[data-overall]');
    return page;
  };

  const press = (page: Page, answer: string) => page.locator(`[data-control=computer-${answer}]`).click();
  const firstTab = (page: Page) => textOf(page, '[role=tab]');

  test('nobody but the person joins it: asked, "Yes", and its encryption shows here and stays', async () => {
    const page = await open();
    expect(await textOf(page, 'h1')).toBe('Is this your MacBook Pro, ending P8NK?');
    expect(await textOf(page, '[data-notice=not-joined]')).toContain('only the browser’s own checks are shown here');
    expect((await shownFindings(page)).map(({ practice }) => practice)).not.toContain('disk-encryption');

    await press(page, 'yes');
    await page.waitForSelector('[data-joined-by=own]');
    expect(await firstTab(page)).toContain('This computer');
    expect(await page.$$('[role=tab]')).toHaveLength(3);
    expect(await textOf(page, '.device')).toContain('MacBook Pro, ending P8NK');
    const disk = (await shownFindings(page)).find(({ practice }) => practice === 'disk-encryption');
    expect(disk).toMatchObject({ rating: 'ok' });
    expect(disk?.text).toContain('Jamf Pro');
    await page.close();

    await installed.killWorker();
    const again = await open();
    expect(await textOf(again, '[data-joined-by=own]')).toContain('You said that this computer is your MacBook Pro.');
    await again.close();
  });

  test('"This is not my computer" asks again, and "Another" and "None of these" are remembered', async () => {
    const page = await open();
    await press(page, 'change');
    await page.waitForSelector('[data-control=computer-another]');
    await press(page, 'another');
    await page.locator('.choice').click();
    await page.waitForSelector('[data-joined-by=own]');
    expect(await textOf(page, '.device')).toContain('Mac mini, ending P2WD');

    await press(page, 'change');
    await press(page, 'none');
    await page.waitForFunction(() => document.querySelector('[data-notice=not-joined] [data-control=computer-change]'));
    expect(await textOf(page, '[data-notice=not-joined]')).toContain('none of your company’s devices');
    expect((await shownFindings(page)).map(({ practice }) => practice)).not.toContain('disk-encryption');
    await page.close();

    const again = await open();
    expect(await again.$('[data-control=computer-yes]')).toBeNull();
    await press(again, 'change');
    await again.waitForSelector('[data-control=computer-yes]');
    await again.close();
  });

  test('a device that is not theirs leads to a letter that names it', async () => {
    const page = await open();
    await chooseDevice(page, 'Mac mini');
    const href = await page.$eval('[data-not-mine] a', (link) => link.getAttribute('href') ?? '');
    expect(decodeURIComponent(href)).toMatch(
      /^mailto:it@acme\.example\?subject=Not my device: Mac mini, ending P2WD&body=.*Petra's Mac mini/,
    );
    await page.close();
  });

  test('no whole key of a computer is in the answer or in this browser', async () => {
    await assessmentWhere(installed, ({ devices }) => devices.length === 4);
    const answer = await (await fetch(`${gateway.origin}/sample/not-joined/v1/posture`)).text();
    const stored = JSON.stringify(await installed.storage());
    for (const text of [answer, stored]) {
      expect(text).toContain('P8NK');
      expect(text).not.toMatch(KEYS);
    }
  });
});
