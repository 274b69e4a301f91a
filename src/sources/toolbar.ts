import { api } from '../browser/api.ts';
import { installType } from '../browser/installation.ts';
import { chosenEndpoint } from '../browser/managed.ts';
import { storedUpdate } from '../browser/stored.ts';
import { type Answers, storedAnswers } from '../browser/stored-answers.ts';
import { storedStanding } from '../browser/stored-sign-in.ts';
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

/** The type says that it is always there. A browser that lacks it simply cannot tell. */
type MayLack = { readonly action: Partial<Pick<typeof api.action, 'getUserSettings'>> };

/** Since Chrome 91 and Firefox 116; in the first moments of a session Chrome says `false` of a pinned icon, too. */
async function pinned({ action }: MayLack): Promise<Toolbar['pinned']> {
  const isOnToolbar = (await action.getUserSettings?.())?.isOnToolbar;
  if (isOnToolbar === undefined) return 'cannot-know';
  return isOnToolbar ? 'yes' : 'no';
}

/**
 * What the chosen endpoint last said; null when it said nothing, `undefined` when none is chosen. Whoever is not signed in gets no
 * answer, however well the endpoint works: it is not said to be silent then.
 */
async function company(): Promise<{ readonly answers: Answers | null; readonly isSignedOut: boolean } | undefined> {
  const [endpoint, answers, standing] = await Promise.all([
    chosenEndpoint(),
    storedAnswers.get(),
    storedStanding.get(),
  ]);
  if (endpoint === null || endpoint === undefined) return undefined;
  return {
    answers: answers?.endpoint === endpoint ? answers : null,
    isSignedOut: standing?.endpoint === endpoint && standing.signedOut !== null,
  };
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
    const { action }: MayLack = api;
    const installed = await installType();
    if (installed === undefined) return unknown('toolbar', 'browser-cannot-know');
    const asked = await company();
    const value: Toolbar = {
      installed: installedBy[installed] ?? 'other',
      pinned: await pinned({ action }),
      release: await release(asked?.answers?.organization?.document.minimumExtension),
      ...(asked && !asked.isSignedOut && { answeredAt: asked.answers?.answeredAt ?? null }),
    };
    return { signals: [signal('toolbar', value, BROWSER, now)], gaps: [] };
  },
};
