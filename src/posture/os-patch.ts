import type { OsFix, OsTrain } from './baseline.ts';
import { DAY, earliest, type Instant, isAfter, later, startOf } from './instant.ts';
import { knownUntil, type OsRelease, type ReportedOs, releaseOf, tooCoarse } from './os-version.ts';
import { patchDayAfter } from './patch-day.ts';
import { patchLevelOf } from './patch-level.ts';
import type { Lookup, NoReference } from './practice.ts';
import { compareVersions, isComparable } from './versions/compare-versions.ts';

/** Which fixes a device has, of those that its train has got. */
export interface PatchStanding {
  /** The device's version, or on Android its security patch level. */
  readonly version: string;
  readonly newest: string;
  /** When the first fix came out that is missing; absent when none is known. */
  readonly missingSince?: Instant;
  /** Until when it can be said that nothing is missing; absent where the version is newer than all that is known. */
  readonly completeUntil?: Instant;
}

export interface ReportedPatch extends ReportedOs {
  readonly osPatchedAt?: string | undefined;
}

/**
 * Which fixes a device has. `not-applicable`: its train gets no more, and all it got are there; what is left to do is to move on.
 * `not-covered`: Linux distributions update packages one by one, a version says nothing of them. `not-reported`, of a browser
 * `browser-cannot-know`: the version does not reach down to the fix, or nobody can see whether the device gets the fixes that
 * others pay for. `baseline-missing`: no fixes are known of this train, or the version may be a hotpatch of the newest.
 * `baseline-outdated`: it has the newest that is known, but by now there is, or may well be, another.
 */
export function patchStandingOf(
  reported: ReportedPatch,
  lookup: Lookup,
): PatchStanding | NoReference | 'not-applicable' {
  const { platform, now } = lookup;
  if (platform === 'linux') return 'not-covered';
  const release = releaseOf(reported, lookup);
  if (typeof release === 'string') return release;
  const { reading, isSupported } = release;
  if (isSupported === false) return standingOfEnded(release, lookup);
  if (platform === 'android') {
    const level = patchLevelOf(reported.osPatchedAt, now);
    return level === undefined ? 'value-not-understood' : standingOf(level, release, lookup);
  }
  const { version } = reading;
  if (version === undefined) return tooCoarse(reading);
  // Nothing is known of a train that is newer than all, and a milestone of ChromeOS is its own fix.
  if (release.isNewer || platform === 'chromeos') return { version, newest: version };
  return standingOf(version, release, lookup);
}

/** Where the end is certain, another practice says so, and loudly enough. */
function standingOfEnded(release: OsRelease, lookup: Lookup): PatchStanding | 'not-applicable' {
  const { train, reading } = release;
  if (!train.ended || reading.version === undefined) return 'not-applicable';
  const standing = standingOf(reading.version, release, lookup);
  return typeof standing !== 'string' && standing.missingSince !== undefined ? standing : 'not-applicable';
}

function standingOf(version: string, release: OsRelease, lookup: Lookup): PatchStanding | NoReference {
  const fixes = fixesFor(version, release, lookup);
  if (typeof fixes === 'string') return fixes;
  const place = placeAmong(fixes, version);
  if (typeof place === 'string') return place;

  const standing = { version, newest: place.newest.version };
  if (place.missing !== undefined) return { ...standing, missingSince: startOf(place.missing.releasedAt) };
  if (isBeyond(place.newest, version)) return standing;
  const completeUntil = completeUntilOf(release.train, place.newest, lookup);
  return isAfter(completeUntil, lookup.now) ? { ...standing, completeUntil } : 'baseline-outdated';
}

/**
 * The fixes that the device can get, newest first. Where some get fixes for longer and nobody can see who, only those count that
 * everybody got; a device that has them all may lack the others, or be entitled to none.
 */
function fixesFor(
  version: string,
  { train, isSupported }: OsRelease,
  { platform, baseline }: Lookup,
): readonly OsFix[] | NoReference {
  // The levels of Android's bulletins are the same for every train.
  const levels = platform === 'android' ? baseline.os.android.find(({ fixes }) => fixes !== undefined) : undefined;
  const known = fixesOf(levels ?? train);
  if (isSupported !== 'not-reported') return known;
  const { extendedAfter } = train;
  if (extendedAfter === undefined || compareVersions(version, extendedAfter) >= 0) return 'not-reported';
  return known.filter((fix) => compareVersions(fix.version, extendedAfter) <= 0);
}

const fixesOf = ({ fixes, latest, releasedAt }: OsTrain): readonly OsFix[] =>
  (fixes ?? (latest && releasedAt ? [{ version: latest, releasedAt }] : []))
    .filter((fix) => isComparable(fix.version))
    .toSorted((a, b) => compareVersions(b.version, a.version));

interface Place {
  readonly newest: OsFix;
  /** The first that is missing. */
  readonly missing?: OsFix | undefined;
}

/** Where a version stands among the fixes of its train, newest first. */
function placeAmong(fixes: readonly OsFix[], version: string): Place | NoReference {
  const [newest] = fixes;
  if (newest === undefined) return 'baseline-missing';
  const had = fixes.findIndex((fix) => compareVersions(version, fix.version) >= 0 || isSame(fix, version));
  const has = fixes[had];
  if (has === undefined) return { newest, missing: fixes.at(-1) };
  const missing = fixes[had - 1];
  // Between two fixes may lie a hotpatch of the later one: it gets the benefit of the doubt, but no praise.
  const isHotpatch = missing?.hotpatched && compareVersions(version, has.version) > 0 && !isSame(has, version);
  if (!isHotpatch) return { newest, missing };
  return had === 1 ? 'baseline-missing' : { newest, missing: fixes[had - 2] };
}

const isSame = ({ sameFixes = [] }: OsFix, version: string): boolean => sameFixes.includes(version);

const isBeyond = ({ version: newest, sameFixes = [] }: OsFix, version: string): boolean =>
  [newest, ...sameFixes].every((known) => compareVersions(version, known) > 0);

/**
 * Windows brings fixes on known days: after the next one, the newest that is known is not the newest any more, and the grace
 * period is all that is left. Other vendors have no calendar; there a train's lines hold as long as a baseline does.
 */
function completeUntilOf(train: OsTrain, newest: OsFix, { platform, baseline, graceDays }: Lookup): Instant {
  const known = knownUntil(train, baseline);
  if (platform !== 'windows') return known;
  return earliest(known, later(patchDayAfter(newest.releasedAt), graceDays * DAY)) ?? known;
}
