import type { Remedies } from './catalogue.ts';
import type { Locale } from './index.ts';

/** A file for each practice and language, loaded when somebody wants to read it. */
const files = import.meta.glob<Remedies>('./*/remedies/*.ts', { import: 'default' });

const inLanguage = (language: string, practice: string): Promise<Remedies> | undefined =>
  files[`./${language}/remedies/${practice}.ts`]?.();

/** Loads the directions of a practice for every platform; `undefined` for one that this version does not know. */
export async function remediesOf(practice: string, locale: Locale): Promise<Remedies | undefined> {
  if (locale !== 'en-XA') return inLanguage(locale, practice);
  const [remedies, { pseudo }] = await Promise.all([inLanguage('en', practice), import('./pseudo.ts')]);
  return remedies && pseudo(remedies);
}
