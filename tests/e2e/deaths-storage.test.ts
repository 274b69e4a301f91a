import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ChangingCompany, serveChangingCompany } from '../support/changing-company.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { ask, choose, expectLastGood, expectRecovery, killWorkerOf, seenFrom } from '../support/deaths.ts';
import { overallOf, textOf, useEndpoint } from '../support/extension.ts';
import { documents, spoil, spoilings } from '../support/spoilt.ts';

let company: ChangingCompany;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  company = await serveChangingCompany();
  chromium = await launchChromium();
  await useEndpoint(chromium, company.origin);
  page = await chromium.page('src/options/index.html');
});

afterAll(async () => {
  await chromium?.close();
  await company?.close();
});

const check = { command: 'check' };

/** Takes what room there is, to the last byte. Gives the number of documents that it took. */
const fill = () =>
  page.evaluate(`(async () => {
    const isStored = (name, length) =>
      chrome.storage.local.set({ [name]: 'x'.repeat(length) }).then(() => true, () => false);
    let n = 0;
    let last = 0;
    for (let size = 1 << 20; size >= 64; size >>= 1)
      for (; await isStored('filling' + n, size); n += 1) last = size;
    while (await isStored('filling' + (n - 1), last + 1)) last += 1;
    return n;
  })()`);

/** Leaves so many bytes of a storage that was full. */
const leave = (bytes: number) =>
  page.evaluate(`(async () => {
    const { filling0 } = await chrome.storage.local.get('filling0');
    await chrome.storage.local.set({ filling0: filling0.slice(${bytes}) });
  })()`);

const makeRoom = () =>
  page.evaluate(`(async () => {
    const keys = Object.keys(await chrome.storage.local.get());
    await chrome.storage.local.remove(keys.filter((key) => key.startsWith('filling')));
  })()`);

describe('a storage that is full', () => {
  beforeEach(async () => {
    company.person = 'green';
    expect(await ask(page, check)).toBe('done');
    expect(await fill()).toBeGreaterThan(9);
    company.person = 'many';
  });

  afterEach(async () => {
    await makeRoom();
    expect(await ask(page, check)).toBe('done');
    expect((await seenFrom(page)).badge).toBe('9+');
    await expectRecovery(page);
  });

  test('to the last byte: keeps the last good assessment, and the worker lives on', async () => {
    const { assessment: lastGood } = await seenFrom(page);
    expect(await ask(page, check)).toBe('failed');
    expect((await seenFrom(page)).assessment).toEqual(lastGood);
    await expectLastGood(page);

    const popup = await chromium.page('src/popup/index.html');
    await popup.waitForSelector('[data-overall]');
    await popup.locator('[data-control=check]').click();
    await popup.waitForSelector('[data-control=check]:not([disabled])');
    expect(await overallOf(popup)).toBe('ok');
    await popup.close();
  });

  test('but for a few words: says that the answer is too large, and keeps the last good devices', async () => {
    const { assessment: lastGood } = await seenFrom(page);
    await leave(200);
    expect(await ask(page, check)).toBe('done');
    const { assessment, badge } = await seenFrom(page);
    expect(assessment?.connection).toEqual({ ...lastGood?.connection, problem: 'too-large' });
    expect(assessment?.devices.map(({ id }) => id)).toEqual(lastGood?.devices.map(({ id }) => id));
    expect(badge).toBe('');
    await expectLastGood(page);
  });
});

describe('what is stored', () => {
  beforeEach(async () => {
    await choose(page, company.origin);
    await ask(page, { command: 'answer', argument: { device: 'd_1', practice: 'firewall', isSo: true } });
  });

  /** The proofs try all of them, document by document. */
  const some = [
    'null',
    'of an older shape',
    'of a newer shape, as after a downgrade',
    'without its numbers',
    'without its lists',
  ];

  test.each(spoilings.filter(([how]) => some.includes(how)))(
    'is as good as none when each document is %s',
    async (_, made) => {
      await spoil(page, documents, made);
      await killWorkerOf(chromium, page);
      const popup = await chromium.page('src/popup/index.html');
      await popup.waitForSelector('[data-overall]');
      expect((await textOf(popup, 'body')).length).toBeGreaterThan(20);
      expect(await ask(page, check)).toBe('done');
      await expectRecovery(page);
      await popup.close();
    },
  );
});
