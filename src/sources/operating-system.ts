import { browserNavigator, type NavigatorView } from '../browser/navigator.ts';
import { currentPlatform } from '../browser/platform.ts';
import type { Platform } from '../posture/platform.ts';
import { signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';
import { type BrowserSource, gap } from './browser-source.ts';

/**
 * The version of the operating system as Chromium tells it: the real one of macOS; of Windows that of the UniversalApiContract,
 * which several builds share. Elsewhere it is empty (Linux) or not the number that the vendor's calendar speaks of, and Firefox
 * tells none (https://developer.mozilla.org/docs/Web/API/NavigatorUAData/getHighEntropyValues).
 */
export async function osVersion(platform: Platform, navigator: NavigatorView): Promise<string | undefined> {
  if (platform !== 'macos' && platform !== 'windows') return undefined;
  const values = await navigator.userAgentData?.getHighEntropyValues(['platformVersion']);
  const version = values?.platformVersion;
  if (version === undefined || version === '') return undefined;
  return platform === 'windows' ? `UniversalApiContract ${version}` : version;
}

export const operatingSystem: BrowserSource = {
  facts: ['osVersion'],
  observe: async (now) => {
    const platform = await currentPlatform();
    const version = await osVersion(platform, browserNavigator());
    return version === undefined
      ? { platform, signals: [], gaps: [gap('osVersion', 'browser-cannot-know')] }
      : { platform, signals: [signal('osVersion', version, BROWSER, now)], gaps: [] };
  },
};
