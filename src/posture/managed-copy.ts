import * as v from 'valibot';
import type { ManagedSettings } from './managed-settings.ts';
import { type Platform, platforms } from './platform.ts';
import type { ManagedReading } from './read-managed.ts';
import type { Layer, Refusal } from './settings-in-effect.ts';

/** What is kept of what device management said last, so that nothing has to wait for it: no token, and no hint at this computer. */
export interface ManagedCopy {
  readonly settings: Omit<ManagedSettings, 'token' | 'device'>;
  readonly hasToken: boolean;
  readonly isHinted: boolean;
  /** Whether `applyTo` fits this computer; elsewhere nothing is done. */
  readonly isHere: boolean;
  readonly refused: readonly Pick<Refusal, 'name' | 'reason'>[];
}

/** Device management says nothing: everything is up to the others. */
export const nothingManaged: ManagedCopy = {
  settings: {},
  hasToken: false,
  isHinted: false,
  isHere: true,
  refused: [],
};

/** Whether anything was said at all. */
export const isManaged = ({ settings, hasToken, isHinted, refused }: ManagedCopy): boolean =>
  hasToken || isHinted || refused.length > 0 || Object.keys(settings).length > 0;

/** What is kept of it on a computer of this platform. */
export function copyOf({ settings, refused }: ManagedReading, platform: Platform): ManagedCopy {
  const { token, device, ...kept } = settings;
  const isHinted = device !== undefined && Object.keys(device).length > 0;
  // Where nobody can read where it holds, it does not hold: a slip must not reach computers that it was not meant for.
  const isPlaceKnown = kept.applyTo !== undefined || !refused.some(({ name }) => name.startsWith('applyTo'));
  const { platforms: named, onlyHintedMachines = false } = kept.applyTo ?? {};
  const isHere = isPlaceKnown && (named?.includes(platform) ?? true) && (isHinted || !onlyHintedMachines);
  return { settings: kept, hasToken: token !== undefined, isHinted, isHere, refused };
}

/** The endpoint that is asked: device management's before the person's own; null for none, undefined where nothing is done. */
export const endpointOf = (managed: ManagedCopy | undefined, own: string | null): string | null | undefined =>
  managed?.isHere === false ? undefined : (managed?.settings.endpoint ?? own);

/** Browsers give back what was stored with its keys in an order of their own. */
export const isSame = (a: ManagedCopy, b: ManagedCopy): boolean => inOrder(a) === inOrder(b);

const inOrder = (copy: ManagedCopy): string =>
  JSON.stringify(copy, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What device management says of each setting. What is not kept is only told to be there. */
export const managedLayer = ({ settings, hasToken, isHinted }: ManagedCopy): Layer => ({
  ...settings,
  ...(hasToken && { token: true }),
  ...(isHinted && { device: true }),
});

export const managedCopySchema: v.GenericSchema<unknown, ManagedCopy> = v.object({
  settings: v.object({
    endpoint: v.exactOptional(v.string()),
    signIn: v.exactOptional(v.picklist(['gateway', 'token', 'none'])),
    locale: v.exactOptional(v.string()),
    contact: v.exactOptional(v.object({ label: v.string(), url: v.string() })),
    applyTo: v.exactOptional(
      v.object({
        platforms: v.exactOptional(v.array(v.picklist(platforms))),
        onlyHintedMachines: v.exactOptional(v.boolean()),
      }),
    ),
    notifications: v.exactOptional(v.boolean()),
    checkEveryMinutes: v.exactOptional(v.number()),
  }),
  hasToken: v.boolean(),
  isHinted: v.boolean(),
  isHere: v.boolean(),
  refused: v.array(v.object({ name: v.string(), reason: v.picklist(['unknown', 'unreadable']) })),
});
