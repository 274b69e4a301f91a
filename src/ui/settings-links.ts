import type { FactValue } from '../posture/facts.ts';
import type { KnownPlatform, Platform } from '../posture/platform.ts';

type BrowserName = FactValue<'browserVersion'>['name'];

interface SettingsPage {
  readonly platform: KnownPlatform;
  readonly url: string;
}

/**
 * Settings pages of operating systems. The `ms-settings:` addresses are Microsoft's
 * (https://learn.microsoft.com/windows/apps/develop/launch/launch-settings); `windowsdefender:` and
 * `x-apple.systempreferences:` are in wide use, but not documented by the vendors. macOS has no address for its firewall page: the
 * Network page above it is opened. `docs/remedies.md` says what has been confirmed.
 */
const systemPages = {
  'macos-filevault': {
    platform: 'macos',
    url: 'x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?FileVault',
  },
  'macos-network': { platform: 'macos', url: 'x-apple.systempreferences:com.apple.Network-Settings.extension' },
  'macos-lock-screen': { platform: 'macos', url: 'x-apple.systempreferences:com.apple.Lock-Screen-Settings.extension' },
  'macos-software-update': {
    platform: 'macos',
    url: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
  },
  'macos-sharing': { platform: 'macos', url: 'x-apple.systempreferences:com.apple.Sharing-Settings.extension' },
  'macos-security': {
    platform: 'macos',
    url: 'x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Security',
  },
  'macos-login-items': { platform: 'macos', url: 'x-apple.systempreferences:com.apple.LoginItems-Settings.extension' },
  'macos-touch-id': { platform: 'macos', url: 'x-apple.systempreferences:com.apple.Touch-ID-Settings.extension' },
  'windows-device-encryption': { platform: 'windows', url: 'ms-settings:deviceencryption' },
  'windows-firewall': { platform: 'windows', url: 'windowsdefender://network' },
  'windows-sign-in-options': { platform: 'windows', url: 'ms-settings:signinoptions' },
  'windows-update': { platform: 'windows', url: 'ms-settings:windowsupdate' },
  'windows-remote-desktop': { platform: 'windows', url: 'ms-settings:remotedesktop' },
  'windows-work-access': { platform: 'windows', url: 'ms-settings:workplace' },
  'windows-threat-protection': { platform: 'windows', url: 'windowsdefender://threat' },
  'windows-device-security': { platform: 'windows', url: 'windowsdefender://devicesecurity' },
  'chromeos-lock-screen': { platform: 'chromeos', url: 'chrome://os-settings/osPrivacy/lockScreen' },
  'chromeos-help': { platform: 'chromeos', url: 'chrome://os-settings/help' },
} as const satisfies Record<string, SettingsPage>;

/** Each browser's own pages. A browser that is left out has none that an extension may open, as Firefox, or none we know. */
const browserPages: Readonly<Record<string, Partial<Record<BrowserName, string>>>> = {
  'browser-about': {
    chrome: 'chrome://settings/help',
    chromium: 'chrome://settings/help',
    edge: 'edge://settings/help',
    brave: 'brave://settings/help',
  },
  'browser-security': {
    chrome: 'chrome://settings/security',
    chromium: 'chrome://settings/security',
    edge: 'edge://settings/privacy',
    brave: 'brave://settings/security',
  },
  'browser-extensions': {
    chrome: 'chrome://extensions',
    chromium: 'chrome://extensions',
    edge: 'edge://extensions',
    brave: 'brave://extensions',
  },
};

/** The ids of the closed list; no other link into settings exists, whoever asks for it. */
export const settingsLinkIds: readonly string[] = [...Object.keys(systemPages), ...Object.keys(browserPages)];

export interface SettingsLink {
  readonly url: string;
  /** `link`: an ordinary link that the person clicks, the only way that asks them. `tab`: by `tabs.create`, links to it are dead. */
  readonly how: 'link' | 'tab';
}

/**
 * The address that opens a settings page on this very computer; `undefined` where this browser or platform has none, or the id is
 * not in the list. Offer it only for findings of the computer that the browser runs on.
 */
export function settingsLink(id: string, platform: Platform, browser: BrowserName): SettingsLink | undefined {
  const url = Object.hasOwn(browserPages, id) ? browserPages[id]?.[browser] : systemPage(id, platform, browser);
  return url === undefined ? undefined : { url, how: isBrowserPage(url) ? 'tab' : 'link' };
}

function systemPage(id: string, platform: Platform, browser: BrowserName): string | undefined {
  const page = Object.entries(systemPages).find(([known]) => known === id)?.[1];
  if (page === undefined || page.platform !== platform) return undefined;
  // Only Chrome itself opens ChromeOS's pages; a Firefox there is an Android or Linux app.
  return isBrowserPage(page.url) && browser !== 'chrome' ? undefined : page.url;
}

const isBrowserPage = (url: string): boolean => /^(?:chrome|edge|brave):/.test(url);
