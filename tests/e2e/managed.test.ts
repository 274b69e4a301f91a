import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { assessmentWhere, type Installed, nextTurn, shownFindings, textOf } from '../support/extension.ts';
import { type Firefox, firefoxId, launchFirefox } from '../support/firefox.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { homeWithManagedStorage } from '../support/managed-storage-file.ts';
import { isAnyPolicyLeft, policyFile, unpackedId, whyNoPolicy } from '../support/policy-file.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

const OPTIONS = 'src/options/index.html';
const secrets = { token: 'kiosk-secret-4711', device: { serial: 'ZS5MPL7Q2X', assetTag: 'ACME-5MPL7Q2X' } };

let gateway: ServedGateway;
const endpointOf = (person: string) => `${gateway.origin}/sample/${person}`;

beforeAll(async () => {
  gateway = await serveSamplePeople();
});
afterAll(() => gateway.close());

const asks = (endpoint: string) => (installed: Installed) =>
  assessmentWhere(installed, ({ connection }) => connection.endpoint === endpoint);

/** Waits until something stored is as wanted. */
async function storedWhere(installed: Installed, wanted: (stored: string) => boolean): Promise<string> {
  for (;;) {
    const stored = JSON.stringify(await installed.storage());
    if (wanted(stored)) return stored;
    await nextTurn();
  }
}

/** For a change that has to be said again. */
const patient = { timeout: 90_000 };

/** Changes the policy, and again where Chromium overlooks that: on a busy machine it once did, and looks by itself only minutes later. */
async function applied<Result>(change: () => void, happens: () => Promise<Result>): Promise<Result> {
  change();
  const again = setInterval(change, 12_000);
  try {
    return await happens();
  } finally {
    clearInterval(again);
  }
}

/** What the options page shows of the organization's settings. */
async function expectLocked(installed: Installed, endpoint: string): Promise<void> {
  const options = await installed.page(OPTIONS);
  await options.waitForSelector('[data-locked]');
  expect(await options.$eval('input[name=endpoint]', (input) => [input.value, input.readOnly])).toEqual([
    endpoint,
    true,
  ]);
  expect(await options.$('[data-action=save]')).toBeNull();
  expect(await options.$eval('[data-setting=endpoint]', (row) => row.getAttribute('data-origin'))).toBe('managed');
  expect(await options.$eval('[data-setting=contact]', (row) => row.getAttribute('data-origin'))).toBe('managed');
  expect(await textOf(options, '.refused')).toBe(
    'Set by your organization: a value for “Sign-in” that cannot be read. It is not used.',
  );
  await options.close();
}

/** Chromium hands on no value of another type; what is only not one of ours is named. */
const first = () => ({
  endpoint: `${endpointOf('mixed')}/`,
  signIn: 'by-fax',
  contactJson: '{"label":"The desk","url":"https://desk.acme.example"}',
  notifications: 'perhaps',
  ...secrets,
});

const noPolicy = whyNoPolicy();

