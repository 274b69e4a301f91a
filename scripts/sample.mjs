import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { assessmentTable } from './assessment-table.mjs';
import { extensionWorker, launchWithExtension, openPopup } from './chromium.mjs';
import { Refusal, top } from './run.mjs';

/** @typedef {import('../src/posture/finding.ts').Assessment} Assessment */
/** @typedef {{ executablePath: string, endpoint: string }} Sample */

const answerWithinMs = 20_000;

/**
 * Leaves a browser open for a person to try, until it is closed or Ctrl-C is pressed.
 * @param {Sample} sample
 */
export async function showInWindow({ executablePath, endpoint }) {
  const { browser, extensionId } = await launchWithExtension({ executablePath, headless: false });
  const closed = new Promise((resolve) => browser.once('disconnected', resolve));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void browser.close());
  await chooseEndpoint(browser, extensionId, endpoint);
  console.log(
    `The extension looks at ${endpoint}. Click its icon in the toolbar; close the browser or press Ctrl-C to end.`,
  );
  // A window that is not in front shows no popup; the person then clicks the icon.
  await openPopup(browser, extensionId).catch(() => undefined);
  await closed;
}

/**
 * Opens the popup where nobody can see it, and prints and pictures what it shows.
 * @param {Sample} sample
 */
export async function showInTerminal({ executablePath, endpoint }) {
  const { browser, extensionId } = await launchWithExtension({ executablePath });
  try {
    await chooseEndpoint(browser, extensionId, endpoint);
    const assessment = await companyAssessment(browser, extensionId);
    const popup = await openPopup(browser, extensionId);
    const overall = await popup.waitForSelector('[data-overall]');
    console.log(`\n${assessmentTable(assessment, new Date())}\n`);
    console.log(`Overall: ${await overall?.evaluate((element) => element.getAttribute('data-overall'))}`);
    mkdirSync(path.join(top, 'artifacts'), { recursive: true });
    await popup.screenshot({ path: path.join(top, 'artifacts/popup.png') });
    console.log('The popup is pictured in artifacts/popup.png');
  } finally {
    await browser.close();
  }
}

/**
 * Sets the company's endpoint on the extension's own settings page, as a person would.
 * @param {import('puppeteer').Browser} browser
 * @param {string} extensionId
 * @param {string} endpoint
 */
async function chooseEndpoint(browser, extensionId, endpoint) {
  const page = (await browser.pages()).at(0) ?? (await browser.newPage());
  await page.goto(`chrome-extension://${extensionId}/src/options/index.html`);
  await page.locator('input[name=endpoint]').fill(endpoint);
  await page.keyboard.press('Enter');
}

/**
 * The first assessment that rests on the company's answer.
 * @param {import('puppeteer').Browser} browser
 * @param {string} extensionId
 * @returns {Promise<Assessment>}
 */
async function companyAssessment(browser, extensionId) {
  const worker = await extensionWorker(browser, extensionId);
  const deadline = performance.now() + answerWithinMs;
  while (performance.now() < deadline) {
    const stored = /** @type {{ assessment?: { value: Assessment } }} */ (
      await worker.evaluate('chrome.storage.local.get("assessment")')
    );
    const assessment = stored.assessment?.value;
    if (assessment?.connection.problem) {
      throw new Refusal(`The extension could not read the gateway's answer: ${assessment.connection.problem}.`);
    }
    if (assessment?.connection.answeredAt) return assessment;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Refusal(`The extension stored no assessment within ${answerWithinMs / 1000} s.`);
}
