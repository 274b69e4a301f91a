import { describe, expect, test } from 'vitest';
import { catalogues } from '../../src/locales/index.ts';
import { platforms } from '../../src/posture/platform.ts';
import { practices } from '../../src/practices/index.ts';
import { settingsLink, settingsLinkIds } from '../../src/ui/settings-links.ts';

const browsers = ['chrome', 'edge', 'firefox', 'brave', 'opera', 'vivaldi', 'chromium', 'other'] as const;
const allowed = ['ms-settings:', 'windowsdefender:', 'x-apple.systempreferences:', 'chrome:', 'edge:', 'brave:'];

const remedies = practices.flatMap(({ id, remedies }) =>
  Object.entries(remedies).flatMap(([platform, { link }]) => (link === undefined ? [] : [{ id, platform, link }])),
);

const everyLink = settingsLinkIds.flatMap((id) =>
  platforms.flatMap((platform) =>
    browsers.flatMap((browser) => {
      const link = settingsLink(id, platform, browser);
      return link === undefined ? [] : [{ id, platform, browser, ...link }];
    }),
  ),
);

test.each(remedies)('the link $link of $id on $platform opens something there', ({ platform, link }) => {
  expect(settingsLinkIds).toContain(link);
  expect(everyLink.some((known) => known.id === link && known.platform === platform)).toBe(true);
});

test('every link is used by a practice and has a name to be shown', () => {
  expect([...settingsLinkIds].toSorted()).toEqual([...new Set(remedies.map(({ link }) => link))].toSorted());
  expect(Object.keys(catalogues.en.pages).toSorted()).toEqual([...settingsLinkIds].toSorted());
});

test('no other scheme is ever opened, and browser pages only as tabs', () => {
  expect(everyLink.length).toBeGreaterThan(0);
  for (const { url, how } of everyLink) {
    const { protocol } = new URL(url);
    expect(allowed).toContain(protocol);
    expect(how).toBe(['chrome:', 'edge:', 'brave:'].includes(protocol) ? 'tab' : 'link');
  }
});

describe('a link is not offered', () => {
  test.each([
    ['for another platform', 'macos-filevault', 'windows', 'chrome'],
    ['for the About page of Firefox, which no extension may open', 'browser-about', 'macos', 'firefox'],
    ['for the extensions of Firefox, which no extension may open', 'browser-extensions', 'windows', 'firefox'],
    ['for the About page of a browser whose address is not known', 'browser-about', 'macos', 'other'],
    ['for ChromeOS from another browser than Chrome', 'chromeos-help', 'chromeos', 'firefox'],
    ['by an id that is not in the list', 'constructor', 'macos', 'chrome'],
    ['by an address instead of an id', 'ms-settings:windowsupdate', 'windows', 'chrome'],
  ] as const)('%s', (_, id, platform, browser) => {
    expect(settingsLink(id, platform, browser)).toBeUndefined();
  });
});

test.each([
  ['browser-about', 'chrome', 'chrome://settings/help'],
  ['browser-about', 'edge', 'edge://settings/help'],
  ['browser-about', 'brave', 'brave://settings/help'],
  ['browser-about', 'chromium', 'chrome://settings/help'],
  ['browser-security', 'chrome', 'chrome://settings/security'],
  ['browser-security', 'edge', 'edge://settings/privacy'],
  ['browser-security', 'brave', 'brave://settings/security'],
  ['browser-extensions', 'chrome', 'chrome://extensions'],
  ['browser-extensions', 'edge', 'edge://extensions'],
  ['browser-extensions', 'brave', 'brave://extensions'],
] as const)('%s of %s is %s', (id, browser, url) => {
  expect(settingsLink(id, 'linux', browser)).toEqual({ url, how: 'tab' });
});

test.each([
  ['macos-sharing', 'macos', 'x-apple.systempreferences:com.apple.Sharing-Settings.extension'],
  ['macos-security', 'macos', 'x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Security'],
  ['macos-login-items', 'macos', 'x-apple.systempreferences:com.apple.LoginItems-Settings.extension'],
  ['macos-touch-id', 'macos', 'x-apple.systempreferences:com.apple.Touch-ID-Settings.extension'],
  ['windows-remote-desktop', 'windows', 'ms-settings:remotedesktop'],
  ['windows-work-access', 'windows', 'ms-settings:workplace'],
  ['windows-threat-protection', 'windows', 'windowsdefender://threat'],
  ['windows-device-security', 'windows', 'windowsdefender://devicesecurity'],
] as const)('%s opens on %s by %s, in every browser', (id, platform, url) => {
  for (const browser of browsers) expect(settingsLink(id, platform, browser)).toEqual({ url, how: 'link' });
});
