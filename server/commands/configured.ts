import { readFile } from 'node:fs/promises';
import type { Configuration } from '../config/configuration.ts';
import { type Mistake, readConfiguration } from '../config/read-configuration.ts';

/** A command cannot go on. The message is for the person who gave it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

const mistakeLine = (file: string, { line, column, path, expected }: Mistake): string =>
  `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${expected}`;

/** The configuration in a file. @throws Refusal with one line for each mistake */
export async function configurationIn(file: string): Promise<Configuration> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(`${file} cannot be read.`);
  });
  const read = readConfiguration(text);
  if ('configuration' in read) return read.configuration;
  throw new Refusal(read.mistakes.map((mistake) => mistakeLine(file, mistake)).join('\n'));
}
