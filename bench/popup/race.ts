import { setTimeout } from 'node:timers/promises';
import type { Connection } from 'puppeteer';
import { type Field, type Runner, type RunnerName, runners, withField } from './field.ts';

/** One opening of a popup: from the call of `action.openPopup()` until the first frame with a finding was painted. */
interface Opening {
  readonly milliseconds: number;
  readonly findings: number;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export type Openings = Readonly<Record<RunnerName, readonly Opening[]>>;

export interface PopupRace {
  readonly browser: string;
  readonly workerAlive: Openings;
  readonly workerDead: Openings;
  /** With the worker alive, and about a tenth of a second after another popup was closed. */
  readonly oneAfterAnother: Openings;
}

const WARM_UP_ROUNDS = 4;

/** From a third of a second on it makes no difference how long the last popup has been closed: Chromium 156 was tried with up to 4 s. */
const REST_MS = 500;
/** Enough for what a popup leaves to do when it is closed, so that it is not the next one's burden. */
const SHORT_REST_MS = 100;

/** Opens the popups in turn, again and again: with the workers alive, then with the workers dead, then one right after another. */
export const popupRace = (rounds: number): Promise<PopupRace> =>
  withField(async (field) => ({
    browser: field.version,
    workerAlive: await race(field, rounds, wake, REST_MS),
    workerDead: await race(field, rounds, end, REST_MS),
    oneAfterAnother: await race(field, rounds, wake, SHORT_REST_MS),
  }));

/** Every round begins with another runner, so that none profits from its place. */
async function race(field: Field, rounds: number, prepareWorker: typeof end, restMs: number): Promise<Openings> {
  const openings: Record<RunnerName, Opening[]> = { stethoscope: [], empty: [], emptyAgain: [] };
  for (let round = 0; round < WARM_UP_ROUNDS + rounds; round += 1) {
    const first = round % runners.length;
    for (const name of [...runners.slice(first), ...runners.slice(0, first)]) {
      await prepareWorker(field.browser, field.runners[name]);
      await setTimeout(restMs);
      const opening = await open(field.browser, field.runners[name]);
      if (round >= WARM_UP_ROUNDS) openings[name].push(opening);
    }
  }
  return openings;
}

const targetsOf = async (browser: Connection, { extensionId }: Runner) =>
  (await browser.send('Target.getTargets')).targetInfos.filter(({ url }) =>
    url.startsWith(`chrome-extension://${extensionId}/`),
  );

const workersOf = async (browser: Connection, runner: Runner) =>
  (await targetsOf(browser, runner)).filter(({ type }) => type === 'service_worker');

/** The browser starts a worker for any message, also for one that says nothing. */
async function wake(browser: Connection, runner: Runner): Promise<void> {
  if ((await workersOf(browser, runner)).length > 0) return;
  await runner.page.send('Runtime.evaluate', { expression: 'chrome.runtime.sendMessage(null).catch(() => null)' });
  while ((await workersOf(browser, runner)).length === 0) await setTimeout(10);
  await setTimeout(200);
}

async function end(browser: Connection, runner: Runner): Promise<void> {
  for (const { targetId } of await workersOf(browser, runner)) await browser.send('Target.closeTarget', { targetId });
  while ((await workersOf(browser, runner)).length > 0) await setTimeout(10);
}

const OPEN = `new Promise((resolve, reject) => {
  const race = new BroadcastChannel('race');
  race.onmessage = ({ data: { paintedAt, ...seen } }) => {
    race.close();
    resolve({ milliseconds: paintedAt - openedAt, ...seen });
  };
  const openedAt = performance.timeOrigin + performance.now();
  chrome.action.openPopup().catch(reject);
})`;

async function open(browser: Connection, runner: Runner): Promise<Opening> {
  const { result, exceptionDetails } = await runner.page.send('Runtime.evaluate', {
    expression: OPEN,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined)
    throw new Error(`The popup did not open: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  while ((await targetsOf(browser, runner)).some(({ url }) => !url.endsWith('/start.html') && url.endsWith('.html')))
    await setTimeout(20);
  return result.value as Opening;
}
