import type { Baseline, OsTrain } from './baseline.ts';
import { baselineEnd } from './baseline-age.ts';
import { isCurrentMilestone } from './browser-release.ts';
import { endOf, type Instant, isAfter } from './instant.ts';
import type { Platform } from './platform.ts';
import type { Lookup, NoReference } from './practice.ts';
import { compareVersions } from './versions/compare-versions.ts';
import type { OsReading } from './versions/os-reading.ts';
import { readOs } from './versions/read-os.ts';

/** What the sources say about a system's version. */
export interface ReportedOs {
  readonly osVersion: string;
  readonly osBuild?: string | undefined;
}

/** The train that a reported version belongs to. */
export interface OsRelease {
  readonly train: OsTrain;
  readonly reading: OsReading;
  /** Whether the train still gets fixes on this device, or why nobody can tell. */
  readonly isSupported: boolean | NoReference;
  /** Newer than every train that is known: a beta, or one that came out after the baseline. */
  readonly isNewer?: true;
}

/** How far above the newest known number a release may lie, before it is no version that exists. Insider builds run far ahead. */
const NEXT_RELEASES = 1;
const NEXT_WINDOWS_BUILDS = 5000;

/** Until when it can be said of a train that what is known of it is all there is. What has ended, or is behind, stays so. */
export const knownUntil = ({ asOf }: OsTrain, baseline: Baseline): Instant =>
  baselineEnd({ asOf: asOf ?? baseline.asOf });

/**
 * The train of an operating system that a reported version belongs to.
 * `value-not-understood`: the text holds no version. `baseline-missing`: a version nobody told us about; the next one after all
 * known is taken as supported (a beta, or a release that came out after the baseline). `not-reported`, and of a browser
 * `browser-cannot-know`: the report is too coarse, and the possible answers differ.
 */
export function releaseOf(reported: ReportedOs, lookup: Lookup): OsRelease | NoReference {
  const { platform, baseline } = lookup;
  const reading = readingOf(reported, lookup);
  if (reading === undefined || platform === 'unknown') return 'value-not-understood';
  if (platform === 'chromeos') return milestoneOf(reading, lookup);
  if (reading.releases.length === 0) return tooCoarse(reading);

  const trains = trainsOf(reading, platform, baseline);
  const [first] = trains;
  if (first === undefined) return newerRelease(reading, platform, baseline);

  const [last = first] = trains.slice(-1);
  const hasEnded = trains.every((train) => supportOf(train, reading, lookup) === false);
  if (trains.length > 1 && !hasEnded) return tooCoarse(reading);
  return { train: last, reading, isSupported: supportOf(last, reading, lookup) };
}

/** A train, with the end of support that holds for the device. */
export interface SupportedTrain extends OsTrain {
  /** Until when it can be said that it gets fixes, where its vendor has published no end. */
  readonly knownUntil: Instant;
}

/** The train of a reported version with the last day of support that holds for this device; errors as in `releaseOf`. */
export function trainOf(reported: ReportedOs, lookup: Lookup): SupportedTrain | NoReference {
  const release = releaseOf(reported, lookup);
  if (typeof release === 'string') return release;
  const { train, isSupported } = release;
  if (typeof isSupported === 'string') return isSupported;
  const isExtended = isSupported && train.supportedUntil !== null && !isAfter(endOf(train.supportedUntil), lookup.now);
  const supportedUntil = isExtended ? (train.extendedUntil ?? null) : train.supportedUntil;
  return { ...train, supportedUntil, knownUntil: knownUntil(train, lookup.baseline) };
}

/** Why a text that tells too little is `unknown`. */
export const tooCoarse = ({ byBrowser }: OsReading): NoReference =>
  byBrowser ? 'browser-cannot-know' : 'not-reported';

const trainsOf = ({ releases }: OsReading, platform: Platform, { os }: Baseline): readonly OsTrain[] =>
  platform === 'unknown'
    ? []
    : os[platform].filter(({ release, name }) => releases.some((told) => told === release || told === name));

/**
 * On Windows a build completes a version that is coarser and does not contradict it: a browser tells less than the company's tools
 * do, but it tells it later.
 */
function readingOf({ osVersion, osBuild }: ReportedOs, { platform, baseline }: Lookup): OsReading | undefined {
  const reading = readOs(platform, osVersion);
  if (platform !== 'windows' || reading === undefined || reading.version !== undefined) return reading;
  const finer = osBuild === undefined ? undefined : readOs(platform, osBuild);
  if (finer === undefined) return reading;

  const possible = trainsOf(reading, platform, baseline);
  const fits = reading.releases.length === 0 || trainsOf(finer, platform, baseline).some((it) => possible.includes(it));
  return fits ? { ...(reading.support && { support: reading.support }), ...finer } : reading;
}

/** A date that a vendor has published holds as long as the baseline; that fixes still come is known for a while only. */
function supportOf(train: OsTrain, reading: OsReading, lookup: Lookup): boolean | NoReference {
  const { now, baseline } = lookup;
  if (train.ended) return false;
  if (train.supportedUntil === null) return isAfter(knownUntil(train, baseline), now) || 'baseline-outdated';
  if (isAfter(endOf(train.supportedUntil), now)) return true;
  if (train.extendedUntil === undefined || !isAfter(endOf(train.extendedUntil), now)) return false;
  return hasExtendedSupport(train, reading, lookup) ?? 'not-reported';
}

/** Fixes go on for some editions or for a fee: nobody who cannot see which may call the train ended, or supported. */
function hasExtendedSupport(
  train: OsTrain,
  { version, support }: OsReading,
  { thresholds }: Lookup,
): boolean | undefined {
  if (thresholds['extendedSupport'] === 1) return true;
  const { extendedBy, extendedAfter } = train;
  if (version !== undefined && extendedAfter !== undefined && compareVersions(version, extendedAfter) > 0) return true;
  if (extendedBy === undefined || support === undefined) return undefined;
  if (support === 'ordinary') return false;
  // Some systems shorten "Enterprise LTSC" to "Enterprise".
  return extendedBy === 'edition' || support === 'long-term' ? true : undefined;
}

/** Release names with numbers in them ("Ubuntu 24.04") are ordered by those numbers. */
const byRelease = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const firstNumber = (release: string): number => Number(/\d+/.exec(release)?.[0]);
const family = (release: string): string => release.replace(/[\d.]+$/, '');

function newerRelease(
  reading: OsReading,
  platform: Exclude<Platform, 'unknown'>,
  baseline: Baseline,
): OsRelease | NoReference {
  const [release = ''] = reading.releases;
  const newest = baseline.os[platform]
    .map((train) => train.release)
    .filter((known) => family(known) === family(release))
    .toSorted(byRelease)
    .at(-1);
  const ahead = platform === 'windows' ? NEXT_WINDOWS_BUILDS : NEXT_RELEASES;
  const isNext =
    newest !== undefined && byRelease(release, newest) > 0 && firstNumber(release) <= firstNumber(newest) + ahead;
  if (!isNext) return 'baseline-missing';
  return { train: { release, supportedUntil: null }, reading, isSupported: true, isNewer: true };
}

/** No calendar of ChromeOS is published: it is told by Chrome's, which it trails. */
function milestoneOf(reading: OsReading, lookup: Lookup): OsRelease | NoReference {
  const [release = ''] = reading.releases;
  const isSupported = isCurrentMilestone(release, lookup);
  if (typeof isSupported === 'string') return isSupported;
  return { train: { release, supportedUntil: null, ended: !isSupported }, reading, isSupported };
}
