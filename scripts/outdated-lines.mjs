/**
 * @typedef {import('../src/posture/baseline.ts').Baseline} Baseline
 * @typedef {import('../src/posture/baseline.ts').OsTrain} OsTrain
 * @typedef {import('../src/posture/platform.ts').KnownPlatform} KnownPlatform
 */

/** Every train gets its fixes for somebody, and no policy shortens or prolongs anything. */
const forAnybody = { graceDays: 14, thresholds: { extendedSupport: 1 } };

/** @type {Partial<Record<KnownPlatform, (latest: string, train: OsTrain) => { osVersion: string, osPatchedAt?: string }>>} */
const reportedAs = {
  windows: (latest) => ({ osVersion: `10.0.${latest}` }),
  android: (latest, { release }) => ({ osVersion: release, osPatchedAt: latest }),
};

/**
 * Judges the newest version of every line of a baseline as the product does, and names those of which it could only say that it does
 * not know: by now there is, or may well be, something newer.
 * @param {Baseline} baseline
 * @param {string} now an instant
 * @param {{
 *   patchStandingOf: typeof import('../src/posture/os-patch.ts').patchStandingOf,
 *   standingOf: typeof import('../src/posture/browser-release.ts').standingOf,
 * }} judgement
 * @returns {string[]}
 */
export function outdatedLines(baseline, now, { patchStandingOf, standingOf }) {
  const platforms = /** @type {KnownPlatform[]} */ (Object.keys(baseline.os));
  const trains = platforms.flatMap((platform) =>
    baseline.os[platform].flatMap((train) => {
      const latest = train.fixes?.[0]?.version ?? train.latest;
      if (latest === undefined) return [];
      const reported = reportedAs[platform]?.(latest, train) ?? { osVersion: latest };
      const standing = patchStandingOf(reported, { platform, baseline, now, ...forAnybody });
      return standing === 'baseline-outdated'
        ? [`${platform} ${train.name ?? train.release}: newest known ${latest}`]
        : [];
    }),
  );
  const browsers = /** @type {const} */ (['chrome', 'edge', 'firefox']).flatMap((name) => {
    const last = baseline.browsers[name].at(-1)?.major;
    if (last === undefined) return [];
    const browser = { name, version: `${last}.0`, ...(name !== 'firefox' && { engineMajor: last }) };
    const standing = standingOf(browser, { platform: 'linux', baseline, now, ...forAnybody });
    return standing === 'baseline-outdated' ? [`${name}: last known release ${last}`] : [];
  });
  return [...trains, ...browsers];
}

/**
 * The outdated lines of the baseline that ships with this version.
 * @param {string} now an instant
 */
export async function outdatedBundledLines(now) {
  // Node 20 cannot import TypeScript by itself.
  const { runnerImport } = await import('vite');
  /** @param {string} name */
  const load = async (name) => (await runnerImport(`./src/posture/${name}.ts`, { configFile: false })).module;
  const [{ bundledBaseline }, osPatch, browserRelease] = await Promise.all(
    ['bundled-baseline', 'os-patch', 'browser-release'].map(load),
  );
  return outdatedLines(bundledBaseline, now, { ...osPatch, ...browserRelease });
}
