import { fakeBrowser } from '@webext-core/fake-browser';
import { vi } from 'vitest';

export interface ThisBrowser {
  readonly os?: string;
  /** What `getHighEntropyValues` gives; null for a browser without it. */
  readonly userAgentData?: object | null;
  readonly userAgent?: string;
  readonly browserInfo?: { readonly name: string; readonly version: string };
  readonly installType?: string;
  readonly isOnToolbar?: boolean;
}

export const brands = (name: string, major: number) => [
  { brand: 'Not=A?Brand', version: '24.0.0.0' },
  { brand: 'Chromium', version: `${major}.0.7499.40` },
  { brand: name, version: `${major}.0.7499.40` },
];

const chromeOnMac = { fullVersionList: brands('Google Chrome', 158), platformVersion: '27.2.0' };

/** Forgets everything of before, and makes the in-memory browser say what it leaves out by itself: Chrome on a Mac unless told otherwise. */
export function runIn({
  os = 'mac',
  userAgentData = chromeOnMac,
  userAgent = '',
  browserInfo,
  installType = 'normal',
  isOnToolbar = true,
}: ThisBrowser = {}): void {
  fakeBrowser.reset();
  const getHighEntropyValues = async () => userAgentData;
  vi.stubGlobal('navigator', { userAgent, ...(userAgentData && { userAgentData: { getHighEntropyValues } }) });
  Object.assign(fakeBrowser.runtime, {
    getPlatformInfo: async () => ({ os, arch: 'x86-64' }),
    getBrowserInfo: browserInfo && (async () => browserInfo),
    getManifest: () => ({ name: 'Stethoscope', version: '1.0.0' }),
    sendMessage: (message: unknown) => tell(message, ownPage()),
  });
  Object.assign(fakeBrowser.management, { getSelf: async () => ({ installType }) });
  Object.assign(fakeBrowser.action, { getUserSettings: async () => ({ isOnToolbar }) });
}

/** The sender of a message from one of the extension's own pages. */
export const ownPage = () => ({ id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('src/popup/index.html') });

/** Sends a message as somebody; `undefined` when nobody answers. The in-memory browser itself names no sender. */
export const tell = (message: unknown, sender: { readonly id?: string; readonly url?: string }): Promise<unknown> =>
  new Promise((resolve, reject) => {
    // A message between processes is JSON.
    const sent = JSON.parse(JSON.stringify(message));
    fakeBrowser.runtime.onMessage
      .trigger(sent, sender, resolve)
      .then((results: unknown[]) => results.includes(true) || resolve(undefined), reject);
  });
