import { byLanguage, type Locale, type Translated } from './by-language.ts';
import type { PracticeWords } from './catalogue.ts';
import { closest } from './closest.ts';
import en from './en/index.ts';

export type { Locale } from './by-language.ts';

/**
 * The words that pages have in common, in one language: all but the remedies and the words of the options page. English is the
 * model: the others have the same keys.
 */
export type Catalogue = Translated<Omit<typeof en, 'practices'>> & {
  readonly practices: Readonly<Record<string, PracticeWords>>;
};

const common = byLanguage<Catalogue>(en, {
  'en-XA': async () => (await import('./pseudo.ts')).pseudo<Catalogue>(en),
});

/** The words that pages have in common, by language. */
export const catalogues = common.words;

export const loadWords = common.load;

/** The language of the pages: the one that somebody wants, where there is a catalogue of it. */
export const pageLocale = (wanted?: string): Locale => closest(Object.keys(catalogues) as Locale[], wanted) ?? 'en';

/** The words of a practice; `undefined` for one that this version does not know. */
export const practiceWords = (locale: Locale, id: string): PracticeWords | undefined =>
  catalogues[locale].practices[id];
