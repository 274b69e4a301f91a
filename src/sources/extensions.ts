import { api } from '../browser/api.ts';
import { TEXT_LIMIT } from '../posture/fact.ts';
import type { FactValue } from '../posture/facts.ts';
import { type BrowserSource, observePermitted } from './browser-source.ts';

type Extension = FactValue<'extensions'>[number];

/** The part of the browser's description of an extension that is read. */
export interface ExtensionInfo {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly installType: string;
  readonly permissions?: readonly string[];
  readonly hostPermissions?: readonly string[];
}

const installedBy: Readonly<Record<string, Extension['installed']>> = {
  admin: 'by-policy',
  normal: 'by-person',
  sideload: 'sideloaded',
  development: 'unpacked',
};

/**
 * What makes the sight of every page worse: sign-ins (`cookies`), all traffic (`webRequest`, `proxy`, `debugger`), past visits, what
 * was copied, and programs outside the browser. Filters that never see the traffic themselves are not among them.
 */
const SENSITIVE: readonly string[] = [
  'clipboardRead',
  'cookies',
  'debugger',
  'history',
  'nativeMessaging',
  'proxy',
  'webRequest',
  'webRequestBlocking',
];

/** Every host, or every host of a top-level domain (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns). */
const EVERY_SITE = /^(?:<all_urls>|(?:\*|https?):\/\/\*(?:\.[^./]+)?\/.*)$/i;

/** Describes an extension by no more than what its judgement needs. */
export function describe({
  id,
  name,
  enabled,
  installType,
  permissions = [],
  hostPermissions = [],
}: ExtensionInfo): Extension {
  const isWide =
    hostPermissions.some((pattern) => EVERY_SITE.test(pattern)) &&
    permissions.some((permission) => SENSITIVE.includes(permission));
  return {
    id,
    name: name.slice(0, TEXT_LIMIT),
    state: enabled ? 'on' : 'off',
    installed: installedBy[installType] ?? 'other',
    reach: isWide ? 'wide' : 'ordinary',
  };
}

/** Chromium has this function with the permission only, and not in a worker that began without; the type says that it is always there. */
type MayLack = Partial<Pick<typeof api.management, 'getAll'>>;

async function read(): Promise<Extension[] | undefined> {
  const management: MayLack | undefined = api.management;
  if (management === undefined) return undefined;
  if (management.getAll === undefined) throw new Error('This worker is older than its permission');
  const all: readonly ExtensionInfo[] = await management.getAll();
  return all.filter(({ id, type }) => type === 'extension' && id !== api.runtime.id).map(describe);
}

/** The other extensions of this browser. The list stays in this browser. */
export const extensions: BrowserSource = {
  facts: ['extensions'],
  observe: (now) => observePermitted({ fact: 'extensions', permission: 'management', read }, now),
};
