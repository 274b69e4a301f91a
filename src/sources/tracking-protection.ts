import { tellsFirefoxSettings } from '../browser/permission-use.ts';
import { runningBrowser } from '../browser/running-browser.ts';
import type { FactValue } from '../posture/facts.ts';
import { type BrowserSource, observePermitted, unknown } from './browser-source.ts';
import { controllerOfLevel, privacyApi, windowsOf } from './privacy-api.ts';

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/privacy/websites */
async function read(): Promise<FactValue<'trackingProtection'> | undefined> {
  const setting = await privacyApi().websites?.trackingProtectionMode?.get({});
  const state = windowsOf.get(setting?.value);
  return setting && state && { state, controlledBy: controllerOfLevel(setting.levelOfControl) };
}

/** In which windows Firefox blocks tracking content. Chromium has nothing like it: its switch for cookies of others is another thing. */
export const trackingProtection: BrowserSource = {
  facts: ['trackingProtection'],
  observe: async (now) =>
    tellsFirefoxSettings(await runningBrowser())
      ? observePermitted({ fact: 'trackingProtection', permission: 'privacy', read }, now)
      : unknown('trackingProtection', 'browser-cannot-know'),
};
