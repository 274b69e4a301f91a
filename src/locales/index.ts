import type { Message, PracticeWords } from './catalogue.ts';
import { closest } from './closest.ts';
import en from './en/index.ts';

type Widened<Words> = Words extends Message ? Message : { readonly [Key in keyof Words]: Widened<Words[Key]> };

/** Every word of the pages in one language, but for the remedies. English is the model: the others have the same keys. */
export type Catalogue = Widened<Omit<typeof en, 'practices'>> & {
  readonly practices: Readonly<Record<string, PracticeWords>>;
};

/** The languages by their BCP 47 tags. `en-XA` is made up, for those who look for text that is cut off or not translated. */
export type Locale = 'en' | 'en-XA';

const loaded: Record<Locale, Catalogue> = { en, 'en-XA': en };

/** The words of the pages by language. English is always there, and stands in for another language until that is loaded. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = loaded;

/** A language comes when a page is shown in it, and no page loads the others. */
const languages: Partial<Record<Locale, () => Promise<Catalogue>>> = {
  'en-XA': async () => (await import('./pseudo.ts')).pseudo<Catalogue>(en),
};

/** The language of the pages: the one that somebody wants, where there is a catalogue of it. */
export const pageLocale = (wanted?: string): Locale => closest(Object.keys(loaded) as Locale[], wanted) ?? 'en';

/** Loads the words of a language. To be started together with whatever else a page waits for. */
export async function loadWords(locale: Locale): Promise<void> {
  loaded[locale] = (await languages[locale]?.()) ?? en;
}

/** The words of a practice; `undefined` for one that this version does not know. */
export const practiceWords = (locale: Locale, id: string): PracticeWords | undefined =>
  catalogues[locale].practices[id];
