import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { redirectUrlOf } from '../../server/identity/extension-redirect.ts';
import { assessmentWhere, nextTurn, textOf, useEndpoint } from '../support/extension.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { type SignInWorld, startSignInWorld } from '../support/sign-in-world.ts';

const ADD_ON = 'stethoscope@extension.example';

let firefox: Firefox;
let world: SignInWorld;
beforeAll(async () => {
  [firefox, world] = await Promise.all([launchFirefox(), startSignInWorld({ extension: ADD_ON, accessMinutes: 12 })]);
});
afterAll(async () => {
  await firefox?.close();
  await world?.close();
});

const signInPage = async (): Promise<Page> => {
  for (;;) {
    const pages = await firefox.browser.pages();
    const page = pages.find((one) => one.url().startsWith(`${world.idp.issuer}/interaction/`));
    if (page !== undefined) return page;
    await nextTurn();
  }
};

test('the gateway makes of the add-on’s id the address that Firefox gives to it', async () => {
  const page = await firefox.page('src/options/index.html');
  expect(await page.evaluate('browser.identity.getRedirectURL("sign-in")')).toBe(redirectUrlOf(ADD_ON));
  await page.close();
});

test('somebody who signs in sees their own devices, and who signs out is forgotten', async () => {
  const { connection } = await useEndpoint(firefox, world.endpoint);
  expect(connection.signedOut).toMatchObject({ reason: 'not-yet', isExplained: true });
  const options = await firefox.page('src/options/index.html');
  await (await options.waitForSelector('[data-control=sign-in]'))?.click();
  const page = await signInPage();
  await (await page.waitForSelector('input[name=login]'))?.type('jane');
  await (await page.waitForSelector('input[name=password]'))?.type('secret');
  await page.click('button[type=submit]');
  await page.waitForSelector('input[name=prompt][value=consent]');
  await page.click('button[type=submit]');
  const { devices } = await assessmentWhere(firefox, (assessment) => assessment.connection.answeredAt !== null);
  expect(devices.map(({ name }) => name)).toContain('Blue Mac');
  await options.waitForSelector('[data-sign-in=in]');
  expect(await textOf(options, '[data-sign-in]')).toContain('Jane Doe');

  await (await options.waitForSelector('[data-control=sign-out]'))?.click();
  await assessmentWhere(firefox, (assessment) => assessment.connection.signedOut?.reason === 'by-choice');
  expect(JSON.stringify(await firefox.storage())).not.toMatch(/Jane|Blue Mac/);
  await options.close();
});
