import { decodeJwt } from 'jose';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serialOf } from '../support/asked-system.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { assessmentWhere, nextTurn, textOf, useEndpoint } from '../support/extension.ts';
import { janeAccount, joeAccount } from '../support/identity-provider.ts';
import { type SignInWorld, startSignInWorld } from '../support/sign-in-world.ts';

/*
 * One day of one browser: a real sign-in service with its pages, the built gateway, a management system, and the real toolbar popup.
 * Each test goes on where the one before has ended.
 */

interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

let chromium: Chromium;
let world: SignInWorld;
/** Everything that any page or worker has written to its console. */
let consoles = '';
/** Every token that was ever here. */
const tokens = new Set<string>();

beforeAll(async () => {
  chromium = await launchChromium();
  world = await startSignInWorld({ extension: chromium.extensionId, accessMinutes: 0.05 });
  chromium.browser.on('targetcreated', (target) => {
    // A page that is gone already has nothing more to say.
    void target.page().then(
      (page) => page?.on('console', (message) => (consoles += `${message.text()}\n`)),
      () => undefined,
    );
  });
  (await chromium.worker()).on('console', (message) => {
    consoles += `${message.text()}\n`;
  });
});

afterAll(async () => {
  await chromium?.close();
  await world?.close();
});

const session = async (): Promise<Session | undefined> => {
  const stored = await (await chromium.worker()).evaluate('chrome.storage.session.get("session")');
  const { value } = (stored as { session?: { value: Session } }).session ?? {};
  if (value !== undefined) for (const token of [value.accessToken, value.refreshToken]) tokens.add(token);
  return value;
};

const sessionNow = async (): Promise<Session> => {
  const value = await session();
  if (value === undefined) throw new Error('Nobody is signed in');
  return value;
};

/** Waits until an access token says itself that it is over. The gateway is asked once: it counts how often a person asks. */
const untilOver = async ({ accessToken }: Session): Promise<void> => {
  const { exp = 0 } = decodeJwt(accessToken);
  while (Date.now() < exp * 1000) await nextTurn();
  const asks = { headers: { authorization: `Bearer ${accessToken}` } };
  expect((await fetch(`${world.endpoint}/v1/posture`, asks)).status).toBe(401);
};

