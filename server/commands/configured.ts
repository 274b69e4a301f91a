import { readFile } from 'node:fs/promises';
import type * as v from 'valibot';
import type { Configuration } from '../config/configuration.ts';
import { type Mistake, type ReadConfiguration, readConfiguration, readSettings } from '../config/read-configuration.ts';

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

/** The configuration in a file, and where things stand in it. @throws Refusal with one line for each mistake */
export async function readingOf(file: string): Promise<Extract<ReadConfiguration, { configuration: unknown }>> {
  const read = readConfiguration(await textIn(file));
  if ('mistakes' in read) throw refusalOf(file, read.mistakes);
  return read;
}

/** The configuration in a file. @throws Refusal with one line for each mistake */
export const configurationIn = async (file: string): Promise<Configuration> => (await readingOf(file)).configuration;

/** The settings in a file, by a schema of their own. @throws Refusal with one line for each mistake */
export async function settingsIn<Schema extends v.GenericSchema>(
  schema: Schema,
  file: string,
): Promise<v.InferOutput<Schema>> {
  const read = readSettings(schema, await textIn(file));
  if ('mistakes' in read) throw refusalOf(file, read.mistakes);
  return read.settings;
}
