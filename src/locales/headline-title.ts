import type { Assessment } from '../posture/finding.ts';
import { headline } from '../posture/summary.ts';
import type { Catalogue } from './index.ts';
import { list, say } from './say.ts';
import { sourceName } from './source-name.ts';

/** The headline in words, as the page and the icon's title say it. `undefined`: nothing has been checked yet. */
export function headlineTitle(
  assessment: Assessment | undefined,
  words: Pick<Catalogue, 'headlines' | 'sources'>,
  locale: string,
): string {
  const { headlines } = words;
  if (assessment === undefined) return say(headlines['not-checked-yet'], {}, locale);
  const { id, ...params } = headline(assessment);
  if (!('sources' in params)) return say(headlines[id], params, locale);
  const names = params.sources.map((source) => sourceName(source, assessment.sources, words, locale));
  return say(headlines[id], { count: params.count, sources: list(names, locale) }, locale);
}
