import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findOrInstallBrowser } from '../../scripts/browsers.mjs';
import { assessmentWhere, chooseDevice, nextTurn, overallOf, textOf } from '../support/extension.ts';
import { drivenFirefox, type Firefox, uuids } from '../support/firefox.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { endGatewayProcesses } from '../support/gateway-process.ts';
import { type Policies, policiesFor } from '../support/policies.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';
import { startTokenWorld, type TokenWorld } from '../support/token-world.ts';
import { serveUpdates, type UpdateServer } from '../support/update-server.ts';

// Firefox is started five times, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const FILE = 'policies.json';

let company: TokenWorld;
/** Of another company. */
let other: ServedGateway;
let updates: UpdateServer;
let policies: Policies;
let firefox: Firefox;
let profile: string;

/** The very file of the deployment kit. */
const deploy = async (settings: { readonly endpoint: string }): Promise<void> =>
  policies.write(FILE, await updates.kitFile('linux/policies.json', settings));

/** Firefox reads policies when it starts. */
async function start(): Promise<void> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: policies.program,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': uuids(updates.ids.firefox),
      // Nobody has signed what was packaged here. Firefox ESR takes it all the same where it is told to; the release version never does.
      'xpinstall.signatures.required': false,
      // The update server of this test has no certificate: otherwise Firefox takes no update address but https.
      'extensions.checkUpdateSecurity': false,
    },
  });
  firefox = await drivenFirefox(browser, updates.ids.firefox);
}

async function restart(): Promise<void> {
  await firefox.close();
  await start();
}

interface AddOn {
  readonly version: string;
  readonly isActive: boolean;
  readonly source: string | undefined;
  readonly isRemovable: boolean;
}

/** What Firefox's own add-ons manager says; null for nothing. */
async function addOn(): Promise<AddOn | null> {
  const said =
    await firefox.ask(`AddonManager.getAddonByID('${updates.ids.firefox}').then((it) => JSON.stringify(it && {
    version: it.version,
    isActive: it.isActive,
    source: it.installTelemetryInfo?.source,
    isRemovable: Boolean(it.permissions & AddonManager.PERM_CAN_UNINSTALL),
  }))`);
  return JSON.parse(String(said));
}

async function addOnWhere(wanted: (it: AddOn | null) => boolean): Promise<AddOn | null> {
  for (;;) {
    const found = await addOn();
    if (wanted(found)) return found;
    await nextTurn();
  }
}

/** Has Firefox look for an update, as it does once a day, and tells what became of it. */
const lookForUpdate = (): Promise<unknown> =>
  firefox.ask(`AddonManager.getAddonByID('${updates.ids.firefox}').then((it) => new Promise((resolve) => {
    it.findUpdates({
      onNoUpdateAvailable: () => resolve('none'),
      onUpdateAvailable: (_, install) => {
        install.addListener({
          onInstallPostponed: () => resolve('waiting'),
          onInstallEnded: () => resolve('installed'),
          onInstallFailed: () => resolve('failed ' + install.error),
          onDownloadFailed: () => resolve('failed ' + install.error),
        });
        install.install().catch(() => resolve('refused'));
      },
    }, AddonManager.UPDATE_WHEN_USER_REQUESTED);
  }))`);

