import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChangingCompany, serveChangingCompany } from '../support/changing-company.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import {
  ask,
  choose,
  dieAfter,
  dieAtAwait,
  expectEndpoint,
  expectLastGood,
  expectRecovery,
  killBrowser,
  killWorkerOf,
  seenFrom,
  start,
} from '../support/deaths.ts';
import { overallOf, useEndpoint } from '../support/extension.ts';
import { randomFrom } from '../support/seed.ts';
import { documents, spoil, spoilings } from '../support/spoilt.ts';

const check = { command: 'check' };
const optionsPage = 'src/options/index.html';

let company: ChangingCompany;

beforeAll(async () => {
  company = await serveChangingCompany();
});

afterAll(() => company?.close());

describe('a worker that dies', () => {
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await launchChromium();
    await useEndpoint(chromium, company.origin);
    page = await chromium.page(optionsPage);
  });

  afterAll(() => chromium?.close());

  /** A finding that is open for every sample person. */
  const finding = { device: 'this-computer', practice: 'toolbar-check' };

  test.each<[string, object, number]>([
    ['a check', check, 40],
    ['a claim', { command: 'claim', argument: finding }, 6],
    ['an own answer', { command: 'answer', argument: { ...finding, isSo: true } }, 3],
    ['what a page saw', { command: 'passkey', argument: 'ready' }, 3],
  ])('at every await of %s leaves the last good', async (_, message, least) => {
    let deaths = 0;
    for (;;) {
      company.nextPerson();
      if ((await dieAtAwait(chromium, page, message, deaths + 1)) <= deaths) break;
      deaths += 1;
      await expectLastGood(page, `death ${deaths}`);
      await expectRecovery(page);
    }
    expect(deaths).toBeGreaterThan(least);
    expect(await ask(page, check)).toBe('done');
  });

  test('at every await of leaving the company, and of coming back, gets there with the next start', async () => {
    const endpoints = [null, company.origin];
    for (let deaths = 0, passed = 1; passed > deaths; deaths += 1) {
      const argument = endpoints[deaths % 2] ?? null;
      passed = await dieAtAwait(chromium, page, { command: 'set-endpoint', argument }, deaths + 1);
      await start(page);
      const stored = (await page.evaluate('chrome.storage.local.get("settings")')) as {
        readonly settings?: { readonly value: { readonly endpoint: string | null } };
      };
      const chosen = stored.settings?.value.endpoint ?? null;
      await expectEndpoint(page, chosen);
      if (chosen === null)
        expect(JSON.stringify(await page.evaluate('chrome.storage.local.get()'))).not.toContain('Acme');
      await expectRecovery(page);
      await choose(page, argument);
    }
  });

  test('at any moment, 200 times, leaves the last good', async () => {
    const { random, seed } = randomFrom();
    for (let death = 0; death < 200; death += 1) {
      company.nextPerson();
      const ms = random() * 120;
      await dieAfter(chromium, page, check, ms);
      await expectLastGood(page, `seed ${seed}, death ${death} after ${ms} ms`);
      await expectRecovery(page);
    }
    expect(await ask(page, check)).toBe('done');
  });
});

describe('a stored document that somebody changed', () => {
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await launchChromium();
    page = await chromium.page(optionsPage);
  });

  afterAll(() => chromium?.close());

  const spoilt = documents.flatMap((name) => spoilings.map(([how, made]) => [name, how, made] as const));

  test.each(spoilt)('%s, %s, is as good as none', async (name, _, made) => {
    await choose(page, company.origin);
    await spoil(page, [name], made);
    await killWorkerOf(chromium, page);
    const popup = await chromium.page('src/popup/index.html');
    await popup.waitForSelector('[data-overall]');
    expect(await ask(page, check)).toBe('done');
    await expectRecovery(page);
    await popup.close();
  });
});

describe('a browser that is killed', () => {
  const userDataDirs: string[] = [];

  afterAll(() => Promise.all(userDataDirs.map((dir) => rm(dir, { recursive: true, force: true, maxRetries: 5 }))));

  const newProfile = async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'stethoscope-'));
    userDataDirs.push(dir);
    return dir;
  };

  test('at any moment of a check, 20 times, starts again with the last good', async () => {
    const { random, seed } = randomFrom();
    const userDataDir = await newProfile();
    let chromium = await launchChromium({ userDataDir });
    await useEndpoint(chromium, company.origin);
    for (let death = 0; death < 20; death += 1) {
      company.nextPerson();
      const page = await chromium.page(optionsPage);
      const asked = ask(page, check).catch(() => 'lost');
      const ms = random() * 200;
      await new Promise((resolve) => setTimeout(resolve, ms));
      await killBrowser(chromium);
      await asked;
      chromium = await launchChromium({ userDataDir });
      const after = await chromium.page(optionsPage);
      const where = `seed ${seed}, death ${death} after ${ms} ms`;
      expect((await seenFrom(after)).assessment, where).toBeDefined();
      await expectRecovery(after);
      expect(await ask(after, check), where).toBe('done');
      await after.close();
    }
    await chromium.close();
  });

  test.each<[string, (file: string) => Promise<void>]>([
    ['overwritten', (file) => writeFile(file, Buffer.alloc(4096, 0xa5))],
    ['emptied', (file) => writeFile(file, '')],
    ['gone', (file) => rm(file)],
  ])('and whose storage is %s on the disk: the popup is never blank, and a check works again', async (_, spoil) => {
    const userDataDir = await newProfile();
    const spoilt = await launchChromium({ userDataDir });
    await useEndpoint(spoilt, company.origin);
    await killBrowser(spoilt);
    const folder = path.join(userDataDir, 'Default', 'Local Extension Settings', spoilt.extensionId);
    const files = await readdir(folder);
    expect(files).toContain('CURRENT');
    for (const file of files) await spoil(path.join(folder, file));

    const chromium = await launchChromium({ userDataDir });
    const popup = await chromium.page('src/popup/index.html');
    await popup.waitForSelector('[data-overall]');
    expect(await overallOf(popup)).not.toBeNull();
    expect(await ask(popup, check)).toBe('done');
    await expectRecovery(popup);
    await chromium.close();
  });
});
