import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mixed } from '../../server/sample/mixed.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Installed, textOf, useEndpoint } from '../support/extension.ts';
import { launchFirefox } from '../support/firefox.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

describe.each<[string, () => Promise<Installed>]>([
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
])('in %s', (_, launch) => {
  let installed: Installed;
  let people: ServedGateway;

  beforeAll(async () => {
    installed = await launch();
    people = await serveSamplePeople();
  });

  afterAll(async () => {
    await installed?.close();
    await people?.close();
  });

  test('the options page says who decided what, and previews a report that names nobody and nothing of theirs', async () => {
    const endpoint = `${people.origin}/sample/mixed`;
    const { devices } = await useEndpoint(installed, endpoint);
    const page = await installed.page('src/options/index.html');
    await page.waitForSelector('[data-setting=endpoint][data-origin=own]');
    expect(await textOf(page, '[data-setting=endpoint]')).toContain(endpoint);
    await page.waitForSelector('[data-setting=policyVersion][data-origin=endpoint]');

    await page.locator('[data-action=prepare]').click();
    const preview = await page.waitForSelector('textarea');
    const report = (await preview?.evaluate((element) => element.value)) ?? '';
    const { settings, sources, devices: told } = JSON.parse(report);
    expect(settings.endpoint).toEqual({ value: 'an IP address', origin: 'own' });
    expect(sources.map(({ status }: { readonly status: string }) => status)).toContain('failed');
    expect(told).toHaveLength(devices.length);
    expect(report).toContain('"practice": "disk-encryption"');

    const names = devices.flatMap(({ name, model, serialEnding }) => [name, model, serialEnding]);
    const secrets = [...names, mixed.name, 'Jane', mixed.email, 'Acme', '127.0.0.1', '/sample'].filter(
      (secret) => secret !== undefined,
    );
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(report.toLowerCase()).not.toContain(secret.toLowerCase());

    // The keyboard reaches the preview, and scrolls it.
    await preview?.focus();
    await page.keyboard.press('PageDown');
    await page.waitForFunction((element) => element !== null && element.scrollTop > 0, {}, preview);
    await page.close();
  });
});