describe.runIf(process.platform === 'linux')('a policy file of Linux, in Firefox ESR', () => {
  beforeAll(async () => {
    company = await startTokenWorld();
    other = await serveSamplePeople();
    updates = await serveUpdates();
    policies = policiesFor('firefox', await findOrInstallBrowser('firefox'));
    profile = mkdtempSync(path.join(tmpdir(), 'stethoscope-profile-'));
    await deploy(company.settings);
    await start();
  });

  afterAll(async () => {
    policies?.close();
    await firefox?.close();
    await updates?.close();
    await endGatewayProcesses();
    await company?.close();
    await other?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('installs the XPI on the toolbar, for good', async () => {
    const found = await addOnWhere((it) => it?.isActive === true);
    expect(found).toMatchObject({ version: updates.version, source: 'enterprise-policy', isRemovable: false });
    const options = await firefox.page('src/options/index.html');
    expect(await options.evaluate('browser.action.getUserSettings().then(JSON.stringify)')).toBe(
      '{"isOnToolbar":true}',
    );
    expect(await options.evaluate('browser.management.getSelf().then((it) => it.installType)')).toBe('admin');
    await options.close();
  });

  test('the popup shows the company’s devices, and nobody has clicked; the options are locked', async () => {
    const { connection, devices } = await assessmentWhere(firefox, (it) => it.connection.answeredAt !== null);
    expect(connection).toMatchObject({ endpoint: company.settings.endpoint, problem: null });
    expect(connection.signedOut).toBeUndefined();
    expect(devices.map(({ name }) => name)).toContain(company.computer);
    const popup = await firefox.popup();
    await popup.waitForSelector('[role=tablist]');
    await chooseDevice(popup, company.computer);
    await popup.waitForSelector('[data-practice=disk-encryption][data-rating=warn]');
    expect(await overallOf(popup)).toBe('warn');
    await popup.close();
    const options = await firefox.page('src/options/index.html');
    await options.waitForSelector('[data-locked]');
    expect(await options.$('[data-action=save]')).toBeNull();
    await options.close();
  });

  test('the token that let it in is kept nowhere', async () => {
    const { token } = company.settings;
    const options = await firefox.page('src/options/index.html');
    const inArea = (area: string) => options.evaluate(`browser.storage.${area}.get().then(JSON.stringify)`);
    expect(await inArea('managed')).toContain(token);
    expect(await inArea('local')).toContain('"hasToken":true');
    for (const area of ['local', 'session']) expect(await inArea(area), area).not.toContain(token);
    await options.close();
  });

  test('a new version on the update server waits for the next start, and keeps what was stored', async () => {
    const { devices } = await assessmentWhere(firefox, () => true);
    const device = devices.find(({ findings }) => findings.some(({ practice }) => practice === 'disk-encryption'))?.id;
    const options = await firefox.page('src/options/index.html');
    const claim = JSON.stringify({ command: 'claim', argument: { device, practice: 'disk-encryption' } });
    await options.evaluate(`browser.runtime.sendMessage(${claim})`);
    const { claims } = await firefox.storage();
    expect(claims).toBeDefined();
    await updates.offer('1.0.1');
    expect(await lookForUpdate()).toBe('waiting');
    await restart();
    expect(await addOn()).toMatchObject({ version: '1.0.1', isActive: true });
    expect((await firefox.storage())['claims']).toEqual(claims);
  });

  test('a policy that names another endpoint is followed from the next start', async () => {
    const endpoint = `${other.origin}/sample/green`;
    await deploy({ endpoint });
    await restart();
    await assessmentWhere(firefox, ({ connection }) => connection.endpoint === endpoint);
    const popup = await firefox.popup();
    await popup.waitForSelector('[data-overall=ok]');
    expect(await textOf(popup, 'h1')).toContain('Nothing to fix');
    const taken = other.requests.filter(({ headers }) => headers['authorization'] !== undefined);
    expect(taken, 'no token of the first').toEqual([]);
  });

  test('without the policy the person may remove it, and a policy that blocks it removes it', async () => {
    policies.remove(FILE);
    await restart();
    expect(await addOnWhere((it) => it?.isRemovable === true)).toMatchObject({ isActive: true });
    const blocked = { policies: { ExtensionSettings: { [updates.ids.firefox]: { installation_mode: 'blocked' } } } };
    policies.write(FILE, new TextEncoder().encode(JSON.stringify(blocked)));
    await restart();
    expect(await addOnWhere((it) => it === null)).toBeNull();
  });
});
