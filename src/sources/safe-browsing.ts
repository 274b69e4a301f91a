import { tellsSafeBrowsing } from '../browser/permission-use.ts';
import { runningBrowser } from '../browser/running-browser.ts';
import type { FactValue } from '../posture/facts.ts';
import { type BrowserSource, observePermitted, unknown } from './browser-source.ts';
import { controllerOfLevel, privacyApi } from './privacy-api.ts';

type Setting = FactValue<'safeBrowsing'>;

async function read(): Promise<Setting | undefined> {
  const setting = await privacyApi().services?.safeBrowsingEnabled?.get({});
  if (typeof setting?.value !== 'boolean') return undefined;
  return { state: setting.value ? 'on' : 'off', controlledBy: controllerOfLevel(setting.levelOfControl) };
}

/** Whether Safe Browsing is on; standard and enhanced protection cannot be told apart. */
export const safeBrowsing: BrowserSource = {
  facts: ['safeBrowsing'],
  observe: async (now) =>
    tellsSafeBrowsing(await runningBrowser())
      ? observePermitted({ fact: 'safeBrowsing', permission: 'privacy', read }, now)
      : unknown('safeBrowsing', 'browser-cannot-know'),
};
