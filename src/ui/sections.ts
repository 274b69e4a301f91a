import { isAgreed } from '../posture/exception.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { isWaiting } from '../posture/present.ts';
import { isForOneself, shownFindings } from '../posture/summary.ts';

/** Where on a device's page a finding stands. */
export type Place =
  | 'hint'
  | 'warn'
  | 'nudge'
  | 'waiting'
  | 'agreed'
  | 'browser'
  | 'browser-ok'
  | 'yourself'
  | 'unknown'
  | 'ok';

/** Places that are one card, which counts what is in it. */
export type Folded = Extract<Place, 'browser-ok' | 'yourself' | 'unknown' | 'ok'>;

/** Where each finding stands, what is open at first, and whether the browser's own section stands before "Suggested". */
export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly openAtFirst: string | undefined;
  readonly browserLeads: boolean;
}

export interface Section {
  readonly place: Exclude<Place, 'browser-ok'>;
  readonly findings: readonly Finding[];
  /** What stands in the section too, folded into one card. */
  readonly folded: readonly Finding[];
}

/** The name of a place's card among the cards that can be opened. */
export const cardOf = (place: Folded): string => `group-${place}`;

/** From how many findings of the browser that are ok they are folded into one card. */
const FOLD_FROM = 3;

interface Around {
  readonly foldsBrowser: boolean;
}

function placeOf(finding: Finding, around: Around): Place | undefined {
  if (finding.isAside) return asidePlaceOf(finding);
  if (isAgreed(finding)) return 'agreed';
  if (finding.scope === 'browser') return browserPlaceOf(finding, around);
  if (isWaiting(finding)) return 'waiting';
  if (finding.rating !== 'unknown' && finding.rating !== 'not-applicable') return finding.rating;
  return isForOneself(finding) ? 'yourself' : 'unknown';
}

/** An aside is worth a line only where there is something to do about it. */
function asidePlaceOf({ rating, reason, scope, agreed }: Finding): Place | undefined {
  if (agreed !== undefined) return undefined;
  if (rating !== 'warn' && rating !== 'nudge' && reason !== 'stale') return undefined;
  return scope === 'browser' ? 'browser' : 'hint';
}

function browserPlaceOf({ rating, reason }: Finding, { foldsBrowser }: Around): Place {
  if (rating === 'unknown') return reason === 'permission-not-granted' ? 'browser' : 'unknown';
  return rating === 'ok' && foldsBrowser ? 'browser-ok' : 'browser';
}

const isBrowserOk = ({ scope, rating, isAside }: Finding): boolean =>
  scope === 'browser' && rating === 'ok' && !isAside;

export function layoutOf(device: AssessedDevice): Layout {
  const findings = shownFindings(device);
  const around = { foldsBrowser: findings.filter(isBrowserOk).length >= FOLD_FROM };
  const places = new Map(
    findings.flatMap((finding) => {
      const place = placeOf(finding, around);
      return place === undefined ? [] : [[finding.practice, place] as const];
    }),
  );
  const layout = { places, browserLeads: findings.some(isBrowserWarning), openAtFirst: undefined };
  const inOrder = sectionsOf(device, layout).flatMap((section) => section.findings);
  const first = inOrder.find(isUrgent);
  const toLookAt = [...places.values()].includes('yourself') ? cardOf('yourself') : undefined;
  return { ...layout, openAtFirst: first?.practice ?? toLookAt };
}

const isUrgent = (finding: Finding): boolean =>
  finding.rating === 'warn' && !isWaiting(finding) && !isAgreed(finding) && !finding.isAside;

const isBrowserWarning = (finding: Finding): boolean => finding.scope === 'browser' && isUrgent(finding);

/**
 * The layout while somebody is reading: a finding that can be seen keeps its place, and its words change there until the page is
 * opened again. What goes where it belongs: what is new, what the person has just called done or not done, and what stood in a
 * closed group, for a new warning must never hide. It joins its section at the end, so that it pushes little away.
 */
export function keepLayout(kept: Layout, device: AssessedDevice, openGroups: ReadonlySet<Place>): Layout {
  const fresh = layoutOf(device).places;
  const stays = [...kept.places].filter(([practice, place]) => {
    const now = fresh.get(practice);
    return now !== undefined && (!isFolded(place) || openGroups.has(place)) && !isClaimChange(place, now);
  });
  return { ...kept, places: new Map([...stays, ...[...fresh].filter(isNotAmong(new Map(stays)))]) };
}

const isNotAmong =
  (places: ReadonlyMap<string, Place>) =>
  ([practice]: readonly [string, Place]) =>
    !places.has(practice);

export const isFolded = (place: Place): place is Folded =>
  place === 'unknown' || place === 'ok' || place === 'browser-ok' || place === 'yourself';

const isClaimChange = (before: Place, now: Place): boolean =>
  now === 'waiting' ? before !== 'waiting' : before === 'waiting' && !isFolded(now);

const order = (browserLeads: boolean): readonly Section['place'][] =>
  browserLeads
    ? ['hint', 'warn', 'browser', 'nudge', 'waiting', 'agreed', 'yourself', 'unknown', 'ok']
    : ['hint', 'warn', 'nudge', 'waiting', 'agreed', 'browser', 'yourself', 'unknown', 'ok'];

/** How many of the sections are in sight when a page opens: those down to the card that is open at first, else only the first. */
export function countInSight(sections: readonly Section[], { openAtFirst }: Layout): number {
  const isAt = ({ place, findings }: Section) =>
    (isFolded(place) && cardOf(place) === openAtFirst) || findings.some(({ practice }) => practice === openAtFirst);
  return Math.max(sections.findIndex(isAt), 0) + 1;
}

/** The sections that have something in them, in the order shown; what is in them, in the order in which it got its place. */
export function sectionsOf(device: AssessedDevice, { places, browserLeads }: Layout): readonly Section[] {
  const findings = new Map(shownFindings(device).map((finding) => [finding.practice, finding]));
  const standingAt = (wanted: Place) =>
    [...places].flatMap(([practice, place]) => (place === wanted ? (findings.get(practice) ?? []) : []));
  return order(browserLeads)
    .map((place) => ({
      place,
      findings: standingAt(place),
      folded: place === 'browser' ? standingAt('browser-ok') : [],
    }))
    .filter((section) => section.findings.length + section.folded.length > 0);
}
