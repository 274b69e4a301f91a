import { api } from '../browser/api.ts';
import { currentPlatform } from '../browser/platform.ts';
import { signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';
import { type BrowserSource, observePermitted } from './browser-source.ts';

/** https://developer.chrome.com/docs/extensions/reference/api/idle#method-getAutoLockDelay: ChromeOS only. */
interface IdleApi {
  /** Seconds; 0 when the screen never locks by itself. */
  getAutoLockDelay?(): Promise<number>;
}

const read = (): Promise<number | undefined> =>
  (api as { readonly idle?: IdleApi }).idle?.getAutoLockDelay?.() ?? Promise.resolve(undefined);

/**
 * When a Chromebook locks its screen, which always asks for the account's password or PIN. No other system lets a browser see that:
 * there nothing is said, so that nothing stands in the way of what the company's tools report.
 */
export const screenLock: BrowserSource = {
  facts: ['screenLock', 'screenLockAfterSeconds'],
  observe: async (now) => {
    if ((await currentPlatform()) !== 'chromeos') return { signals: [], gaps: [] };
    const { signals, gaps } = await observePermitted({ fact: 'screenLockAfterSeconds', permission: 'idle', read }, now);
    return {
      signals: signals.length === 0 ? [] : [signal('screenLock', 'on', BROWSER, now), ...signals],
      gaps: gaps.flatMap((gap) => [{ ...gap, fact: 'screenLock' }, gap]),
    };
  },
};
