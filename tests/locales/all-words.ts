import type { Remedies } from '../../src/locales/catalogue.ts';
import { catalogues, type Locale, loadWords } from '../../src/locales/index.ts';
import { loadOptionsWords, optionsWords } from '../../src/locales/options-words.ts';
import { remediesOf } from '../../src/locales/remedies.ts';
import { practices } from '../../src/practices/index.ts';

export const locales = Object.keys(catalogues) as readonly Locale[];

async function allWordsOf(locale: Locale) {
  await Promise.all([loadWords(locale), loadOptionsWords(locale)]);
  const entries = await Promise.all(practices.map(async ({ id }) => [id, await remediesOf(id, locale)] as const));
  const remedies = Object.fromEntries(entries.filter((entry): entry is [string, Remedies] => entry[1] !== undefined));
  return { ...catalogues[locale], options: optionsWords[locale], remedies };
}

/** Every word of every language, loaded: the pages' catalogue, the words of the options page, and the remedies of each practice that has some. */
export const allWords = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, await allWordsOf(locale)] as const)),
) as Record<Locale, Awaited<ReturnType<typeof allWordsOf>>>;
