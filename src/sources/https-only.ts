import { tellsHttpsOnly } from '../browser/permission-use.ts';
import { runningBrowser } from '../browser/running-browser.ts';
import type { FactValue } from '../posture/facts.ts';
import { type BrowserSource, observePermitted, unknown } from './browser-source.ts';
import { privacyApi } from './privacy-api.ts';

type Setting = FactValue<'httpsOnly'>;

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/privacy/network */
const stateOf: ReadonlyMap<unknown, Setting['state']> = new Map([
  ['always', 'always'],
  ['private_browsing', 'private-windows'],
  ['never', 'never'],
]);

/** No extension can change this setting, so Firefox calls it not controllable whoever decides: nobody else is blamed for it. */
async function read(): Promise<Setting | undefined> {
  const setting = await privacyApi().network?.httpsOnlyMode?.get({});
  const state = stateOf.get(setting?.value);
  return state && { state, controlledBy: 'person' };
}

/** In which windows Firefox warns before it opens a page without encryption. */
export const httpsOnly: BrowserSource = {
  facts: ['httpsOnly'],
  observe: async (now) =>
    tellsHttpsOnly(await runningBrowser())
      ? observePermitted({ fact: 'httpsOnly', permission: 'privacy', read }, now)
      : unknown('httpsOnly', 'browser-cannot-know'),
};
