import { fakeBrowser } from '@webext-core/fake-browser';
import { vi } from 'vitest';
import type { SwitchedPermission } from '../../src/browser/permissions.ts';
import type { ExtensionInfo } from '../../src/sources/extensions.ts';

export interface ThisBrowser {
  readonly os?: string;
  /** What `getHighEntropyValues` gives; null for a browser without it. */
  readonly userAgentData?: object | null;
  readonly userAgent?: string;
  readonly browserInfo?: { readonly name: string; readonly version: string };
  readonly installType?: string;
  readonly isOnToolbar?: boolean;
  /** The permissions that the person has switched on. */
  readonly granted?: readonly SwitchedPermission[];
  /** What the manifest requires, so that nobody can switch it off. */
  readonly required?: readonly string[];
  /** What each permission lets see. */
  readonly extensions?: readonly ExtensionInfo[];
  readonly privacy?: object;
  readonly idle?: object;
  /** What only an extension that a policy has installed may ask. */
  readonly enterprise?: object | undefined;
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
  granted = [],
  required = [],
  enterprise,
  ...seen
}: ThisBrowser = {}): void {
  fakeBrowser.reset();
  answer = true;
  const getHighEntropyValues = async () => userAgentData;
  vi.stubGlobal('navigator', { userAgent, ...(userAgentData && { userAgentData: { getHighEntropyValues } }) });
  Object.assign(fakeBrowser.runtime, {
    getPlatformInfo: async () => ({ os, arch: 'x86-64' }),
    getBrowserInfo: browserInfo && (async () => browserInfo),
    getManifest: () => ({ name: 'Stethoscope', version: '1.0.0', permissions: ['storage', 'alarms', ...required] }),
    sendMessage: (message: unknown) => tell(message, ownPage()),
  });
  Object.assign(fakeBrowser, { enterprise });
  Object.assign(fakeBrowser.management, { getSelf: async () => ({ installType }) });
  behind = seen;
  switchedOn = new Set(granted);
  forgetPermissionListeners();
  showPermitted();
  Object.assign(fakeBrowser.action, { getUserSettings: async () => ({ isOnToolbar }) });
}

/** An event of the browser. The in-memory browser makes its own in the same way; one of them is as good as another. */
const anEvent = () => {
  const listeners = new Set<(...given: unknown[]) => unknown>();
  return {
    addListener: (listener: () => unknown) => void listeners.add(listener),
    removeListener: (listener: () => unknown) => void listeners.delete(listener),
    hasListener: (listener: () => unknown) => listeners.has(listener),
    removeAllListeners: () => listeners.clear(),
    trigger: (...given: unknown[]) => Promise.all([...listeners].map((listener) => listener(...given))),
  };
};

const permissionEvents = { onAdded: anEvent(), onRemoved: anEvent() };
export const extensionEvents = {
  onInstalled: anEvent(),
  onUninstalled: anEvent(),
  onEnabled: anEvent(),
  onDisabled: anEvent(),
};

/** As for a worker that has ended. */
export function forgetPermissionListeners(): void {
  for (const event of Object.values({ ...permissionEvents, ...extensionEvents })) event.removeAllListeners();
}

type Seen = Pick<ThisBrowser, 'extensions' | 'privacy' | 'idle'>;

let behind: Seen = {};
let switchedOn = new Set<SwitchedPermission>();
/** How the person answers when the browser asks; an error for a browser that does not ask. */
let answer: boolean | Error = true;

export function answerWith(given: boolean | Error): void {
  answer = given;
}

/** Has the browser show what the permissions allow, and nothing else of it. */
function showPermitted(): void {
  const { extensions = [], privacy = {}, idle = {} } = behind;
  const hidden = {
    getAll: undefined,
    ...Object.fromEntries(Object.keys(extensionEvents).map((name) => [name, undefined])),
  };
  Object.assign(
    fakeBrowser.management,
    switchedOn.has('management') ? { getAll: async () => extensions, ...extensionEvents } : hidden,
  );
  Object.assign(fakeBrowser, {
    privacy: switchedOn.has('privacy') ? privacy : undefined,
    idle: switchedOn.has('idle') ? idle : undefined,
    permissions: {
      ...permissionEvents,
      contains: async ({ permissions }: Asked) => permissions.every((one) => switchedOn.has(one)),
      request: async ({ permissions }: Asked) => {
        if (answer instanceof Error) throw answer;
        if (answer) await switchOn(...permissions);
        return answer;
      },
      remove: async ({ permissions }: Asked) => {
        await switchOff(...permissions);
        return true;
      },
    },
  });
}

interface Asked {
  readonly permissions: readonly SwitchedPermission[];
}

/** The person switches permissions on, wherever that may be. */
export async function switchOn(...permissions: SwitchedPermission[]): Promise<void> {
  switchedOn = new Set([...switchedOn, ...permissions]);
  showPermitted();
  await permissionEvents.onAdded.trigger({ permissions });
}

export async function switchOff(...permissions: SwitchedPermission[]): Promise<void> {
  switchedOn = new Set([...switchedOn].filter((one) => !permissions.includes(one)));
  showPermitted();
  await permissionEvents.onRemoved.trigger({ permissions });
}

/** Another extension, as the browser describes it. */
export const anExtension = (extension: Partial<ExtensionInfo> = {}): ExtensionInfo => ({
  id: 'ext-1',
  name: 'Notes',
  type: 'extension',
  enabled: true,
  installType: 'normal',
  permissions: ['storage'],
  hostPermissions: [],
  ...extension,
});

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
