import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Browser, CDPSession, Connection } from 'puppeteer';
import { top } from '../../scripts/run.mjs';
import { launchChromium } from '../../tests/support/chromium.ts';
import { useEndpoint } from '../../tests/support/extension.ts';
import { serveSamplePeople } from '../../tests/support/sample-gateway.ts';

/** Who takes part: our popup, an empty one, and the same empty one once more, to see how much two equal ones differ. */
export const runners = ['stethoscope', 'empty', 'emptyAgain'] as const;
export type RunnerName = (typeof runners)[number];

/** An extension in the race. */
export interface Runner {
  readonly extensionId: string;
  /** A page of it in a tab, from which the popup is opened. */
  readonly page: CDPSession;
}

export interface Field {
  readonly browser: Connection;
  readonly version: string;
  readonly runners: Readonly<Record<RunnerName, Runner>>;
}

/** Runs the work in a Chromium that has all runners, ours with what it shows of the sample person "mixed". */
export async function withField<Result>(work: (field: Field) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'race-'));
  const gateway = await serveSamplePeople();
  const chromium = await launchChromium({ dist: prepare(join(folder, 'ours'), 'dist/chrome', 'src/popup/index.html') });
  try {
    await useEndpoint(chromium, `${gateway.origin}/sample/mixed`);
    const installEmpty = (name: string) =>
      chromium.browser.installExtension(prepare(join(folder, name), 'bench/popup/rival', 'popup.html'));
    const empty = await installEmpty('empty');
    const emptyAgain = await installEmpty('empty-again');
    // Else the debugger would keep it alive.
    await chromium.killWorker();
    const browser = await withoutOnlookers(chromium.browser);
    return await work({
      browser,
      version: await chromium.browser.version(),
      runners: {
        stethoscope: await runnerOf(browser, chromium.extensionId),
        empty: await runnerOf(browser, empty),
        emptyAgain: await runnerOf(browser, emptyAgain),
      },
    });
  } finally {
    await chromium.close();
    await gateway.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A copy of an extension with the probe in its popup, and with a page that does nothing but open it. */
function prepare(to: string, from: string, popup: string): string {
  cpSync(join(top, from), to, { recursive: true });
  cpSync(join(top, 'bench/popup/probe.js'), join(to, 'probe.js'));
  writeFileSync(join(to, 'start.html'), '<!doctype html><title>Start</title>');
  const page = join(to, popup);
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><script src="/probe.js"></script>'));
  return to;
}

/** Puppeteer attaches to every new page and holds it up meanwhile. To a popup of the race nobody attaches. */
async function withoutOnlookers(browser: Browser): Promise<Connection> {
  const connection = (await browser.target().createCDPSession()).connection();
  if (connection === undefined) throw new Error('The browser is gone');
  await connection.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: true });
  return connection;
}

async function runnerOf(browser: Connection, extensionId: string): Promise<Runner> {
  const url = `chrome-extension://${extensionId}/start.html`;
  const { targetId } = await browser.send('Target.createTarget', { url });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const page = browser.session(sessionId);
  if (page === null) throw new Error('The page that opens the popup is gone');
  // Until its document is there the page is an empty one, which knows of no extension.
  while (!(await isThere(page))) await nextTurn();
  return { extensionId, page };
}

async function isThere(page: CDPSession): Promise<boolean> {
  const expression = 'typeof chrome === "object" && chrome.action !== undefined';
  const { result } = await page.send('Runtime.evaluate', { expression });
  return result.value === true;
}
