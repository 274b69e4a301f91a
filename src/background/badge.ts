import { api } from '../browser/api.ts';
import { storedManaged } from '../browser/stored.ts';
import { closest } from '../locales/closest.ts';
import { workerLocales } from '../locales/worker-words.ts';
import type { Assessment } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import { type Claim, present } from '../posture/present.ts';
import { badgeText } from '../posture/summary.ts';
import { iconTitle } from './title.ts';

/** Only what is highly recommended is counted, so the badge has the colour of that rating, dark enough for white text. */
const COLOUR = '#b3261e';

/** Firefox for Android shows the title in a menu and has no badge, but the type says that it has. */
type MayLackBadge = Pick<typeof api.action, 'setTitle'> &
  Partial<Pick<typeof api.action, 'setBadgeText' | 'setBadgeBackgroundColor' | 'setBadgeTextColor'>>;

/** Shows an assessment, or that there is none, as icon title and badge for this moment. */
export async function showBadge(
  assessment: Assessment | undefined,
  claims: readonly Claim[],
  now: Instant,
): Promise<void> {
  const action: MayLackBadge = api.action;
  const shown = assessment && present(assessment, claims, now);
  const managed = await storedManaged.get();
  const locale = closest(workerLocales, managed?.settings.locale) ?? 'en';
  await action.setTitle({ title: iconTitle(shown, locale, managed?.isHere) });
  await action.setBadgeText?.({ text: shown === undefined ? '' : badgeText(shown, now) });
  await action.setBadgeBackgroundColor?.({ color: COLOUR });
  await action.setBadgeTextColor?.({ color: '#ffffff' });
}
