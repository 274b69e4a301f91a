import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChangingCompany, serveChangingCompany } from '../support/changing-company.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { ask, dieAfter, dieAtAwait, expectLastGood, expectRecovery } from '../support/deaths.ts';
import { useEndpoint } from '../support/extension.ts';
import { randomFrom } from '../support/seed.ts';

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

describe('a worker that dies during a check leaves the last good assessment, and the next one goes on', () => {
  test('at every await', { timeout: 180_000 }, async () => {
    let deaths = 0;
    for (let isAlive = false; !isAlive; ) {
      company.nextPerson();
      isAlive = (await dieAtAwait(chromium, page, check, deaths + 1)) <= deaths;
      if (isAlive) break;
      deaths += 1;
      await expectLastGood(page);
      await expectRecovery(page);
    }
    // As many as there are: each document read or written is one, each question asked, each source.
    expect(deaths).toBeGreaterThan(40);
    expect(await ask(page, check)).toBe('done');
  });

  test('at any moment', { timeout: 60_000 }, async () => {
    const { random, seed } = randomFrom();
    for (let death = 0; death < 20; death += 1) {
      company.nextPerson();
      const ms = random() * 120;
      await dieAfter(chromium, page, check, ms);
      await expectLastGood(page, `seed ${seed}, death ${death} after ${ms} ms`);
      await expectRecovery(page);
    }
    expect(await ask(page, check)).toBe('done');
  });
});
