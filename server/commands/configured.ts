import { readFile } from 'node:fs/promises';
import type * as v from 'valibot';
import type { CompanyWords } from '../../src/posture/company-text.ts';
import { companyWords } from '../config/company-words.ts';
import type { Configuration } from '../config/configuration.ts';
import { type Mistake, type MistakeAt, readConfiguration, readSettings } from '../config/read-configuration.ts';

/** A command cannot go on. The message is for the person who gave it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

const mistakeLine = (file: string, { line, column, path, expected }: Mistake): string =>
  `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${expected}`;

/** Says what is wrong in a file, one line for each mistake, in the order of the file. */
export const refusalOf = (file: string, mistakes: readonly Mistake[]): Refusal =>
  new Refusal(
    mistakes
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
      .map((mistake) => mistakeLine(file, mistake))
      .join('\n'),
  );

/** @throws Refusal */
export const textIn = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Refusal(`${file} cannot be read.`);
  });

/** A configuration with all that it names, secrets left out, and where things stand in its file. */
export interface Configured {
  readonly configuration: Configuration;
  readonly words: CompanyWords;
  readonly mistakeAt: MistakeAt;
}

/** The configuration in a file, with the wording of the files that it names. @throws Refusal with one line for each mistake */
export async function configurationIn(file: string): Promise<Configured> {
  const read = readConfiguration(await textIn(file));
  if ('mistakes' in read) throw refusalOf(file, read.mistakes);
  const { configuration, mistakeAt } = read;
  const readText = (path: string) => readFile(path, 'utf8');
  const wording = await companyWords(configuration, { file, readText, mistakeAt });
  if ('mistakes' in wording) throw refusalOf(file, wording.mistakes);
  return { configuration, words: wording.words, mistakeAt };
}

/** The settings in a file, by a schema of their own. @throws Refusal with one line for each mistake */
export async function settingsIn<Schema extends v.GenericSchema>(
  schema: Schema,
  file: string,
): Promise<v.InferOutput<Schema>> {
  const read = readSettings(schema, await textIn(file));
  if ('mistakes' in read) throw refusalOf(file, read.mistakes);
  return read.settings;
}
