import type { OsTrain } from './baseline.ts';
import { endOf, type Instant, isAfter } from './instant.ts';
import type { Platform } from './platform.ts';
import type { Lookup, NoReference } from './practice.ts';

/**
 * Which Windows builds a UniversalApiContract version may stand for. A browser tells this version and nothing else
 * (https://learn.microsoft.com/microsoft-edge/web-platform/how-to-detect-win11).
 */
const buildsOfContract: readonly (readonly [from: number, builds: readonly string[]])[] = [
  [19, ['26100', '26200', '26300', '28000']],
  [15, ['22621', '22631']],
  [13, ['22000']],
  [10, ['19041', '19042', '19043', '19044', '19045']],
  [1, ['10240']],
];

const numbersIn = (version: string): readonly string[] => /\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? [];

const windowsReleases = (version: string): readonly string[] => {
  const [major, , build] = numbersIn(version);
  if (!version.startsWith('UniversalApiContract')) return build === undefined ? [] : [build];
  return buildsOfContract.find(([from]) => Number(major) >= from)?.[1] ?? [];
};

const appleReleases = (version: string): readonly string[] => {
  const [major, minor] = numbersIn(version);
  if (major === undefined) return [];
  return [major === '10' ? `10.${minor ?? '0'}` : major];
};

/** "Ubuntu 24.04.3 LTS" → "Ubuntu 24.04", "Fedora Linux 43 (Workstation Edition)" → "Fedora 43", "Debian GNU/Linux 13.8" → "Debian 13". */
const linuxReleases = (version: string): readonly string[] => {
  const distribution = /^(ubuntu|debian|fedora)\b/i.exec(version)?.[1]?.toLowerCase();
  const [major, minor] = numbersIn(version);
  if (distribution === undefined || major === undefined) return [];
  const name = `${distribution.charAt(0).toUpperCase()}${distribution.slice(1)}`;
  return [distribution === 'ubuntu' ? `${name} ${major}.${minor ?? '04'}` : `${name} ${major}`];
};

const firstNumber = (version: string): readonly string[] => numbersIn(version).slice(0, 1);

/** The releases that a version as reported may belong to; several where the report is coarse, none where it is not a version. */
const releasesOf: Record<Platform, (version: string) => readonly string[]> = {
  macos: appleReleases,
  windows: windowsReleases,
  linux: linuxReleases,
  chromeos: firstNumber,
  ios: firstNumber,
  ipados: firstNumber,
  android: firstNumber,
  unknown: () => [],
};

const hasEnded = (train: OsTrain, now: Instant): boolean =>
  train.ended === true || (train.supportedUntil !== null && isAfter(now, endOf(train.supportedUntil)));

/** Newest last. Release names with numbers in them ("Ubuntu 24.04") are ordered by those numbers. */
const byRelease = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/**
 * The train of an operating system that a reported version belongs to.
 * `value-not-understood`: the text holds no version. `baseline-missing`: a version nobody told us about; newer than all known is
 * taken as supported (a beta, or a release that came out after the baseline). `not-reported`: the report is too coarse, or the
 * edition decides and was not told, and the possible answers differ.
 */
export function trainOf(version: string, { baseline, platform, now, thresholds }: Lookup): OsTrain | NoReference {
  const releases = releasesOf[platform](version);
  if (releases.length === 0) return 'value-not-understood';
  const known = platform === 'unknown' ? [] : baseline.os[platform];
  const trains = known.filter((train) => releases.includes(train.release));
  const [first] = trains;
  if (first === undefined) return unknownTrain(releases, known);

  if (trains.every((train) => hasEnded(train, now) && !mayBeExtended(train, now))) return trains.at(-1) ?? first;
  if (trains.length > 1) return 'not-reported';
  if (!hasEnded(first, now) || !mayBeExtended(first, now)) return first;
  return thresholds['extendedSupport'] === 1
    ? { ...first, supportedUntil: first.extendedUntil ?? null }
    : 'not-reported';
}

/** Fixes go on for some editions or for a fee: nobody who cannot see which may call it ended, or supported. */
const mayBeExtended = (train: OsTrain, now: Instant): boolean =>
  train.extendedUntil !== undefined && !isAfter(now, endOf(train.extendedUntil));

function unknownTrain(releases: readonly string[], known: readonly OsTrain[]): OsTrain | NoReference {
  const [release] = releases;
  const newest = known
    .map((train) => train.release)
    .toSorted(byRelease)
    .at(-1);
  if (release === undefined || newest === undefined || byRelease(release, newest) < 0) return 'baseline-missing';
  return { release, supportedUntil: null };
}
