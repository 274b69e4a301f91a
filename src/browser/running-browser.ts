import type { FactValue } from '../posture/facts.ts';
import { api } from './api.ts';
import { type Brand, browserNavigator, type NavigatorView } from './navigator.ts';

/** A browser's name and version; `engineMajor` is the Chromium inside it. */
export type RunningBrowser = FactValue<'browserVersion'>;

type Name = RunningBrowser['name'];

/** The names that Chromium browsers give themselves among their brands. */
const nameOfBrand: ReadonlyMap<string, Name> = new Map([
  ['Google Chrome', 'chrome'],
  ['Microsoft Edge', 'edge'],
  ['Brave', 'brave'],
  ['Opera', 'opera'],
  ['Opera GX', 'opera'],
  ['Vivaldi', 'vivaldi'],
  ['HeadlessChrome', 'chromium'],
]);

/** Chromium mixes in a brand that means nothing, such as `Not=A?Brand`. */
const isMadeUp = ({ brand }: Brand): boolean => /not.?a.?brand/i.test(brand);

/** The browser that these brands stand for; `undefined` when Chromium is not among them. An unknown brand is `other`. */
export function browserOfBrands(brands: readonly Brand[]): RunningBrowser | undefined {
  const chromium = brands.find(({ brand }) => brand === 'Chromium');
  if (chromium === undefined) return undefined;
  const others = brands.filter((brand) => brand !== chromium && !isMadeUp(brand));
  const own = others.find(({ brand }) => nameOfBrand.has(brand)) ?? others.at(0);
  const name = own === undefined ? 'chromium' : (nameOfBrand.get(own.brand) ?? 'other');
  const engineMajor = Number.parseInt(chromium.version, 10);
  return {
    name,
    version: (own ?? chromium).version,
    ...(!Number.isNaN(engineMajor) && { engineMajor }),
  };
}

/** The name and version of this browser as it says itself; `undefined` for one that says neither. */
export async function runningBrowser(
  navigator: NavigatorView = browserNavigator(),
): Promise<RunningBrowser | undefined> {
  const values = await navigator.userAgentData?.getHighEntropyValues(['fullVersionList']);
  if (values?.fullVersionList !== undefined) return browserOfBrands(values.fullVersionList);
  // Only Firefox has it, but the type says that it is always there.
  const runtime: Partial<Pick<typeof api.runtime, 'getBrowserInfo'>> = api.runtime;
  if (runtime.getBrowserInfo === undefined) return undefined;
  const { name, version } = await runtime.getBrowserInfo();
  return { name: name === 'Firefox' ? 'firefox' : 'other', version };
}
