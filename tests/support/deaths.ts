import { once } from 'node:events';
import type { Browser, CDPSession, Page, Target, WebWorker } from 'puppeteer';
import * as v from 'valibot';
import { expect } from 'vitest';
import { assessmentSchema } from '../../src/browser/stored-assessment.ts';
import type { Assessment } from '../../src/posture/finding.ts';
import { instant } from '../../src/posture/instant.ts';
import { present } from '../../src/posture/present.ts';
import { BROWSER } from '../../src/posture/source.ts';
import { badgeText } from '../../src/posture/summary.ts';
import type { Chromium } from './chromium.ts';

/** What a page of the extension asks the worker for; how that ended, too, if the worker dies over it. */
export const ask = (page: Page, message: object): Promise<'done' | 'failed' | 'lost'> =>
  page.evaluate(
    (asked) =>
      chrome.runtime.sendMessage(asked).then(
        (answer) => (answer === undefined ? 'lost' : 'failed' in answer ? 'failed' : 'done'),
        () => 'lost' as const,
      ),
    message,
  );

/** The part of the API that these tests use in pages of the extension. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<object | undefined> };
};

/** A browser on a busy machine takes seconds for what is done at once otherwise. */
const patient = { timeout: 10_000 };

/** Starts the worker, if it is not there, by a message that asks for nothing. */
export const start = (page: Page): Promise<unknown> => ask(page, { command: 'nothing that there is' });

async function startedWorker(chromium: Chromium, page: Page): Promise<WebWorker> {
  await start(page);
  return chromium.worker();
}

/**
 * Returns once it is gone: one that is started while the one before is still being ended would wait for a debugger for ever. For what
 * it left undone the browser may at once start another in its place, as the same target. That one is ended, too, but not sooner than
 * it has done it, or there would be a next one for ever.
 */
async function end({ browser }: Chromium, worker: WebWorker): Promise<void> {
  const isDying = (target: Target) => target.type() === 'service_worker' && target.url() === worker.url();
  const dying = new Set(browser.targets().filter(isDying));
  const isLeft = () => browser.targets().some((target) => dying.has(target));
  // One that has just ended by itself is as dead.
  await worker.close().catch(() => undefined);
  await expect
    .poll(isLeft, { timeout: 1000, interval: 5 })
    .toBe(false)
    .catch(async () => {
      await endAgain(browser, worker.url());
      await expect.poll(isLeft, patient).toBe(false);
    });
}

async function endAgain(browser: Browser, url: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  for (const target of targetInfos)
    if (target.type === 'service_worker' && target.url === url)
      await session.send('Target.closeTarget', { targetId: target.targetId });
  await session.detach();
}

/** Ends the worker, which is started for that if need be. */
export const killWorkerOf = async (chromium: Chromium, page: Page): Promise<void> =>
  end(chromium, await startedWorker(chromium, page));

/** Has the worker stop before each `await` of ours. */
async function pauseAtAwaits(session: CDPSession): Promise<void> {
  const scripts: { readonly scriptId: string; readonly url: string }[] = [];
  session.on('Debugger.scriptParsed', (script) => scripts.push(script));
  await session.send('Debugger.enable');
  for (const { scriptId } of scripts.filter(({ url }) => url.includes('/assets/'))) {
    const { scriptSource } = await session.send('Debugger.getScriptSource', { scriptId });
    // A place that is a part of a text, or already taken, is refused.
    for (const [lineNumber, line] of scriptSource.split('\n').entries())
      for (const { index } of line.matchAll(/\bawait\b/g))
        await session
          .send('Debugger.setBreakpoint', { location: { scriptId, lineNumber, columnNumber: index } })
          .catch(() => undefined);
  }
}

/**
 * Asks for something, and ends the worker at the n-th `await` on the way there. Gives the number of awaits that were passed: less than
 * `n` when it got through alive.
 */
