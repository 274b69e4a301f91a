import type { FactValue } from '../../posture/facts.ts';
import type { Platform } from '../../posture/platform.ts';
import type { Message } from '../catalogue.ts';

export const platforms = {
  macos: 'macOS',
  windows: 'Windows',
  linux: 'Linux',
  chromeos: 'ChromeOS',
  ios: 'iOS',
  ipados: 'iPadOS',
  android: 'Android',
  unknown: 'this system',
} as const satisfies Record<Platform, Message>;

/** In the middle of a sentence. */
export const browsers = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  brave: 'Brave',
  opera: 'Opera',
  vivaldi: 'Vivaldi',
  chromium: 'Chromium',
  other: 'this browser',
} as const satisfies Record<FactValue<'browserVersion'>['name'], Message>;

/** The settings pages that a link opens, by the ids of `ui/settings-links.ts`: "Open {page}". */
export const pages = {
  'macos-filevault': 'FileVault settings',
  'macos-network': 'Network settings',
  'macos-lock-screen': 'Lock Screen settings',
  'macos-software-update': 'Software Update',
  'macos-sharing': 'Sharing settings',
  'macos-security': 'Privacy & Security',
  'macos-login-items': 'Login Items & Extensions',
  'macos-touch-id': 'Touch ID & Password',
  'windows-device-encryption': 'Device encryption',
  'windows-firewall': 'Windows Security',
  'windows-sign-in-options': 'Sign-in options',
  'windows-update': 'Windows Update',
  'windows-remote-desktop': 'Remote Desktop',
  'windows-work-access': 'Access work or school',
  'windows-threat-protection': 'Virus & threat protection',
  'windows-device-security': 'Device security',
  'chromeos-lock-screen': 'lock screen settings',
  'chromeos-help': 'About ChromeOS',
  'browser-about': 'the About page',
  'browser-security': 'the security settings',
  'browser-extensions': 'the list of extensions',
} as const satisfies Record<string, Message>;

/** Values that no practice has words for, where another source's statement is told. */
export const values = {
  version: 'version {version}',
  'locks-after': {
    by: 'minutes',
    zero: 'never locks',
    one: 'locks after {minutes} minute',
    other: 'locks after {minutes} minutes',
  },
} as const satisfies Record<string, Message>;
