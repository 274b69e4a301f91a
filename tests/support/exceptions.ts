import type { Page } from 'puppeteer';
import type { Chromium } from './chromium.ts';
import type { Installed } from './extension.ts';

/** What went wrong in the extension's code that nobody caught. */
export interface Exceptions {
  /** Everything since the last call. */
  take(): Promise<readonly string[]>;
}

const isChromium = (installed: Installed): installed is Chromium => 'worker' in installed;

/** Listens to a page of the extension and to its worker, whatever browser it is. */
export async function listenForExceptions(installed: Installed, page: Page): Promise<Exceptions> {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(`page: ${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') seen.push(`page: ${message.text()}`);
  });
  const ofWorker = isChromium(installed) ? await fromServiceWorker(installed) : await fromBackgroundPage(page);
  return { take: async () => [...seen.splice(0), ...(await ofWorker())] };
}

async function fromServiceWorker({ browser, extensionId }: Chromium): Promise<() => Promise<readonly string[]>> {
  const seen: string[] = [];
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(`chrome-extension://${extensionId}/`),
  );
  const session = await target.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    seen.push(`worker: ${exception?.description ?? text}`),
  );
  session.on('Runtime.consoleAPICalled', ({ type, args }) =>
    seen.push(`worker: ${type} ${args.map(({ value, description }) => value ?? description).join(' ')}`),
  );
  await session.send('Runtime.enable');
  return async () => seen.splice(0);
}

/** Firefox's worker is a hidden page, which its other pages can reach. It may have been ended and started again meanwhile. */
async function fromBackgroundPage(page: Page): Promise<() => Promise<readonly string[]>> {
  const take = () =>
    page.evaluate(`browser.runtime.getBackgroundPage().then((worker) => {
      const seen = (worker.uncaught ?? []).splice(0);
      if (worker.uncaught === undefined) {
        worker.uncaught = [];
        worker.addEventListener('error', ({ message }) => worker.uncaught.push('worker: ' + message));
        worker.addEventListener('unhandledrejection', ({ reason }) => worker.uncaught.push('worker: ' + reason));
      }
      return seen;
    })`) as Promise<string[]>;
  await take();
  return take;
}
