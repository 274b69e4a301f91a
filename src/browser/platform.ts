import type { Platform } from '../posture/platform.ts';
import { api } from './api.ts';

const platformOf: Readonly<Record<string, Platform>> = {
  mac: 'macos',
  win: 'windows',
  linux: 'linux',
  cros: 'chromeos',
  android: 'android',
};

/** The operating system that this browser runs on: its true family, which no setting disguises. */
export async function currentPlatform(): Promise<Platform> {
  const { os } = await api.runtime.getPlatformInfo();
  return platformOf[os] ?? 'unknown';
}
