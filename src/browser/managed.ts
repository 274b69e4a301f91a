import { endpointOf } from '../posture/managed-copy.ts';
import type { ManagedSettings } from '../posture/managed-settings.ts';
import { type ManagedReading, readManaged } from '../posture/read-managed.ts';
import { api } from './api.ts';
import { storedManaged, storedSettings } from './stored.ts';

/**
 * What the browser says of device management: what stands there; `empty`, which in Chromium is both nothing and not yet there; for
 * certain `nothing`; or an error that tells neither.
 */
export type ManagedAnswer = ManagedReading | 'empty' | 'nothing' | 'not-told';

/** Firefox says so of an extension that no policy speaks of (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed). */
const NOTHING = /manifest not found/i;

/** Asks the browser, and reads what it says. Never rejects. */
export async function askManaged(): Promise<ManagedAnswer> {
  // Firefox for Android has none, but the type says that it is always there.
  const { managed }: Partial<Pick<typeof api.storage, 'managed'>> = api.storage;
  if (managed === undefined) return 'nothing';
  try {
    const said = await managed.get();
    return Object.keys(said).length === 0 ? 'empty' : readManaged(said);
  } catch (error) {
    return error instanceof Error && NOTHING.test(error.message) ? 'nothing' : 'not-told';
  }
}

/** What device management says at this moment. */
export interface ManagedNow {
  readonly settings: ManagedSettings;
  /**
   * Whether the browser itself said so just now. Otherwise this is the copy of what was said last, without `token` and `device`: their
   * absence means nothing then.
   */
  readonly isWhole: boolean;
}

/**
 * What device management says, with the token and the hints at this computer, which are kept nowhere: to be asked for each time that
 * they are needed. A check is not made before the browser has had time to tell them. Never rejects.
 */
export async function managedNow(): Promise<ManagedNow> {
  const answer = await askManaged();
  if (typeof answer === 'object') return { settings: answer.settings, isWhole: true };
  if (answer === 'nothing') return { settings: {}, isWhole: true };
  return { settings: (await storedManaged.get())?.settings ?? {}, isWhole: false };
}

/** The endpoint that is asked, as device management last said or the person chose; null for none, undefined where nothing is done. */
export async function chosenEndpoint(): Promise<string | null | undefined> {
  const [managed, own] = await Promise.all([storedManaged.get(), storedSettings.get()]);
  return endpointOf(managed, own?.endpoint ?? null);
}

/** Calls the listener when the browser tells that device management says something else. Not every browser does, nor always. */
export function onManagedChange(listener: () => void): void {
  api.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
}
