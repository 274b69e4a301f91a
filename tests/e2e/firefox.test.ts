import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseDevice, overallOf, shownFindings, textOf } from '../support/extension.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

let gateway: ServedGateway;
let firefox: Firefox;

beforeAll(async () => {
  gateway = await serveSamplePeople();
  firefox = await launchFirefox();
});

afterAll(async () => {
  await firefox?.close();
  await gateway?.close();
});

test('a walk in Firefox: before a company, connecting it, its devices, and the truth about this browser', async () => {
  const popup = await firefox.page('src/popup/index.html');
  await popup.waitForSelector('[data-practice=browser-version][data-rating=ok]');
  const own = await shownFindings(popup);
  expect(own.find(({ practice }) => practice === 'os-supported')).toMatchObject({
    rating: 'unknown',
    reason: 'browser-cannot-know',
  });
  await popup.close();

  const options = await firefox.page('src/options/index.html');
  await options.locator('input[name=endpoint]').fill(`${gateway.origin}/sample/mixed`);
  await options.locator('[data-action=test-connection]').click();
  await options.waitForSelector('[data-connection=ok]');
  await options.locator('input[name=endpoint]').click();
  await options.keyboard.press('Enter');

  const connected = await firefox.page('src/popup/index.html');
  await connected.waitForSelector('[data-practice=disk-encryption][data-rating=warn]');
  expect(await overallOf(connected)).toBe('warn');
  expect(await textOf(connected, 'h1')).toContain('2 things to fix');
  await chooseDevice(connected, 'Pixel');
  expect((await shownFindings(connected)).find(({ practice }) => practice === 'os-patched')?.rating).toBe('nudge');
});
