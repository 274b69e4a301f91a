import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePeople } from '../../server/sample/index.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { assessmentWhere, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

const GALLERY = 'artifacts/gallery';

let gateway: ServedGateway;
let chromium: Chromium;

beforeAll(async () => {
  mkdirSync(GALLERY, { recursive: true });
  gateway = await serveSamplePeople();
  chromium = await launchChromium();
});

afterAll(async () => {
  await chromium?.close();
  await gateway?.close();
});

const looks = (['light', 'dark'] as const).flatMap((scheme) => [384, 320].map((width) => ({ scheme, width })));

/** Before any endpoint is set: this comes first. */
const ALONE = 'alone';

describe.each([ALONE, ...samplePeople.map(({ id }) => id)])('%s', (persona) => {
  beforeAll(async () => {
    if (persona === ALONE) await assessmentWhere(chromium, ({ connection }) => connection.endpoint === null);
    else await useEndpoint(chromium, `${gateway.origin}/sample/${persona}`);
  });

  test.each(looks)('$scheme, $width px: pictured, and nothing is cut off sideways', async ({ scheme, width }) => {
    const page = await chromium.page('src/popup/index.html');
    await page.setViewport({ width, height: 600, deviceScaleFactor: 2 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.waitForSelector('[data-overall]');
    const box = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      background: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect(box.width).toBe(width);
    expect(Number(/\d+/.exec(box.background)?.[0]) > 128).toBe(scheme === 'light');
    await page.screenshot({ path: `${GALLERY}/${persona}-${scheme}-${width}.png` });
    await page.close();
  });
});
