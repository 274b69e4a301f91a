import type { BrowserRelease } from './baseline.ts';
import type { FactValue } from './facts.ts';
import { type Instant, instant, isAfter } from './instant.ts';
import type { Lookup, NoReference } from './practice.ts';

/** How a browser's release stands in its vendor's calendar at a moment. */
export interface BrowserStanding {
  /** The newest major that is out. */
  readonly newest: number;
  /** When the release after this one came out; absent when this is the newest, or newer (a beta). */
  readonly succeededAt?: Instant;
  /** The last day on which the vendor patches this release although it has a successor (Extended Stable, ESR). */
  readonly supportedUntil?: string;
}

/** Whose calendar each browser follows. A browser with numbers of its own is read by the Chromium inside it. */
const calendarOf: Record<FactValue<'browserVersion'>['name'], 'chrome' | 'edge' | 'firefox' | undefined> = {
  chrome: 'chrome',
  chromium: 'chrome',
  brave: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  // Opera and Vivaldi trail Chromium's calendar by a distance of their own.
  opera: undefined,
  vivaldi: undefined,
  other: undefined,
};

/** The standing of a browser version; `baseline-missing` where no calendar is known for it, `value-not-understood` for no number. */
export function standingOf(
  browser: FactValue<'browserVersion'>,
  { baseline, now }: Pick<Lookup, 'baseline' | 'now'>,
): BrowserStanding | NoReference {
  const major = browser.engineMajor ?? Number.parseInt(browser.version, 10);
  if (Number.isNaN(major)) return 'value-not-understood';
  const calendar = calendarOf[browser.name];
  const out = calendar === undefined ? [] : released(baseline.browsers[calendar], now);
  const newest = out.at(-1);
  const oldest = out.at(0);
  if (newest === undefined || oldest === undefined) return 'baseline-missing';

  const successor = out.find((release) => release.major > major);
  const own = out.find((release) => release.major === major);
  return {
    newest: newest.major,
    ...(successor && { succeededAt: instant(Date.parse(successor.releasedAt)) }),
    ...(own?.supportedUntil && isLongLived(browser) && { supportedUntil: own.supportedUntil }),
  };
}

/**
 * Whether this may be the long-lived release of its major. Firefox ESR shows it: its second number counts up (153.7.0), while
 * that of an ordinary release stays 0. Chrome and Edge show nothing, so an even major gets the benefit of the doubt.
 */
const isLongLived = ({ name, version }: FactValue<'browserVersion'>): boolean =>
  name !== 'firefox' || Number(version.split('.')[1]) > 0;

/** The releases that are out at `now`, oldest first: a calendar holds planned ones too. */
const released = (calendar: readonly BrowserRelease[], now: Instant): readonly BrowserRelease[] =>
  calendar
    .filter((release) => !isAfter(instant(Date.parse(release.releasedAt)), now))
    .toSorted((a, b) => a.major - b.major);
