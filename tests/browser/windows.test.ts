import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openOptions, openSteps, openTab } from '../../src/browser/windows.ts';
import { runIn } from '../support/this-browser.ts';

const finding = { device: 'd_1 & more', practice: 'firewall' };
const url = 'chrome-extension://test-extension-id/src/popup/steps.html?device=d_1+%26+more&practice=firewall';

const newestTab = async () => (await fakeBrowser.tabs.query({})).at(-1)?.url;

beforeEach(() => runIn());
afterEach(() => vi.restoreAllMocks());

test('the steps open in a small window of their own', async () => {
  const create = vi.spyOn(fakeBrowser.windows, 'create');
  await openSteps(finding);
  expect(create.mock.calls).toEqual([[{ url, type: 'popup', width: 400, height: 640 }]]);
});

test('the steps open in a tab where a browser has no windows', async () => {
  const { windows } = fakeBrowser;
  Object.assign(fakeBrowser, { windows: undefined });
  try {
    await openSteps(finding);
  } finally {
    Object.assign(fakeBrowser, { windows });
  }
  expect(await newestTab()).toBe(url);
});

test('a page opens in a tab, and the settings where the browser has them', async () => {
  await openTab('https://acme.example/help');
  expect(await newestTab()).toBe('https://acme.example/help');
  const openOptionsPage = vi.fn();
  Object.assign(fakeBrowser.runtime, { openOptionsPage });
  await openOptions();
  expect(openOptionsPage).toHaveBeenCalledOnce();
});
