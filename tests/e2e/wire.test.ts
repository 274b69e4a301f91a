import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { chooseDevice, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

let gateway: ServedGateway;
let chromium: Chromium;

beforeAll(async () => {
  gateway = await serveSamplePeople();
  chromium = await launchChromium();
});

afterAll(async () => {
  await chromium?.close();
  await gateway?.close();
});

/** Headers that every browser sends with every request, and that name the browser, not the person. */
const OF_EVERY_REQUEST =
  /^(host|connection|accept|accept-language|accept-encoding|user-agent|origin|sec-.*|pragma|cache-control|priority|dnt|access-control-request-.*)$/;

test('over a whole run nothing is sent but the question for the person’s own data (rule 2)', async () => {
  const endpoint = `${gateway.origin}/sample/mixed`;
  await useEndpoint(chromium, endpoint);
  const popup = await chromium.popup();
  await popup.waitForSelector('[data-overall]');
  await chooseDevice(popup, 'Pixel');
  await (await popup.waitForSelector('[data-control=check]'))?.click();
  await popup.waitForFunction(() => document.querySelector('[data-control=check][aria-disabled=true]') === null);

  expect(gateway.requests.length).toBeGreaterThanOrEqual(2);
  for (const { method, url, headers } of gateway.requests) {
    // Before a question with an ETag the browser asks by itself whether that header is welcome (CORS preflight).
    expect(['GET', 'OPTIONS']).toContain(method);
    expect([`${endpoint}/v1/organization`, `${endpoint}/v1/posture`]).toContain(url);
    const own = Object.keys(headers).filter((name) => !OF_EVERY_REQUEST.test(name));
    expect(own.filter((name) => name !== 'if-none-match')).toEqual([]);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  }
});
