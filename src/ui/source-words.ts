import { catalogues, type Locale } from '../locales/index.ts';
import { ago, say } from '../locales/say.ts';
import { sourceName as nameOfSource } from '../locales/source-name.ts';
import type { Finding } from '../posture/finding.ts';
import { earliest, type Instant } from '../posture/instant.ts';
import type { Platform } from '../posture/platform.ts';
import { BROWSER, PLATFORM, type SourceReport } from '../posture/source.ts';

/** What a source is called in the middle of a sentence; its id where nobody gave it a name. */
export const sourceName = (id: string, sources: readonly SourceReport[], locale: Locale): string =>
  nameOfSource(id, sources, catalogues[locale], locale);

/** The same at the beginning of a sentence. */
export const sourceNameFirst = (id: string, sources: readonly SourceReport[], locale: Locale): string =>
  id === BROWSER ? say(catalogues[locale].popup['this-browser'], {}, locale) : sourceName(id, sources, locale);

interface Telling {
  readonly sources: readonly SourceReport[];
  readonly platform: Platform;
  readonly now: Instant;
  readonly locale: Locale;
}

/** Who decided a finding and how old that is, one line for each source: its oldest signal counts. */
export function reports(finding: Finding, telling: Telling, form: 'sentence' | 'line'): readonly string[] {
  const ids = [...new Set(finding.decidedBy.map(({ source }) => source))];
  return ids.map((id) => {
    const own = finding.decidedBy.filter(({ source }) => source === id);
    return report(id, earliest(...own.map(({ observedAt }) => observedAt)) ?? telling.now, telling, form);
  });
}

function report(
  id: string,
  at: Instant,
  { sources, platform, now, locale }: Telling,
  form: 'sentence' | 'line',
): string {
  const { popup, platforms } = catalogues[locale];
  if (id === PLATFORM) return say(popup['built-in'], { platform: say(platforms[platform], {}, locale) }, locale);
  const age = ago(at, now, locale);
  if (form === 'sentence')
    return say(popup['reported-by'], { source: sourceName(id, sources, locale), ago: age }, locale);
  return say(popup['source-and-age'], { source: sourceNameFirst(id, sources, locale), ago: age }, locale);
}

/** How a source took part in the last answer. */
export function sourceState({ status, reason, answeredAt }: SourceReport, now: Instant, locale: Locale): string {
  const { popup } = catalogues[locale];
  if (status === 'not-asked') return say(popup['source-not-asked'], {}, locale);
  if (answeredAt === null) return say(popup['source-never'], {}, locale);
  const state = reason === 'partial' ? 'source-in-part' : (`source-${status}` as const);
  return say(popup[state], { ago: ago(answeredAt, now, locale) }, locale);
}