export async function dieAtAwait(chromium: Chromium, page: Page, message: object, n: number): Promise<number> {
  const worker = await startedWorker(chromium, page);
  const session = worker.client;
  let isAsked = false;
  let passed = 0;
  let death: Promise<void> | undefined;
  session.on('Debugger.paused', () => {
    if (death !== undefined) return;
    if (isAsked) passed += 1;
    if (isAsked && passed === n) death = end(chromium, worker);
    // Also what it still does from its start, on a busy machine: nobody else would let it go on.
    else void session.send('Debugger.resume').catch(() => undefined);
  });
  await pauseAtAwaits(session);
  isAsked = true;
  await ask(page, message);
  // One that has given its answer may have more to do, and die of that while the debugger is let go.
  await (death ?? session.send('Debugger.disable').catch((error: unknown) => death ?? Promise.reject(error)));
  await death;
  return passed;
}

/** Asks for something, and ends the worker after so many milliseconds. */
export async function dieAfter(chromium: Chromium, page: Page, message: object, ms: number): Promise<void> {
  const worker = await startedWorker(chromium, page);
  const asked = ask(page, message);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await end(chromium, worker);
  await asked;
}

/** Ends the whole browser at once, as a power cut does. */
export async function killBrowser({ browser }: Chromium): Promise<void> {
  const browserProcess = browser.process();
  if (browserProcess?.pid === undefined) throw new Error('There is no browser to kill');
  const exited = once(browserProcess, 'exit');
  // Puppeteer starts a browser as the head of a group of processes.
  process.kill(-browserProcess.pid, 'SIGKILL');
  await exited;
}

interface Seen {
  /** Not checked yet: it may be anything. */
  readonly assessment: Assessment | undefined;
  readonly claims: { readonly value: [] } | undefined;
  readonly badge: string;
  readonly alarms: readonly { readonly name: string; readonly scheduledTime: number }[];
}

/** Reads what a death has left, from a page: no worker is started for it. */
export const seenFrom = (page: Page): Promise<Seen> =>
  page.evaluate(`(async () => {
    const { assessment, claims } = await chrome.storage.local.get();
    return { assessment: assessment?.value, claims, badge: await chrome.action.getBadgeText({}), alarms: await chrome.alarms.getAll() };
  })()`) as Promise<Seen>;

/**
 * What a check at the start of a browser, which asks nobody but this browser, leaves as it was: all that the company said, and each
 * verdict. Only this browser's own observations are newer then.
 */
export const lastingOf = (assessment: Assessment | undefined) =>
  assessment && {
    ...assessment,
    assessedAt: 'anew',
    devices: assessment.devices.map((device) => ({
      ...device,
      findings: device.findings.map((finding) =>
        finding.decidedBy.some(({ source }) => source === BROWSER)
          ? { practice: finding.practice, rating: finding.rating, observed: finding.observed, since: finding.since }
          : finding,
      ),
      unjudged: device.unjudged.map(({ fact }) => fact),
    })),
  };

const badgeFor = ({ assessment, claims }: Seen): string =>
  badgeText(present(v.parse(assessmentSchema, assessment), claims?.value ?? [], instant(Date.now())));

/** Right after a death: a valid assessment is stored, and the badge speaks of it, or an alarm that puts it right is due. */
export async function expectLastGood(page: Page, where = ''): Promise<void> {
  const seen = await seenFrom(page);
  const inMinutes = seen.alarms.flatMap(({ name, scheduledTime }) =>
    name === 'repaint' ? (scheduledTime - Date.now()) / 60_000 : [],
  );
  if (seen.badge !== badgeFor(seen))
    expect(
      inMinutes.filter((minutes) => minutes <= 1.1),
      where,
    ).toHaveLength(1);
}

/** Chooses an endpoint, or none, and waits for the assessment of it. */
export async function choose(page: Page, endpoint: string | null): Promise<void> {
  await ask(page, { command: 'set-endpoint', argument: endpoint });
  await expectEndpoint(page, endpoint);
}

/** The stored assessment becomes one of this endpoint. */
export const expectEndpoint = (page: Page, endpoint: string | null): Promise<void> =>
  expect.poll(async () => (await seenFrom(page)).assessment?.connection.endpoint, patient).toBe(endpoint);

/** The next start of the worker, for whatever reason: badge and alarms are there again. */
export async function expectRecovery(page: Page): Promise<void> {
  await start(page);
  await expect
    .poll(async () => {
      const seen = await seenFrom(page);
      return { badge: seen.badge === badgeFor(seen), alarms: seen.alarms.map(({ name }) => name).includes('check') };
    }, patient)
    .toEqual({ badge: true, alarms: true });
}