const grant = (content: object) =>
  fetch(`${world.endpoint}/v1/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  });

/** The page of the sign-in service, as soon as it asks something. */
const signInPage = async (): Promise<Page> => {
  const target = await chromium.browser.waitForTarget((one) =>
    one.url().startsWith(`${world.idp.issuer}/interaction/`),
  );
  return target.asPage();
};

const logIn = async (page: Page, name: string): Promise<void> => {
  await (await page.waitForSelector('input[name=login]'))?.type(name);
  await (await page.waitForSelector('input[name=password]'))?.type('secret');
  await page.click('button[type=submit]');
};

/** What the sign-in service asks once it knows who somebody is. */
const asksForConsent = (page: Page) =>
  page.waitForFunction(() => document.querySelector('input[name=prompt][value=consent]') !== null);

const agree = async (page: Page): Promise<void> => {
  await asksForConsent(page);
  await page.click('button[type=submit]');
};

const turnAway = async (page: Page): Promise<void> => {
  await asksForConsent(page);
  await page.click('a[href$=abort]');
};

const headline = async (page: Page): Promise<string> => textOf(page, 'h1');

const reasonIs = (reason: string | undefined) =>
  assessmentWhere(chromium, ({ connection }) => connection.signedOut?.reason === reason);

/** The real popup. Chromium opens none while the window of a sign-in was the last that was used. */
const popupInFront = async (): Promise<Page> => {
  const [window] = await chromium.browser.pages();
  await window?.bringToFront();
  return chromium.popup();
};

/** Presses a button of the real popup, which closes as soon as a window opens. */
const press = async (control: string): Promise<void> => {
  const popup = await popupInFront();
  await (await popup.waitForSelector(`[data-control=${control}]`))?.click();
};

const checkAgain = async (): Promise<void> => {
  const { assessedAt: before } = await assessmentWhere(chromium, () => true);
  const popup = await popupInFront();
  await (await popup.waitForSelector('[data-control=check][aria-disabled=false]'))?.click();
  await assessmentWhere(chromium, ({ assessedAt }) => assessedAt !== before);
  await popup.close().catch(() => undefined);
};

test('before anybody has signed in, it is told what will be fetched and who can see it, and nothing is fetched', async () => {
  const assessment = await useEndpoint(chromium, world.endpoint);
  expect(assessment.connection.signedOut).toMatchObject({ reason: 'not-yet', isExplained: true });
  const popup = await popupInFront();
  await popup.waitForSelector('[data-first-sign-in]');
  expect(await headline(popup)).toBe('Sign in to see your devices');
  expect(await textOf(popup, '[data-first-sign-in]')).toContain('Acme');
  expect(world.idp.requests, 'not even silently').toEqual([]);
  await popup.click('[data-control=not-now]');
  await popup.waitForSelector('[data-first-sign-in]', { hidden: true });
  await popup.waitForSelector('.hero [data-control=sign-in]');
  expect(await chromium.badge()).toBe('');
  await popup.close();
});

test('whoever closes the window is where they were before', async () => {
  await press('sign-in');
  await (await signInPage()).close();
  await reasonIs('cancelled');
  const popup = await popupInFront();
  expect(await textOf(popup, '.hero p')).toContain('closed');
  await popup.close();
});

test('whoever does not consent is told so', async () => {
  await press('sign-in');
  const page = await signInPage();
  await logIn(page, 'jane');
  await turnAway(page);
  await reasonIs('refused');
});

test('whoever logs in and consents sees their own devices', async () => {
  await press('sign-in');
  const page = await signInPage();
  await agree(page);
  const { connection, devices } = await assessmentWhere(
    chromium,
    ({ connection: { answeredAt } }) => answeredAt !== null,
  );
  expect(connection.signedOut).toBeUndefined();
  expect(devices.map(({ name }) => name)).toContain('Blue Mac');
  const popup = await popupInFront();
  await popup.waitForFunction(() => document.body.textContent?.includes('Blue Mac'));
  await popup.close();
  await sessionNow();
});

test('an access token that is over is renewed before anybody notices', async () => {
  const before = await sessionNow();
  await untilOver(before);
  const { length } = world.idp.requests;
  await checkAgain();
  const after = await sessionNow();
  expect(after.accessToken).not.toBe(before.accessToken);
  expect(after.refreshToken).not.toBe(before.refreshToken);
  expect((await reasonIs(undefined)).devices.map(({ name }) => name)).toContain('Blue Mac');
  expect(world.idp.requests.length, 'without the sign-in service').toBe(length);
});

test('a session that ended is begun again by the sign-in service’s own, unseen', async () => {
  const before = await sessionNow();
  const stolen = { grant: 'refresh', refreshToken: before.refreshToken };
  expect((await grant(stolen)).status, 'somebody was faster').toBe(200);
  await untilOver(before);
  const { length } = world.idp.requests;
  await checkAgain();
  expect((await sessionNow()).refreshToken).not.toBe(before.refreshToken);
  await reasonIs(undefined);
  expect(world.idp.requests.slice(length).some((url) => url.includes('prompt=none'))).toBe(true);
});

test('after the browser’s own end it is the same', async () => {
  await (await chromium.worker()).evaluate('chrome.storage.session.clear()');
  await checkAgain();
  await sessionNow();
  await reasonIs(undefined);
});

test('whoever is not let in any more sees what was there, its age, and how to sign in', async () => {
  world.idp.behaviour = 'forget';
  const last = await sessionNow();
  await grant({ grant: 'end', refreshToken: last.refreshToken });
  await untilOver(last);
  await checkAgain();
  await reasonIs('revoked');
  expect(await session()).toBeUndefined();
  const popup = await popupInFront();
  await popup.waitForSelector('[data-control=sign-in]');
  expect(await headline(popup)).toMatch(/^From \w+day\. Sign in to refresh$/);
  expect(await popup.evaluate(() => document.body.textContent)).toContain('Blue Mac');
  expect(await chromium.badge()).not.toBe('!');
  await popup.close();
});

test('of the first account nothing is left for the second', async () => {
  await press('sign-in');
  const page = await signInPage();
  world.idp.behaviour = 'answer';
  await logIn(page, 'joe');
  await agree(page);
  const { devices } = await assessmentWhere(
    chromium,
    ({ connection }) => connection.isAnotherPerson === true && connection.answeredAt !== null,
  );
  expect(devices.map(({ name }) => name)).toContain('Green Mac');
  const popup = await popupInFront();
  await popup.waitForFunction(() => document.body.textContent?.includes('Green Mac'));
  expect(await headline(popup)).toBe('Signed in as somebody else. The earlier data was removed');
  expect(await popup.evaluate(() => document.body.textContent)).not.toMatch(/Blue Mac|Jane/);
  await popup.close();
  expect(JSON.stringify(await chromium.storage())).not.toMatch(/Blue Mac|Jane/);
  await sessionNow();
});

test('whoever signs out is forgotten, and not signed in again by itself', async () => {
  const { length } = world.idp.requests;
  const options = await chromium.page('src/options/index.html');
  expect(await textOf(options, '[data-sign-in]')).toContain('Joe Bloggs');
  await options.locator('[data-control=sign-out]').click();
  await options.waitForSelector('[data-sign-in=out]');
  await reasonIs('by-choice');
  await checkAgain();
  await reasonIs('by-choice');
  expect(JSON.stringify(await chromium.storage())).not.toMatch(/Green Mac|Joe/);
  expect(world.idp.requests.length).toBe(length);
  await options.close();
});

test('and may come back as somebody else, although the sign-in service knows them', async () => {
  await press('sign-in');
  const page = await signInPage();
  await logIn(page, 'jane');
  await agree(page);
  const { devices } = await assessmentWhere(chromium, ({ connection: { answeredAt } }) => answeredAt !== null);
  expect(devices.map(({ name }) => name)).toContain('Blue Mac');
  await sessionNow();
});

test('after all that no token, code, address or serial number is in storage, in a log, in a console or in the diagnostics', async () => {
  const options = await chromium.page('src/options/index.html');
  await options.locator('[data-action=prepare]').click();
  const preview = await options.waitForSelector('textarea');
  const report = (await preview?.evaluate((element) => element.value)) ?? '';
  const places = { storage: JSON.stringify(await chromium.storage()), gateway: world.printed(), consoles, report };
  const people = [janeAccount.email, joeAccount.email];
  const secrets = [...tokens, ...people, ...people.map(serialOf), world.idp.clientSecret];
  expect(tokens.size).toBeGreaterThan(8);
  expect(places.storage.includes('Blue Mac')).toBe(true);
  expect(places.gateway).toContain('Stethoscope gateway on');
  expect(report).toContain('signIn');
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets)
      expect(text.toLowerCase().includes(secret.toLowerCase()), `${secret} in ${place}`).toBe(false);
  }
  await options.close();
});
