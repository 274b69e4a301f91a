import { BROWSER, type SourceReport } from '../posture/source.ts';
import type { Catalogue } from './index.ts';
import { say } from './say.ts';

/** What a source is called in the middle of a sentence; its id where nobody gave it a name. */
export function sourceName(
  id: string,
  reports: readonly SourceReport[],
  { sources }: Pick<Catalogue, 'sources'>,
  locale: string,
): string {
  const named = reports.find((report) => report.id === id)?.name;
  return named ?? (id === BROWSER ? say(sources.browser, {}, locale) : id);
}
