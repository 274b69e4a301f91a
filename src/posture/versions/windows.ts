import type { OsReading, ReadOs } from './os-reading.ts';

/**
 * Which builds a UniversalApiContract version may stand for; a browser tells this version and nothing else
 * (https://learn.microsoft.com/microsoft-edge/web-platform/how-to-detect-win11, and the SDK's list of platforms).
 */
const buildsOfContract: readonly (readonly [from: number, builds: readonly string[]])[] = [
  [19, ['26100', 'Server 2025', '26200', '26300', '28000']],
  [16, ['22621', '22631', '25398', '26100', 'Server 2025', '26200', '26300', '28000']],
  [15, ['22621', '22631']],
  [13, ['22000']],
  [11, ['20348']],
  [10, ['19041', '19042', '19043', '19044', '19045']],
  [8, ['18362', '18363']],
  [7, ['17763']],
  [6, ['17134']],
  [5, ['16299']],
  [4, ['15063']],
  [3, ['14393']],
  [2, ['10586']],
  [1, ['10240']],
];
const buildsBeforeTen = ['7601', '9200', '9600'];

const CONTRACT = /^UniversalApiContract (\d{1,2})\.(\d{1,2})(?:\.\d{1,2})?$/;

/** "10.0.26200.9711", "26200.9711" or "26200". Builds are named, so that a year or a product number is not taken for one. */
const BUILD = /(?<![\w.])(?:\d{1,2}\.\d\.)?(7601|9200|9600|[1-3]\d{4})(?:\.(\d{1,5}))?(?![\w.])/;

/** "Windows 11 24H2", "Windows 10 Pro, version 2004". */
const NAMED = /\b(10|11)\b.*?\b(\d\dH[12]|1507|1511|1607|1703|1709|180[39]|190[39]|2004)\b/i;
const NAMED_SERVER = /\bserver (20\d\d)\b/i;
const OLDER = /^(?:microsoft )?windows (7|8|8\.1)(?![\w.])/i;
const FAMILY = /^(?:microsoft )?(?:windows )?(?:nt )?(?:10(?:\.0)?|11)(?![\w.])/i;

/** Server 2025 has the build of Windows 11 24H2 with revisions of its own, which are far above. */
const FIRST_SERVER_REVISION = 30_000;

/** How an edition is named, by the support that it has. Pro Education and Pro for Workstations follow Pro. */
const editions: readonly (readonly [names: RegExp, support: NonNullable<OsReading['support']>])[] = [
  [/\b(?:lts[bc]|server)\b/i, 'long-term'],
  [/\b(?:home|pro|professional)\b/i, 'ordinary'],
  [/\b(?:enterprise|education)\b/i, 'extended'],
];

function supportOf(text: string): Pick<OsReading, 'support'> {
  const support = editions.find(([names]) => names.test(text))?.[1];
  return support === undefined ? {} : { support };
}

/**
 * Reads a Windows version: by its build with or without the update revision, by the name of the release, or by the
 * UniversalApiContract that a browser tells. Without a build, "Windows 11", "10.0" and "NT 10.0" tell the family only.
 */
export const readWindows: ReadOs = (text) => {
  const contract = CONTRACT.exec(text);
  if (contract !== null) return readContract(Number(contract[1]), Number(contract[2]));

  const [, build, revision] = BUILD.exec(text) ?? [];
  if (build !== undefined) return { ...readBuild(build, Number(revision ?? 0), text), ...supportOf(text) };

  const release = releaseNamed(text);
  if (release !== undefined) return { releases: [release], ...supportOf(text) };
  return FAMILY.test(text) ? { releases: [] } : undefined;
};

function readContract(major: number, minor: number): OsReading | undefined {
  if (major === 0) {
    const older = buildsBeforeTen[minor - 1];
    return older === undefined ? undefined : { releases: [older], byBrowser: true };
  }
  const builds = buildsOfContract.find(([from]) => major >= from)?.[1] ?? [];
  return { releases: builds, byBrowser: true };
}

/** A revision of 0 is what programs are told that may not know it. */
function readBuild(build: string, revision: number, text: string): OsReading {
  const isServer = build === '26100' && (revision >= FIRST_SERVER_REVISION || /\bserver\b/i.test(text));
  return {
    releases: [isServer ? 'Server 2025' : build],
    ...(revision > 0 && { version: `${build}.${revision}` }),
  };
}

function releaseNamed(text: string): string | undefined {
  const server = NAMED_SERVER.exec(text)?.[1];
  if (server !== undefined) return `Windows Server ${server}`;
  const [, family, release] = NAMED.exec(text) ?? [];
  if (family !== undefined && release !== undefined) return `Windows ${family} ${release.toUpperCase()}`;
  const older = OLDER.exec(text)?.[1];
  return older === undefined ? undefined : `Windows ${older}`;
}
