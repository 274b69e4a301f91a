import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { isWaiting } from '../posture/present.ts';
import { shownFindings } from '../posture/summary.ts';

/** Where on a device's page a finding stands. */
export type Place = 'warn' | 'nudge' | 'waiting' | 'browser' | 'yourself' | 'unknown' | 'ok';

/** Where each finding stands, what is open at first, and whether the browser's own section stands before "Suggested". */
export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly openAtFirst: string | undefined;
  readonly browserLeads: boolean;
}

export interface Section {
  readonly place: Place;
  readonly findings: readonly Finding[];
}

/** Without a company nobody reports on the computer, so what is unknown there is for the person to look at. */
function placeOf(finding: Finding, isSelfCheck: boolean): Place {
  if (finding.scope === 'browser') return 'browser';
  if (isWaiting(finding)) return 'waiting';
  if (finding.rating === 'unknown' || finding.rating === 'not-applicable') return isSelfCheck ? 'yourself' : 'unknown';
  return finding.rating;
}

export function layoutOf(device: AssessedDevice, isSelfCheck: boolean): Layout {
  const findings = shownFindings(device);
  const places = new Map(findings.map((finding) => [finding.practice, placeOf(finding, isSelfCheck)]));
  const browserLeads = findings.some(isBrowserWarning);
  const layout = { places, browserLeads, openAtFirst: undefined };
  const inOrder = sectionsOf(device, layout).flatMap((section) => section.findings);
  const first = inOrder.find((finding) => finding.rating === 'warn' && !isWaiting(finding));
  return { ...layout, openAtFirst: first?.practice };
}

const isBrowserWarning = (finding: Finding): boolean =>
  finding.scope === 'browser' && finding.rating === 'warn' && !isWaiting(finding);

/**
 * The layout while somebody is reading: a finding that can be seen keeps its place, and its words change there until the page is
 * opened again. What goes where it belongs: what is new, what the person has just called done or not done, and what stood in a
 * closed group, for a new warning must never hide. It joins its section at the end, so that it pushes little away.
 */
export function keepLayout(
  kept: Layout,
  device: AssessedDevice,
  isSelfCheck: boolean,
  openGroups: ReadonlySet<Place>,
): Layout {
  const fresh = layoutOf(device, isSelfCheck).places;
  const stays = [...kept.places].filter(([practice, place]) => {
    const now = fresh.get(practice);
    return now !== undefined && (!isGroup(place) || openGroups.has(place)) && !isClaimChange(place, now);
  });
  return { ...kept, places: new Map([...stays, ...[...fresh].filter(isNotAmong(new Map(stays)))]) };
}

const isNotAmong =
  (places: ReadonlyMap<string, Place>) =>
  ([practice]: readonly [string, Place]) =>
    !places.has(practice);

/** Places that are folded up at first. */
export const isGroup = (place: Place): place is 'unknown' | 'ok' => place === 'unknown' || place === 'ok';

const isClaimChange = (before: Place, now: Place): boolean =>
  now === 'waiting' ? before !== 'waiting' : before === 'waiting' && !isGroup(now);

const order = (browserLeads: boolean): readonly Place[] =>
  browserLeads
    ? ['warn', 'browser', 'nudge', 'waiting', 'yourself', 'unknown', 'ok']
    : ['warn', 'nudge', 'waiting', 'browser', 'yourself', 'unknown', 'ok'];

/** The sections that have something in them, in the order shown; what is in them, in the order in which it got its place. */
export function sectionsOf(device: AssessedDevice, { places, browserLeads }: Layout): readonly Section[] {
  const findings = new Map(shownFindings(device).map((finding) => [finding.practice, finding]));
  return order(browserLeads)
    .map((wanted) => ({
      place: wanted,
      findings: [...places].flatMap(([practice, place]) => (place === wanted ? (findings.get(practice) ?? []) : [])),
    }))
    .filter((section) => section.findings.length > 0);
}
