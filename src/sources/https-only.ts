import { tellsFirefoxSettings } from '../browser/permission-use.ts';
import { runningBrowser } from '../browser/running-browser.ts';
import type { FactValue } from '../posture/facts.ts';
import { type BrowserSource, observePermitted, unknown } from './browser-source.ts';
import { privacyApi, windowsOf } from './privacy-api.ts';

type Setting = FactValue<'httpsOnly'>;

/**
 * No extension can change this setting, so Firefox calls it not controllable whoever decides: nobody is named
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/privacy/network).
 */
async function read(): Promise<Setting | undefined> {
  const setting = await privacyApi().network?.httpsOnlyMode?.get({});
  const state = windowsOf.get(setting?.value);
  return state && { state };
}

/** In which windows Firefox warns before it opens a page without encryption. */
export const httpsOnly: BrowserSource = {
  facts: ['httpsOnly'],
  observe: async (now) =>
    tellsFirefoxSettings(await runningBrowser())
      ? observePermitted({ fact: 'httpsOnly', permission: 'privacy', read }, now)
      : unknown('httpsOnly', 'browser-cannot-know'),
};
