import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';
import { asBytes } from '../../scripts/package/zip.mjs';
import { type Chromium, drivenChromium } from '../support/chromium.ts';
import { assessmentWhere, chooseDevice, nextTurn, overallOf, shownFindings, textOf } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { endGatewayProcesses } from '../support/gateway-process.ts';
import { type Policies, policiesFor } from '../support/policies.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';
import { startTokenWorld, type TokenWorld } from '../support/token-world.ts';
import { serveUpdates, type UpdateServer } from '../support/update-server.ts';

const FILE = 'stethoscope.json';
const OPTIONS = 'src/options/index.html';

/** Without it Chromium lets nobody look into what a policy has installed. */
const observable = asBytes(JSON.stringify({ DeveloperToolsAvailability: 1 }));

let company: TokenWorld;
/** Of another company. */
let other: ServedGateway;
let updates: UpdateServer;
let policies: Policies;
let chromium: Chromium;
let profile: string;

/** The very file of the deployment kit. */
const deploy = async (settings: { readonly endpoint: string }): Promise<void> =>
  policies.write(FILE, await updates.kitFile('linux/chrome.json', settings));

const ask = async (question: string): Promise<unknown> => (await chromium.worker()).evaluate(question);

const runningVersion = (): Promise<unknown> => ask('chrome.runtime.getManifest().version');

describe.runIf(process.platform === 'linux')('a policy file of Linux, in Chromium', () => {
  beforeAll(async () => {
    company = await startTokenWorld();
    other = await serveSamplePeople();
    updates = await serveUpdates();
    policies = policiesFor('chromium', await findOrInstallBrowser('chromium'));
    profile = mkdtempSync(path.join(tmpdir(), 'stethoscope-profile-'));
    policies.write('observable.json', observable);
    await deploy(company.settings);
    const browser = await puppeteer.launch({
      executablePath: policies.program,
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      // It keeps extensions from being looked for.
      ignoreDefaultArgs: ['--disable-background-networking'],
      args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-component-update', '--disable-sync'],
    });
    chromium = drivenChromium(browser, updates.ids.chrome);
  }, 60_000);

  afterAll(async () => {
    policies?.close();
    await chromium?.close();
    await updates?.close();
    await endGatewayProcesses();
    await company?.close();
    await other?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('installs the CRX from update.xml, pinned, for good', async () => {
    const self = (await ask('chrome.management.getSelf()')) as Record<string, unknown>;
    expect(self).toMatchObject({ version: updates.version, installType: 'admin', mayDisable: false });
    expect(await ask('chrome.action.getUserSettings()')).toMatchObject({ isOnToolbar: true });
    expect(updates.requests.map(({ url }) => url?.split('?')[0])).toEqual([
      '/update.xml',
      `/stethoscope-${updates.version}.crx`,
    ]);
  });

  test('the popup shows the company’s devices, and nobody has clicked', async () => {
    const { connection, devices } = await assessmentWhere(chromium, (it) => it.connection.answeredAt !== null);
    expect(connection).toMatchObject({ endpoint: company.settings.endpoint, problem: null });
    expect(connection.signedOut).toBeUndefined();
    expect(devices.map(({ name }) => name)).toContain(company.computer);
    const popup = await chromium.popup();
    await popup.waitForSelector('[role=tablist]');
    expect(await overallOf(popup)).toBe('warn');
    await chooseDevice(popup, company.computer);
    const shown = await shownFindings(popup);
    expect(shown.find(({ practice }) => practice === 'disk-encryption')?.rating).toBe('warn');
    await popup.close();
  });

  test('the token that let it in is kept nowhere', async () => {
    const { token } = company.settings;
    expect(await ask('chrome.storage.managed.get("token")')).toEqual({ token });
    expect(JSON.stringify(await chromium.storage())).toContain('"hasToken":true');
    for (const area of ['local', 'session', 'sync'])
      expect(JSON.stringify(await ask(`chrome.storage.${area}.get()`)), area).not.toContain(token);
  });

  test('the options are locked', async () => {
    const options = await chromium.page(OPTIONS);
    await options.waitForSelector('[data-locked]');
    expect(await options.$eval('input[name=endpoint]', (input) => [input.value, input.readOnly])).toEqual([
      company.settings.endpoint,
      true,
    ]);
    expect(await options.$('[data-action=save]')).toBeNull();
    await options.close();
  });

  test('a new version on the update server arrives, keeps what was stored, and is granted what it requires', async () => {
    expect(await ask('chrome.permissions.contains({ permissions: ["management"] })')).toBe(false);
    const { devices } = await assessmentWhere(chromium, () => true);
    const device = devices.find(({ findings }) => findings.some(({ practice }) => practice === 'disk-encryption'))?.id;
    const options = await chromium.page(OPTIONS);
    const claim = JSON.stringify({ command: 'claim', argument: { device, practice: 'disk-encryption' } });
    await options.evaluate(`chrome.runtime.sendMessage(${claim})`);
    await options.close();
    const { claims } = await chromium.storage();
    expect(claims).toBeDefined();

    await updates.offer('1.0.1', ['management']);
    expect(await ask('chrome.runtime.requestUpdateCheck()')).toEqual({ status: 'update_available', version: '1.0.1' });
    // Chromium installs it when the worker has ended, as it does after half a minute.
    while ((await runningVersion()) !== '1.0.1') {
      if (await isWaiting()) await chromium.killWorker();
      await nextTurn();
    }
    expect((await chromium.storage())['claims']).toEqual(claims);
    expect(await ask('chrome.permissions.contains({ permissions: ["management"] })')).toBe(true);
    const updated = await chromium.page(OPTIONS);
    await updated.waitForSelector('[data-permission=management][data-fixed]');
    await updated.close();
  });

  test('a policy that names another endpoint is followed', async () => {
    const endpoint = `${other.origin}/sample/green`;
    await deploy({ endpoint });
    await assessmentWhere(chromium, ({ connection }) => connection.endpoint === endpoint);
    const popup = await chromium.popup();
    await popup.waitForSelector('[data-overall=ok]');
    expect(await textOf(popup, 'h1')).toContain('Nothing to fix');
    await popup.close();
    const taken = other.requests.filter(({ headers }) => headers['authorization'] !== undefined);
    expect(taken, 'no token of the first').toEqual([]);
  });

  test('without the policy the extension is gone, and what it had stored', async () => {
    expect(kept().every((folder) => existsSync(folder))).toBe(true);
    policies.remove(FILE);
    while (await isInstalled()) await nextTurn();
    while (kept().some((folder) => existsSync(folder))) await nextTurn();
  });
});

/** Where Chromium keeps the extension's files, and what it stores. */
const kept = (): string[] =>
  ['Extensions', 'Local Extension Settings'].map((folder) => path.join(profile, 'Default', folder, updates.ids.chrome));

/** Whether the extension was told of an update that waits for it. */
const isWaiting = (): Promise<unknown> => ask('chrome.storage.session.get("update").then((it) => "update" in it)');

/** A page of an extension that is gone is blocked; one that was open goes with it. */
async function isInstalled(): Promise<boolean> {
  const page = await chromium.browser.newPage();
  const problem = await page.goto(`chrome-extension://${updates.ids.chrome}/${OPTIONS}`).then(
    () => '',
    (error: Error) => error.message,
  );
  if (!page.isClosed()) await page.close();
  return !problem.includes('ERR_BLOCKED_BY_CLIENT');
}
