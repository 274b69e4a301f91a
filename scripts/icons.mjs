import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer';
import { findBrowser } from './browsers.mjs';
import { Refusal, top, whenStarted } from './run.mjs';

const sizes = [16, 32, 48, 128];

/** Draws the toolbar icons from `scripts/icon.svg`, in each size that the manifest names. */
async function drawIcons() {
  const executablePath = await findBrowser('chromium');
  if (executablePath === undefined) throw new Refusal('No browser to draw with: run node scripts/setup.mjs first.');
  const drawing = readFileSync(path.join(top, 'scripts/icon.svg')).toString('base64');
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<body style="margin:0"><img style="display:block" width="${size}" src="data:image/svg+xml;base64,${drawing}">`,
      );
      await page.screenshot({ path: path.join(top, `public/icons/${size}.png`), omitBackground: true });
    }
  } finally {
    await browser.close();
  }
}

await whenStarted(import.meta.url, drawIcons);
