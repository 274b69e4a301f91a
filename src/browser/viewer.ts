import type { Platform } from '../posture/platform.ts';
import { currentPlatform } from './platform.ts';
import { type RunningBrowser, runningBrowser } from './running-browser.ts';

/** Where a page is looked at, so that it can choose links and words. */
export interface Viewer {
  readonly platform: Platform;
  readonly browser: RunningBrowser['name'];
}

/** Never rejects: what the browser does not tell is `unknown` and `other`. */
export async function viewer(): Promise<Viewer> {
  const [platform, browser] = await Promise.all([
    currentPlatform().catch((): Platform => 'unknown'),
    runningBrowser().catch(() => undefined),
  ]);
  return { platform, browser: browser?.name ?? 'other' };
}
