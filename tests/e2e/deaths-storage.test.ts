import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChangingCompany, serveChangingCompany } from '../support/changing-company.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { ask, expectLastGood, expectRecovery, seenFrom } from '../support/deaths.ts';
import { assessmentWhere, killWorker, overallOf, textOf, useEndpoint } from '../support/extension.ts';

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

/** Takes what room there is, to the last hundred bytes. */
const fill = () =>
  page.evaluate(`(async () => {
    let n = 0;
    for (let size = 1 << 20; size >= 64; size >>= 1)
      while (await chrome.storage.local.set({ ['filling' + n]: 'x'.repeat(size) }).then(() => true, () => false)) n += 1;
    return n;
  })()`);

const makeRoom = () =>
  page.evaluate(`(async () => {
    const keys = Object.keys(await chrome.storage.local.get());
    await chrome.storage.local.remove(keys.filter((key) => key.startsWith('filling')));
  })()`);

describe('a storage that is full', () => {
  test('keeps the last good assessment, and the worker lives on', async () => {
    company.person = 'green';
    expect(await ask(page, check)).toBe('done');
    const { assessment: lastGood } = await seenFrom(page);
    expect(await fill()).toBeGreaterThan(9);
    company.person = 'many';
    expect(await ask(page, check)).toBe('failed');
    expect((await seenFrom(page)).assessment).toEqual(lastGood);
    await expectLastGood(page);

    const popup = await chromium.page('src/popup/index.html');
    await popup.waitForSelector('[data-overall]');
    await popup.locator('[data-control=check]').click();
    await popup.waitForSelector('[data-control=check]:not([disabled])');
    expect(await overallOf(popup)).toBe('ok');
    await popup.close();

    await makeRoom();
    expect(await ask(page, check)).toBe('done');
    expect((await seenFrom(page)).badge).toBe('9+');
    await expectRecovery(page);
  });
});

describe('a stored document that somebody changed', () => {
  const garbage: readonly (readonly [string, string])[] = [
    ['null', 'null'],
    ['a number', '7'],
    ['text', '"<b>broken</b>"'],
    ['a list', '[[[]]]'],
    ['an empty object', '{}'],
    ['its frame only', '{ version: 1 }'],
    ['nothing in its frame', '{ version: 1, value: null }'],
    ['a list in its frame', '{ version: 1, value: [{}] }'],
    ['an older shape', '{ ...before, version: 0 }'],
    ['a newer shape, as after a downgrade', '{ ...before, version: 2 }'],
    ['text for every number', 'JSON.parse(JSON.stringify(before).replace(/:[0-9.]+/g, ":\\"7\\""))'],
    ['dates that are none', 'JSON.parse(JSON.stringify(before).replace(/\\d{4}-\\d\\d-\\d\\dT/g, "9999-99-99T"))'],
    ['a megabyte', '({ version: 1, value: "x".repeat(1 << 20) })'],
  ];
  const keys = ['answers', 'assessment', 'claims', 'ownAnswers', 'passkey', 'settings'];

  test.each(garbage)('to %s is as good as none, whichever it is', async (_, made) => {
    company.person = 'mixed';
    for (const key of keys) {
      await useEndpointAnew();
      await page.evaluate(`(async () => {
        const before = (await chrome.storage.local.get('${key}'))['${key}'] ?? { version: 1, value: [] };
        await chrome.storage.local.set({ ['${key}']: ${made} });
      })()`);
      await killWorker(chromium);
      const popup = await chromium.page('src/popup/index.html');
      await popup.waitForSelector('[data-overall]');
      expect((await textOf(popup, 'body')).length, key).toBeGreaterThan(20);
      expect(await ask(page, check), key).toBe('done');
      await expectRecovery(page);
      expect((await seenFrom(page)).badge, key).toBe(key === 'settings' ? '' : '1');
      await popup.close();
    }
  });

  /** Who broke the settings has no company any more. */
  async function useEndpointAnew(): Promise<void> {
    await ask(page, { command: 'set-endpoint', argument: company.origin });
    await assessmentWhere(chromium, ({ connection }) => connection.endpoint === company.origin);
  }
});
