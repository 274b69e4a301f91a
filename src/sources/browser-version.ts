import { browserNavigator } from '../browser/navigator.ts';
import { type RunningBrowser, runningBrowser } from '../browser/running-browser.ts';
import { signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';
import { type BrowserSource, unknown } from './browser-source.ts';

/** The names that browsers give themselves in a user agent string. */
const nameOfProduct: ReadonlyMap<string, RunningBrowser['name']> = new Map([
  ['Chrome', 'chrome'],
  ['Edg', 'edge'],
  ['Firefox', 'firefox'],
  ['OPR', 'opera'],
  ['Vivaldi', 'vivaldi'],
  ['Chromium', 'chromium'],
]);

/** Named by browsers of every kind, for the sake of old web pages. */
const NOBODY = ['Mozilla', 'AppleWebKit', 'Gecko', 'Version', 'Mobile', 'Safari'];

/**
 * Reads the products of a user agent string (RFC 9110, section 10.1.5), of which only the major version is real; `undefined` for one
 * that names no browser. Browsers made from Chrome name it, too.
 */
export function browserOfUserAgent(userAgent: string): RunningBrowser | undefined {
  const products = [...userAgent.matchAll(/([A-Za-z]+)\/(\d+)/g)].map(([, name = '', version = '']) => ({
    name,
    version,
  }));
  const chrome = products.find(({ name }) => name === 'Chrome');
  const own = products.find(({ name }) => name !== 'Chrome' && !NOBODY.includes(name)) ?? chrome;
  if (own === undefined) return undefined;
  return {
    name: nameOfProduct.get(own.name) ?? 'other',
    version: own.version,
    ...(chrome && { engineMajor: Number(chrome.version) }),
  };
}

/** The version that runs. An update that was downloaded and waits for a restart does not show. */
export const browserVersion: BrowserSource = {
  facts: ['browserVersion'],
  observe: async (now) => {
    const browser = (await runningBrowser()) ?? browserOfUserAgent(browserNavigator().userAgent ?? '');
    return browser === undefined
      ? unknown('browserVersion', 'browser-cannot-know')
      : { signals: [signal('browserVersion', browser, BROWSER, now)], gaps: [] };
  },
};