describe.skipIf(noPolicy !== undefined)(
  `in Chromium, by a policy${noPolicy === undefined ? '' : `: ${noPolicy}`}`,
  () => {
    const policy = policyFile(unpackedId('dist/chrome'));
    let chromium: Chromium;

    beforeAll(async () => {
      policy.say(first());
      chromium = await launchChromium();
      expect(chromium.extensionId).toBe(unpackedId('dist/chrome'));
    });
    afterAll(async () => {
      policy.remove();
      await chromium?.close();
      expect(isAnyPolicyLeft()).toBe(false);
    });

    test('the company’s devices are there without a click, seconds late as the policy comes', async () => {
      await asks(endpointOf('mixed'))(chromium);
      const popup = await chromium.popup();
      await popup.waitForSelector('[role=tablist]');
      expect((await shownFindings(popup)).find(({ practice }) => practice === 'disk-encryption')?.rating).toBe('warn');
      await popup.close();
    });

    test('the options are locked, and what was refused is named', () => expectLocked(chromium, endpointOf('mixed')));

    test('neither token nor hints are stored', async () => {
      const stored = await storedWhere(chromium, (text) => text.includes('"hasToken":true'));
      expect(stored).not.toMatch(/4711|ZS5MPL7Q2X|ACME-5MPL/);
      expect(stored).toContain('"isHinted":true');
    });

    test(
      'another endpoint is asked as soon as the policy names it, and nothing of the first is left',
      patient,
      async () => {
        const say = () => policy.say({ endpoint: endpointOf('green') });
        await applied(say, () => asks(endpointOf('green'))(chromium));
        expect(await storedWhere(chromium, (text) => text.includes('"answers"'))).not.toContain('/sample/mixed');
        expect(await chromium.badge()).toBe('');
      },
    );

    test('on a system that is not meant nothing is done, and one sentence says so', patient, async () => {
      const say = () => policy.say({ endpoint: endpointOf('mixed'), applyTo: { platforms: ['macos'] } });
      await applied(say, () => storedWhere(chromium, (text) => text.includes('"isHere":false')));
      await storedWhere(chromium, (text) => !text.includes('"assessment"'));
      const asked = gateway.requests.length;
      const popup = await chromium.page('src/popup/index.html');
      await popup.waitForSelector('h1');
      expect(await textOf(popup, 'main')).toBe(
        'Your organization does not use this extension on this computer, so nothing is checked here',
      );
      await popup.evaluate("chrome.runtime.sendMessage({ command: 'check' })");
      expect(await chromium.badge()).toBe('');
      expect(gateway.requests.length).toBe(asked);
      await popup.close();
    });

    test('a policy that is taken back leaves a browser that is its own', patient, async () => {
      const say = () => policy.say({ endpoint: endpointOf('mixed') });
      await applied(say, () => asks(endpointOf('mixed'))(chromium));
      const worker = await chromium.worker();
      const takeBack = () => {
        policy.say({});
        policy.remove();
      };
      await applied(takeBack, async () => {
        while ((await worker.evaluate('chrome.storage.managed.get().then(JSON.stringify)')) !== '{}') await nextTurn();
      });
      while (!(await worker.evaluate('chrome.storage.session.get("managedSilence").then((it) => it.managedSilence)')))
        await nextTurn();
      // A minute of silence, without waiting for it.
      await worker.evaluate(
        'chrome.storage.session.set({ managedSilence: { version: 1, value: "2026-01-01T00:00:00.000Z" } })',
      );
      const options = await chromium.page(OPTIONS);
      await options.evaluate("chrome.runtime.sendMessage({ command: 'check' })");
      await assessmentWhere(chromium, ({ connection }) => connection.endpoint === null);
      await options.waitForSelector('[data-action=save]');
      expect(await storedWhere(chromium, () => true)).not.toContain(gateway.origin);
    });
  },
);

describe('in Firefox, by managed storage', () => {
  let firefox: Firefox;
  let home: ReturnType<typeof homeWithManagedStorage>;

  beforeAll(async () => {
    home = homeWithManagedStorage(firefoxId(), { ...first(), notifications: 'false' });
    firefox = await launchFirefox({ home: home.home });
  });
  afterAll(async () => {
    await firefox?.close();
    home.remove();
  });

  test('the company’s devices are there without a click', async () => {
    await asks(endpointOf('mixed'))(firefox);
    const popup = await firefox.popup();
    await popup.waitForSelector('[role=tablist]');
    await popup.close();
  });

  test('the options are locked, and what was refused is named', () => expectLocked(firefox, endpointOf('mixed')));

  test('what was written as text counts, and neither token nor hints are stored', async () => {
    const stored = await storedWhere(firefox, (text) => text.includes('"hasToken":true'));
    expect(stored).toContain('"notifications":false');
    expect(stored).not.toMatch(/4711|ZS5MPL7Q2X|ACME-5MPL/);
  });
});
