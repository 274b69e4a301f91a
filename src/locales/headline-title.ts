import type { Assessment } from '../posture/finding.ts';
import { headline } from '../posture/summary.ts';
import type { Message } from './catalogue.ts';
import type { Catalogue } from './index.ts';
import { list, say, weekdayOrDate } from './say.ts';
import { sourceName } from './source-name.ts';

/**
 * The headline in words, as the page and the icon's title say it. `undefined`: nothing has been checked yet. `topicOf` gives the
 * topic of a practice to those who have its words.
 */
export function headlineTitle(
  assessment: Assessment | undefined,
  words: Pick<Catalogue, 'headlines' | 'sources' | 'topics'>,
  locale: string,
  topicOf: (practice: string) => Message | undefined = () => undefined,
): string {
  const { headlines } = words;
  if (assessment === undefined) return say(headlines['not-checked-yet'], {}, locale);
  const { id, ...params } = headline(assessment);
  // A check is never long ago: which weekday it was does not change until the next.
  if ('at' in params)
    return say(headlines[id], { day: weekdayOrDate(params.at, assessment.assessedAt, locale) }, locale);
  if ('practice' in params) {
    const topic = say(topicOf(params.practice) ?? words.topics.unnamed, {}, locale);
    return say(headlines[id], { count: params.count, topic }, locale);
  }
  if (!('sources' in params)) return say(headlines[id], params, locale);
  const names = params.sources.map((source) => sourceName(source, assessment.sources, words, locale));
  return say(headlines[id], { count: params.count, sources: list(names, locale) }, locale);
}
