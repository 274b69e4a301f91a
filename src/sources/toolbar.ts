import { api } from '../browser/api.ts';
import { storedSettings, storedUpdate } from '../browser/stored.ts';
import { type Answers, storedAnswers } from '../browser/stored-answers.ts';
import type { FactValue } from '../posture/facts.ts';
import { signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';
import { compareVersions } from '../posture/versions/compare-versions.ts';
import { type BrowserSource, unknown } from './browser-source.ts';

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

/** What the chosen endpoint last said; null when it never answered, `undefined` when none is chosen. */
async function companyAnswers(): Promise<Answers | null | undefined> {
  const [settings, answers] = await Promise.all([storedSettings.get(), storedAnswers.get()]);
  const endpoint = settings?.endpoint ?? null;
  if (endpoint === null) return undefined;
  return answers?.endpoint === endpoint ? answers : null;
}

/** An update that waited is in force once this version is no older. */
async function release(minimum: string | undefined): Promise<Toolbar['release']> {
  const { version } = api.runtime.getManifest();
  const isOlderThan = (other: string | undefined) => other !== undefined && compareVersions(version, other) < 0;
  if (isOlderThan(minimum)) return 'too-old';
  return isOlderThan(await storedUpdate.get()) ? 'waiting' : 'current';
}

export const toolbar: BrowserSource = {
  facts: ['toolbar'],
  observe: async (now) => {
    const { management, action }: MayLack = api;
    // The only part of `management` that needs no permission.
    const installType = (await management?.getSelf())?.installType;
    if (installType === undefined) return unknown('toolbar', 'browser-cannot-know');
    const answers = await companyAnswers();
    const value: Toolbar = {
      installed: installedBy[installType] ?? 'other',
      pinned: await pinned({ action }),
      release: await release(answers?.organization?.document.minimumExtension),
      ...(answers !== undefined && { answeredAt: answers?.answeredAt ?? null }),
    };
    return { signals: [signal('toolbar', value, BROWSER, now)], gaps: [] };
  },
};
