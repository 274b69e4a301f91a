import type { Finding } from '../posture/finding.ts';
import type { Platform } from '../posture/platform.ts';
import type { Params } from '../posture/practice.ts';
import { catalogues, type Locale, practiceWords } from './index.ts';
import { say } from './say.ts';

/**
 * What the words of a finding are filled with: its own parameters, `{product}` as the feature is called on the platform, and
 * `{browser}`, the name of the browser that was judged ("this browser" where that is not known).
 */
export function findingParams(finding: Finding, platform: Platform, locale: Locale): Params {
  const product = practiceWords(locale, finding.practice)?.product;
  return {
    ...finding.params,
    browser: say(browserName(finding, locale), {}, locale),
    ...(product && { product: say(product[platform] ?? product.other, finding.params, locale) }),
  };
}

function browserName({ decidedBy }: Finding, locale: Locale) {
  const { browsers } = catalogues[locale];
  const value = decidedBy.find(({ fact }) => fact === 'browserVersion')?.value;
  if (typeof value !== 'object' || value === null || !('name' in value)) return browsers.other;
  const found = Object.entries(browsers).find(([name]) => name === value.name);
  return found?.[1] ?? browsers.other;
}
