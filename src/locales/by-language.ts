import type { Message } from './catalogue.ts';

/** The languages by their BCP 47 tags. `en-XA` is made up, for those who look for text that is cut off or not translated. */
export type Locale = 'en' | 'en-XA';

/** The same words in any language: a sentence may depend on other numbers than in English. */
export type Translated<Words> = Words extends Message
  ? Message
  : { readonly [Key in keyof Words]: Translated<Words[Key]> };

/** Some of the words, in every language. */
export interface ByLanguage<Words> {
  /** English is always there, and stands in for another language until that is loaded. */
  readonly words: Readonly<Record<Locale, Words>>;
  /** Loads the words of a language. To be started together with whatever else a page waits for. */
  load(locale: Locale): Promise<void>;
}

/** A language comes when a page is shown in it, and no page loads the others. */
export function byLanguage<Words>(en: Words, others: Partial<Record<Locale, () => Promise<Words>>>): ByLanguage<Words> {
  const words: Record<Locale, Words> = { en, 'en-XA': en };
  return {
    words,
    load: async (locale) => {
      words[locale] = (await others[locale]?.()) ?? en;
    },
  };
}
