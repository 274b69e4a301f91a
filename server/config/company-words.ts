import { dirname, resolve } from 'node:path';
import { type CompanyText, type CompanyWords, type PracticeText, TEXT_LIMITS } from '../../src/posture/company-text.ts';
import type { Configuration } from './configuration.ts';
import { textOfMarkdown, UnknownMarkdown } from './markdown.ts';
import type { Mistake, MistakeAt, Path } from './read-configuration.ts';
import type { Markdown } from './words-settings.ts';

/** Where the company's wording is read. */
export interface WordsInput {
  /** The configuration's own file: others are named as seen from it. */
  readonly file: string;
  readonly readText: (path: string) => Promise<string>;
  readonly mistakeAt: MistakeAt;
}

export type ReadWords = { readonly words: CompanyWords } | { readonly mistakes: readonly Mistake[] };

/** Reads the company's own wording, of the configuration and of the files that it names. */
export async function companyWords({ words }: Configuration, input: WordsInput): Promise<ReadWords> {
  const mistakes: Mistake[] = [];
  let length = 0;
  const read = async (markdown: Markdown, path: Path): Promise<CompanyText> => {
    try {
      const text = typeof markdown === 'string' ? markdown : await textIn(markdown.file, input);
      length += text.length;
      return textOfMarkdown(text);
    } catch (error) {
      if (!(error instanceof UnknownMarkdown)) throw error;
      mistakes.push(input.mistakeAt(path, error.message));
      return [];
    }
  };
  const found = await eachOf(words, ['words'], (practices, at) =>
    eachOf(
      practices,
      at,
      async (said, path): Promise<PracticeText> => ({
        ...(said.why !== undefined && { why: await read(said.why, [...path, 'why']) }),
        ...(said.remedy !== undefined && { remedy: await eachOf(said.remedy, [...path, 'remedy'], read) }),
      }),
    ),
  );
  if (length > TEXT_LIMITS.all)
    mistakes.push(input.mistakeAt(['words'], `Expected at most ${TEXT_LIMITS.all} characters in all`));
  return mistakes.length > 0 ? { mistakes } : { words: found };
}

/** The files that the wording is in, for those who want to see them change. */
export const filesIn = ({ words }: Configuration, file: string): readonly string[] =>
  Object.values(words)
    .flatMap((practices) => Object.values(practices))
    .flatMap((said) => [said?.why, ...Object.values(said?.remedy ?? {})])
    .flatMap((markdown) => (typeof markdown === 'object' ? [resolve(dirname(file), markdown.file)] : []));

async function textIn(file: string, { file: configuration, readText }: WordsInput): Promise<string> {
  const text = await readText(resolve(dirname(configuration), file)).catch(() => {
    throw new UnknownMarkdown(`The file ${file} cannot be read`);
  });
  if (text.length > TEXT_LIMITS.text) throw new UnknownMarkdown(`${file} has more than ${TEXT_LIMITS.text} characters`);
  return text;
}

/** The same names with what becomes of their values, one after another. */
async function eachOf<Value, Result>(
  values: Readonly<Record<string, Value | undefined>>,
  path: Path,
  become: (value: Value, path: Path) => Promise<Result>,
): Promise<Readonly<Record<string, Result>>> {
  const results: [string, Result][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) results.push([name, await become(value, [...path, name])]);
  }
  return Object.fromEntries(results);
}
