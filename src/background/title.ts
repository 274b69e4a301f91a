import { catalogues, type Locale } from '../locales/index.ts';
import { list, say } from '../locales/say.ts';
import type { Assessment } from '../posture/finding.ts';
import { headline } from '../posture/summary.ts';

/** The icon's title: the headline in words, for those who cannot see a badge or hover over the icon. */
export function iconTitle(assessment: Assessment | undefined, locale: Locale): string {
  const { badge } = catalogues[locale];
  return say(badge.title, { headline: headlineTitle(assessment, locale) }, locale);
}

function headlineTitle(assessment: Assessment | undefined, locale: Locale): string {
  const { headlines, sources } = catalogues[locale];
  if (assessment === undefined) return say(headlines['not-checked-yet'], {}, locale);
  const { id, ...params } = headline(assessment);
  if (!('sources' in params)) return say(headlines[id], params, locale);
  const names = params.sources.map(
    (source) => assessment.sources.find((report) => report.id === source)?.name ?? say(sources.browser, {}, locale),
  );
  return say(headlines[id], { count: params.count, sources: list(names, locale) }, locale);
}
