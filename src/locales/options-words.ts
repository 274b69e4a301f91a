import { byLanguage, type Translated } from './by-language.ts';
import en from './en/options.ts';

type OptionsWords = Translated<typeof en>;

const options = byLanguage<OptionsWords>(en, {
  'en-XA': async () => (await import('./pseudo.ts')).pseudo<OptionsWords>(en),
});

/** What only the options page says, by language: the popup need not wait for it. */
export const optionsWords = options.words;

export const loadOptionsWords = options.load;
