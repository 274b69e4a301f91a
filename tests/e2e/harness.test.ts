import { describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { launchFirefox } from '../support/firefox.ts';
import { serveGateway } from '../support/gateway.ts';

describe('in Chromium', () => {
  test('the extension loads, and its popup opens from the toolbar', async () => {
    const chromium = await launchChromium();
    try {
      const popup = await chromium.popup();
      await popup.waitForSelector('[data-overall]');
      expect(await popup.evaluate(() => location.pathname)).toBe('/src/popup/index.html');
    } finally {
      await chromium.close();
    }
  });

  test('what it stores can be read', async () => {
    const chromium = await launchChromium();
    try {
      const worker = await chromium.worker();
      await worker.evaluate("chrome.storage.local.set({ harness: 'was here' })");
      expect(await chromium.storage()).toMatchObject({ harness: 'was here' });
    } finally {
      await chromium.close();
    }
  });
});

describe('in Firefox', () => {
  test('the extension loads, and its popup opens in a tab', async () => {
    const firefox = await launchFirefox();
    try {
      const popup = await firefox.page('src/popup/index.html');
      await popup.waitForSelector('[data-overall]');
      expect(await popup.evaluate(() => location.protocol)).toBe('moz-extension:');
    } finally {
      await firefox.close();
    }
  });
});

test('a served gateway answers, remembers what was asked, and closes', async () => {
  const gateway = await serveGateway(() => Response.json({ version: 1 }));
  const answer = await fetch(`${gateway.origin}/v1/posture`, { headers: { authorization: 'Bearer sample' } });
  expect(await answer.json()).toEqual({ version: 1 });
  expect(gateway.requests).toEqual([expect.objectContaining({ method: 'GET', url: `${gateway.origin}/v1/posture` })]);
  expect(gateway.requests[0]?.headers['authorization']).toBe('Bearer sample');
  await gateway.close();
  await expect(fetch(gateway.origin)).rejects.toThrow();
});
