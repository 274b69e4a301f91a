import { api } from '../browser/api.ts';
import type { FactValue } from '../posture/facts.ts';
import { signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';
import { type BrowserSource, gap } from './browser-source.ts';

type Toolbar = FactValue<'toolbar'>;

const installedBy: Readonly<Record<string, Toolbar['installed']>> = {
  admin: 'by-policy',
  normal: 'by-person',
  development: 'unpacked',
};

/** The types say that these are always there. A browser that lacks one simply cannot tell. */
type MayLack = Partial<Pick<typeof api, 'management'>> & {
  readonly action: Partial<Pick<typeof api.action, 'getUserSettings'>>;
};

/** Since Chrome 91 and Firefox 116; in the first moments of a session Chrome says `false` of a pinned icon, too. */
async function pinned({ action }: MayLack): Promise<Toolbar['pinned']> {
  const isOnToolbar = (await action.getUserSettings?.())?.isOnToolbar;
  if (isOnToolbar === undefined) return 'cannot-know';
  return isOnToolbar ? 'yes' : 'no';
}

export const toolbar: BrowserSource = {
  facts: ['toolbar'],
  observe: async (now) => {
    const { management, action }: MayLack = api;
    // The only part of `management` that needs no permission.
    const installType = (await management?.getSelf())?.installType;
    if (installType === undefined) return { signals: [], gaps: [gap('toolbar', 'browser-cannot-know')] };
    const value: Toolbar = { installed: installedBy[installType] ?? 'other', pinned: await pinned({ action }) };
    return { signals: [signal('toolbar', value, BROWSER, now)], gaps: [] };
  },
};
