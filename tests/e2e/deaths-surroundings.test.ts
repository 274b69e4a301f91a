import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DAY, elapsed, instant } from '../../src/posture/instant.ts';
import { type ChangingCompany, serveChangingCompany } from '../support/changing-company.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import {
  ask,
  expectLastGood,
  expectRecovery,
  killBrowser,
  killWorkerOf,
  lastingOf,
  seenFrom,
} from '../support/deaths.ts';
import { assessmentWhere, overallOf, shownFindings, textOf, useEndpoint } from '../support/extension.ts';

let company: ChangingCompany;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  company = await serveChangingCompany();
  chromium = await launchChromium();
  await useEndpoint(chromium, company.origin);
  page = await chromium.page('src/options/index.html');
});

afterEach(() => {
  company.instead = undefined;
  company.aheadMs = 0;
  company.person = 'mixed';
});

afterAll(async () => {
  await chromium?.close();
  await company?.close();
});

const check = { command: 'check' };
const cors = { 'access-control-allow-origin': '*' };

describe.each([
  ['a year back', 365 * DAY],
  ['a day ahead', -DAY],
])('a clock that is %s', (_, aheadMs) => {
  test('is put right by the company’s, and the footer says so', async () => {
    company.aheadMs = aheadMs;
    expect(await ask(page, check)).toBe('done');
    const { assessment } = await seenFrom(page);
    expect(assessment?.connection.clockOffsetMs).toBeDefined();
    expect(Math.abs(elapsed(instant(Date.now() + aheadMs), assessment?.assessedAt ?? ''))).toBeLessThan(60_000);
    await killWorkerOf(chromium, page);

    const popup = await chromium.page('src/popup/index.html');
    await popup.waitForSelector('[data-clock=wrong]');
    expect(await textOf(popup, '[data-clock=wrong]')).toMatch(/clock is wrong/);
    expect(await overallOf(popup)).toBe('warn');
    const reasons = (await shownFindings(popup)).map(({ reason }) => reason);
    expect(reasons).not.toContain('clock-wrong');
    expect(reasons).not.toContain('stale');
    expect(await chromium.badge()).toBe('1');

    company.aheadMs = 0;
    expect(await ask(page, check)).toBe('done');
    await popup.waitForFunction(() => document.querySelector('[data-clock=wrong]') === null);
    await popup.close();
  });
});

describe('a network that fails in the middle of a check', () => {
  test.each<[string, string, () => Response | Promise<Response>]>([
    ['a captive portal with a page of its own', 'not-json', () => html(200)],
    ['a captive portal that sends elsewhere', 'redirect', () => redirect('http://portal.example/login')],
    ['a captive portal that asks for a login (511)', 'server-error', () => html(511)],
    ['a captive portal that extensions cannot read', 'not-for-extensions', () => new Response('Log in first')],
  ])('%s: the last good stays', async (_, problem, answer) => {
    company.instead = answer;
    expect(await ask(page, check)).toBe('done');
    const { assessment, badge } = await seenFrom(page);
    expect(assessment?.connection.problem).toBe(problem);
    expect(badge).toBe('1');
    await expectLastGood(page);
  });

  test('offline, while the answer is on its way: the last good stays', async () => {
    const arrived = new Promise<void>((resolve) => {
      company.instead = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const ended = ask(page, check);
    await arrived;
    const worker = (await chromium.worker()).client;
    const nothing = { latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
    await worker.send('Network.enable');
    await worker.send('Network.emulateNetworkConditions', { ...nothing, offline: true });
    expect(await ended).toBe('done');
    const problem = async () => (await seenFrom(page)).assessment?.connection.problem;
    expect(['offline', 'unreachable', 'timeout']).toContain(await problem());
    await expectLastGood(page);
    await worker.send('Network.emulateNetworkConditions', { ...nothing, offline: false });
    company.instead = undefined;
    expect(await ask(page, check)).toBe('done');
    expect(await problem()).toBeNull();
  });

  const html = (status: number) => new Response('<title>Log in</title>', { status, headers: cors });
  const redirect = (location: string) => new Response(null, { status: 302, headers: { ...cors, location } });
});

test('two windows agree after a check in one of them', async () => {
  const [one, other] = [await chromium.page('src/popup/index.html'), await chromium.page('src/popup/index.html')];
  // A window behind another one draws nothing, and only a timer sees it change.
  const says = (window: Page, overall: string) =>
    window.waitForFunction(
      (said) => document.querySelector(`[data-overall=${said}]`) !== null,
      { polling: 50 },
      overall,
    );
  await Promise.all([says(one, 'warn'), says(other, 'warn')]);
  company.person = 'green';
  await one.$eval('button[data-control=check]', (button) => button.click());
  await Promise.all([says(one, 'ok'), says(other, 'ok')]);
  expect(await textOf(one, '[data-device]')).toBe(await textOf(other, '[data-device]'));
  expect(await chromium.badge()).toBe('');
  await Promise.all([one.close(), other.close()]);
});

test('two profiles have nothing in common', async () => {
  const before = await chromium.badge();
  const second = await launchChromium();
  try {
    const { connection } = await assessmentWhere(second, () => true);
    expect(connection.endpoint).toBeNull();
    expect(JSON.stringify(await second.storage())).not.toMatch(/Acme|127\.0\.0\.1/);
    await useEndpoint(second, company.origin);
    company.person = 'critical';
    expect(await ask(await second.page('src/options/index.html'), check)).toBe('done');
    expect(await second.badge()).toBe('3');
    expect(await chromium.badge()).toBe(before);
    expect(before).not.toBe('3');
  } finally {
    await second.close();
  }
});

test('a browser that is killed starts again with its badge, its alarms and the last good assessment', async () => {
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'stethoscope-'));
  try {
    let killed = await launchChromium({ userDataDir });
    await useEndpoint(killed, company.origin);
    const before = await seenFrom(await killed.page('src/options/index.html'));
    await killBrowser(killed);
    company.instead = () => new Promise(() => undefined);
    killed = await launchChromium({ userDataDir });
    const after = await killed.page('src/options/index.html');
    await expectLastGood(after);
    // A check comes with the start: it may have looked at this browser already, or not yet.
    expect(lastingOf((await seenFrom(after)).assessment)).toEqual(lastingOf(before.assessment));
    await expectRecovery(after);
    await killed.close();
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
