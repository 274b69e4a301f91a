import UAParser from 'ua-parser-js';
import { browserNavigator } from '../browser/navigator.ts';
import { type RunningBrowser, runningBrowser } from '../browser/running-browser.ts';
import { signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';
import { type BrowserSource, unknown } from './browser-source.ts';

/** The names that ua-parser-js 1 gives. */
const nameOfParsed: ReadonlyMap<string, RunningBrowser['name']> = new Map([
  ['Chrome', 'chrome'],
  ['Edge', 'edge'],
  ['Firefox', 'firefox'],
  ['Opera', 'opera'],
  ['Vivaldi', 'vivaldi'],
  ['Chromium', 'chromium'],
]);

/** Every Chromium since 90 tells its brands, and ours is at least 120: a build for it carries no reader of user agents. */
const readsUserAgents = import.meta.env.MODE !== 'chrome';

/** Reads a user agent string, of which only the major version is real; `undefined` for one that names no version. */
export function browserOfUserAgent(userAgent: string): RunningBrowser | undefined {
  const { browser, engine } = new UAParser(userAgent).getResult();
  const version = browser.version?.split('.')[0];
  if (version === undefined || version === '') return undefined;
  const engineMajor = engine.name === 'Blink' ? Number.parseInt(engine.version ?? '', 10) : Number.NaN;
  return {
    name: nameOfParsed.get(browser.name ?? '') ?? 'other',
    version,
    ...(!Number.isNaN(engineMajor) && { engineMajor }),
  };
}

/** The version that runs. An update that was downloaded and waits for a restart does not show. */
export const browserVersion: BrowserSource = {
  facts: ['browserVersion'],
  observe: async (now) => {
    const browser =
      (await runningBrowser()) ??
      (readsUserAgents ? browserOfUserAgent(browserNavigator().userAgent ?? '') : undefined);
    return browser === undefined
      ? unknown('browserVersion', 'browser-cannot-know')
      : { signals: [signal('browserVersion', browser, BROWSER, now)], gaps: [] };
  },
};
