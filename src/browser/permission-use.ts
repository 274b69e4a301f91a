import type { Platform } from '../posture/platform.ts';
import type { OptionalPermission } from './permissions.ts';
import type { RunningBrowser } from './running-browser.ts';

/**
 * The browsers whose setting is that of Google's Safe Browsing. Edge has SmartScreen and Opera a protection of its own: the setting
 * that they tell is not the one that protects.
 */
const WITH_SAFE_BROWSING: readonly RunningBrowser['name'][] = ['chrome', 'chromium', 'brave', 'vivaldi'];

/** Whether this browser lets extensions see if Safe Browsing is on; Firefox does not. */
export const tellsSafeBrowsing = (browser: RunningBrowser | undefined): boolean =>
  browser !== undefined && WITH_SAFE_BROWSING.includes(browser.name);

/** Whether this browser lets extensions see its HTTPS-Only Mode and its tracking protection: Firefox and its relatives do, no Chromium does. */
export const tellsFirefoxSettings = (browser: RunningBrowser | undefined): boolean =>
  browser !== undefined && browser.engineMajor === undefined;

/** Whether anything that is checked here could be seen with a permission, so that nobody is asked for one in vain. */
export function isOfUse(
  permission: OptionalPermission,
  platform: Platform,
  browser: RunningBrowser | undefined,
): boolean {
  if (permission === 'idle') return platform === 'chromeos';
  if (platform === 'android') return false;
  return permission === 'management' || tellsSafeBrowsing(browser) || tellsFirefoxSettings(browser);
}
