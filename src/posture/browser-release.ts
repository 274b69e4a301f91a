import type { BrowserRelease } from './baseline.ts';
import type { FactValue } from './facts.ts';
import { DAY, elapsed, endOf, type Instant, isAfter, later, startOf } from './instant.ts';
import type { Lookup, NoReference } from './practice.ts';

type Browser = FactValue<'browserVersion'>;

/** How a browser's release stands in its vendor's calendar at a moment. */
export interface BrowserStanding {
  /** The version as its calendar counts: that of the Chromium inside where the browser has numbers of its own. */
  readonly version: string;
  /** The newest that is out, in the same numbers. */
  readonly newest: string | number;
  /** When the release after this one came out; absent when this is the newest, or newer (a beta). */
  readonly succeededAt?: Instant;
  /** The last day on which the vendor patches this release although it has a successor (Extended Stable). */
  readonly supportedUntil?: string;
}

/** Whose calendar each browser follows. */
const calendarOf: Record<Browser['name'], 'chrome' | 'edge' | 'firefox' | undefined> = {
  chrome: 'chrome',
  chromium: 'chrome',
  brave: 'chrome',
  opera: 'chrome',
  vivaldi: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  other: undefined,
};

/** Browsers with numbers of their own: they are read by the Chromium inside, or not at all. */
const ownNumbers: readonly Browser['name'][] = ['brave', 'opera', 'vivaldi'];

/** Browsers that may be on Extended Stable, the even releases, without telling; a distribution may follow that channel too. */
const maybeExtended: readonly Browser['name'][] = ['chrome', 'chromium', 'edge', 'vivaldi'];

/**
 * Who brings Chromium's releases out late, and skips some: until a Chromium has been succeeded for so many days, it may be the newest
 * that is offered. Opera has taken up to 120 days (browsers/opera.json of @mdn/browser-compat-data), Opera GX more, and of Vivaldi
 * nothing is known; Linux distributions build Chromium themselves, and have been seen three weeks late.
 */
const TRAILING_DAYS: Partial<Record<Browser['name'], number>> = { opera: 180, vivaldi: 180, chromium: 84 };

/** ChromeOS trails Chrome by weeks, its long-term channel by most of a year. */
const CHROMEOS_TRAILING_DAYS = 365;

/** No browser's preview channel is further ahead. */
const FURTHEST_AHEAD = 10;

/** The longest that vendors pause between two releases, around the turn of the year: a calendar speaks so far beyond its last line. */
const LONGEST_PAUSE_DAYS = 35;

interface Place {
  readonly newest: number;
  readonly successor?: BrowserRelease | undefined;
  readonly own?: BrowserRelease | undefined;
}

/** Where a major stands in a calendar, which may hold planned releases. */
function placeOf(major: number, calendar: readonly BrowserRelease[], { now, graceDays }: Lookup): Place | NoReference {
  const sorted = calendar.toSorted((a, b) => a.major - b.major);
  const out = sorted.filter((release) => !isAfter(dayOf(release), now));
  const newest = out.at(-1)?.major;
  const last = sorted.at(-1);
  if (newest === undefined || last === undefined) return 'baseline-missing';
  if (major > newest + FURTHEST_AHEAD) return 'value-not-understood';

  const successor = out.find((release) => release.major > major);
  const isRunOut = isAfter(now, later(dayOf(last), (LONGEST_PAUSE_DAYS + graceDays) * DAY));
  if (successor === undefined && major <= last.major && isRunOut) return 'baseline-outdated';
  return { newest, successor, own: out.find((release) => release.major === major) };
}

const dayOf = ({ releasedAt }: BrowserRelease): Instant => startOf(releasedAt);

/**
 * The standing of a browser version. `value-not-understood`: no version, or one that does not exist. `baseline-missing`: no calendar
 * is known, or the browser's maker may not have brought out anything newer. `baseline-outdated`: the calendar has run out.
 */
