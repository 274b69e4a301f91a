import type { Message, PracticeWords } from './catalogue.ts';
import en from './en/index.ts';
import { pseudo } from './pseudo.ts';

type Widened<Words> = Words extends Message ? Message : { readonly [Key in keyof Words]: Widened<Words[Key]> };

/** Every word of the product in one language. English is the model: the others have the same keys. */
export type Catalogue = Widened<Omit<typeof en, 'practices'>> & {
  readonly practices: Readonly<Record<string, PracticeWords>>;
};

/** The languages by their BCP 47 tags. `en-XA` is made up, for those who look for text that is cut off or not translated. */
export type Locale = 'en' | 'en-XA';

let made: Catalogue | undefined;

export const catalogues: Readonly<Record<Locale, Catalogue>> = {
  en,
  /** Made when somebody looks at it: the popup must not wait for it. */
  get 'en-XA'() {
    made ??= pseudo<Catalogue>(en);
    return made;
  },
};

/** The words of a practice; `undefined` for one that this version does not know. */
export const practiceWords = (locale: Locale, id: string): PracticeWords | undefined =>
  catalogues[locale].practices[id];
