import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePeople } from '../../server/sample/index.ts';
import { someOf } from '../support/at-length.ts';
import { browsers } from '../support/browsers.ts';
import { assessmentWhere, type Installed, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

const GALLERY = 'artifacts/gallery';

const looks = (['light', 'dark'] as const).flatMap((scheme) => [384, 320].map((width) => ({ scheme, width })));

/** Before any endpoint is set: this comes first. */
const ALONE = 'alone';

describe.each(browsers)('in %s', (browser, launch) => {
  let gateway: ServedGateway;
  let installed: Installed;

  beforeAll(async () => {
    mkdirSync(GALLERY, { recursive: true });
    gateway = await serveSamplePeople();
    installed = await launch();
  });

  afterAll(async () => {
    await installed?.close();
    await gateway?.close();
  });

  describe.each(someOf([ALONE, ...samplePeople.map(({ id }) => id)], [ALONE, 'mixed', 'many']))('%s', (persona) => {
    beforeAll(async () => {
      if (persona === ALONE) await assessmentWhere(installed, ({ connection }) => connection.endpoint === null);
      else await useEndpoint(installed, `${gateway.origin}/sample/${persona}`);
    });

    test.each(looks)('$scheme, $width px: pictured, and nothing is cut off sideways', async ({ scheme, width }) => {
      const page = await installed.page('src/popup/index.html');
      await page.setViewport({ width, height: 600, deviceScaleFactor: 2 });
      await installed.draw(page, scheme);
      await page.waitForSelector('[data-overall]');
      const box = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        background: getComputedStyle(document.documentElement).backgroundColor,
      }));
      expect(box.width).toBe(width);
      expect(Number(/\d+/.exec(box.background)?.[0]) > 128).toBe(scheme === 'light');
      await page.screenshot({ path: `${GALLERY}/${browser}-${persona}-${scheme}-${width}.png` });
      await page.close();
    });
  });
});