export function standingOf(browser: Browser, lookup: Lookup): BrowserStanding | NoReference {
  const calendar = calendarOf[browser.name];
  if (calendar === undefined) return 'baseline-missing';
  const numbers = numbersOf(browser);
  if (typeof numbers === 'string') return numbers;
  const { major, minor } = numbers;
  const releases = lookup.baseline.browsers[calendar];
  // A Firefox ESR gets its fixes with the ordinary releases and counts them: 153.7 came out with 160.
  const place = placeOf(browser.name === 'firefox' ? major + minor : major, releases, lookup);
  if (typeof place === 'string') return place;

  const esr = minor > 0 ? releases.find((release) => release.major === major) : undefined;
  const standing: BrowserStanding = {
    ...wordsFor(browser, numbers, place, esr, lookup),
    ...(place.successor && { succeededAt: dayOf(place.successor) }),
    ...(place.own?.supportedUntil && mayBeExtended(browser, lookup) && { supportedUntil: place.own.supportedUntil }),
  };
  return mayBeNewestOffered(browser, standing, lookup) ? 'baseline-missing' : standing;
}

interface Numbers {
  readonly major: number;
  /** Counts only in a Firefox ESR; 0 elsewhere. */
  readonly minor: number;
}

function numbersOf({ name, version, engineMajor }: Browser): Numbers | NoReference {
  if (ownNumbers.includes(name)) {
    return engineMajor === undefined ? 'baseline-missing' : { major: engineMajor, minor: 0 };
  }
  const [, major, minor = '0'] = /^(\d{1,4})(?:\.(\d{1,3})(?!\d))?(?!\d)/.exec(version) ?? [];
  if (major === undefined) return 'value-not-understood';
  return { major: Number(major), minor: name === 'firefox' ? Number(minor) : 0 };
}

/** Versions as people find them in the browser itself. */
function wordsFor(
  { name, version }: Browser,
  { major, minor }: Numbers,
  { newest }: Place,
  esr: BrowserRelease | undefined,
  { now }: Lookup,
): Pick<BrowserStanding, 'version' | 'newest'> {
  const own = version.split('.')[0] ?? version;
  if (ownNumbers.includes(name) && own !== String(major)) {
    return { version: `${own} (Chromium ${major})`, newest: `Chromium ${newest}` };
  }
  if (minor === 0) return { version: String(major), newest };
  const goesOn = esr?.supportedUntil !== undefined && isAfter(endOf(esr.supportedUntil), now);
  return { version: `${major}.${minor}`, newest: goesOn ? `${major}.${newest - major}` : newest };
}

const isOfChromeos = ({ name }: Browser, { platform }: Lookup): boolean => platform === 'chromeos' && name === 'chrome';

/** ChromeOS has a long-term channel instead. */
const mayBeExtended = (browser: Browser, lookup: Lookup): boolean =>
  !isOfChromeos(browser, lookup) && maybeExtended.includes(browser.name);

/** Behind Chromium, but perhaps not behind what its own maker has brought out: then nobody can say which. */
function mayBeNewestOffered(browser: Browser, standing: BrowserStanding, lookup: Lookup): boolean {
  const { succeededAt, supportedUntil } = standing;
  const { now, graceDays } = lookup;
  const trailing = isOfChromeos(browser, lookup) ? CHROMEOS_TRAILING_DAYS : TRAILING_DAYS[browser.name];
  if (trailing === undefined || succeededAt === undefined) return false;
  if (supportedUntil !== undefined && isAfter(endOf(supportedUntil), now)) return false;
  const days = elapsed(succeededAt, now) / DAY;
  return days >= graceDays && days < trailing;
}

/** Whether a ChromeOS milestone is current by Chrome's calendar (true), or past every channel of ChromeOS (false). */
export function isCurrentMilestone(milestone: string, lookup: Lookup): boolean | NoReference {
  const standing = standingOf({ name: 'chrome', version: milestone }, { ...lookup, platform: 'chromeos' });
  if (typeof standing === 'string') return standing === 'value-not-understood' ? 'baseline-missing' : standing;
  const { succeededAt } = standing;
  return succeededAt === undefined || elapsed(succeededAt, lookup.now) / DAY < lookup.graceDays;
}
