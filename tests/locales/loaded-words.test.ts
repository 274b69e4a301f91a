import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { allWords } from './all-words.ts';
import { formsOf, messagesOf } from './messages-of.ts';

type Output = Rolldown.RolldownOutput['output'];

let output: Output;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: {
        input: { worker: 'src/background/main.ts', popup: 'src/popup/main.tsx', steps: 'src/popup/steps.tsx' },
      },
    },
  });
  output = (built as Rolldown.RolldownOutput).output;
}, 30_000);

const chunks = () => output.filter((part) => part.type === 'chunk');

/** All code that is loaded before the entry runs. */
function loadedWith(entry: string): string {
  const files = new Set(
    chunks().flatMap(({ name, isEntry, fileName }) => (isEntry && name === entry ? [fileName] : [])),
  );
  for (const file of files)
    for (const from of chunks().find(({ fileName }) => fileName === file)?.imports ?? []) files.add(from);
  return chunks()
    .flatMap(({ fileName, code }) => (files.has(fileName) ? [code] : []))
    .join('\n');
}

/** Long enough to be nobody else's, and without what a bundler writes otherwise. */
const isTelling = (text: string) => text.length > 25 && !/['"`\\{}]/.test(text);

const textsOf = (words: unknown) =>
  messagesOf(words)
    .flatMap(([, message]) => formsOf(message))
    .filter(isTelling);
const { remedies, practices, headlines, options } = allWords.en;
const among = (texts: readonly string[], code: string) => texts.filter((text) => code.includes(text));

describe('words are loaded by those who say them', () => {
  test.each(['worker', 'popup', 'steps'])(
    'no step comes with %s: the window that shows steps asks for its own',
    (entry) => {
      expect(among(textsOf(remedies), loadedWith(entry))).toEqual([]);
      const all = chunks()
        .map(({ code }) => code)
        .join('\n');
      expect(among(textsOf(remedies), all)).toEqual(textsOf(remedies));
    },
  );

  test('the worker has the headlines, and no word of a practice', () => {
    const code = loadedWith('worker');
    expect(among(textsOf(headlines), code)).toEqual(textsOf(headlines));
    expect(among(textsOf(practices), code)).toEqual([]);
  });

  test('the popup has the words of every practice before it paints', () => {
    expect(among(textsOf(practices), loadedWith('popup'))).toEqual(textsOf(practices));
  });

  test.each(['worker', 'popup', 'steps'])('no word of the options page comes with %s', (entry) => {
    const sentences = textsOf(options).filter((text) => text.includes(' '));
    expect(sentences.length).toBeGreaterThan(20);
    expect(among(sentences, loadedWith(entry))).toEqual([]);
  });

  test('the worker loads nothing later, which no browser allows it', () => {
    expect(loadedWith('worker')).not.toMatch(/\bimport\(/);
  });
});
