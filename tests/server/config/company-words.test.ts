import { expect, test } from 'vitest';
import { companyWords, filesIn } from '../../../server/config/company-words.ts';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { whole } from './whole-configuration.ts';

const files: Readonly<Record<string, string>> = {
  '/etc/acme/words/lock.md': '1. Press the key\n',
  '/etc/acme/words/long.md': 'x'.repeat(8 * 1024 + 1),
  '/etc/acme/words/page.md': 'word '.repeat(1600),
};

async function read(words: string) {
  const parsed = readConfiguration(`${whole}words:\n${words}`);
  if ('mistakes' in parsed) throw new Error(JSON.stringify(parsed.mistakes));
  const found = await companyWords(parsed.configuration, {
    file: '/etc/acme/stethoscope.yaml',
    readText: (path) => (path in files ? Promise.resolve(files[path] ?? '') : Promise.reject(new Error('not there'))),
    mistakeAt: parsed.mistakeAt,
  });
  return { ...found, files: filesIn(parsed.configuration, '/etc/acme/stethoscope.yaml') };
}

test('Wording is read from the configuration and from the files beside it', async () => {
  const found = await read(
    '  de:\n    screen-lock:\n      why: Kurz gesagt.\n      remedy: { macos: { file: words/lock.md } }\n',
  );
  const text = (value: string) => [{ type: 'paragraph', children: [{ type: 'text', value }] }];
  expect(found).toMatchObject({
    words: {
      de: {
        'screen-lock': {
          why: text('Kurz gesagt.'),
          remedy: { macos: [{ type: 'list', ordered: true, items: [text('Press the key')] }] },
        },
      },
    },
    files: ['/etc/acme/words/lock.md'],
  });
});

test.each([
  ['  de:\n    firewall: { why: "<b>x</b>" }\n', 'words.de.firewall.why', 'line 1: html is not shown'],
  ['  de:\n    firewall: { why: { file: nowhere.md } }\n', 'words.de.firewall.why', 'nowhere.md cannot be read'],
  ['  de:\n    firewall: { why: { file: words/long.md } }\n', 'words.de.firewall.why', 'more than 8192 characters'],
])('%j is a mistake at its place', async (words, path, expected) => {
  expect(await read(words)).toMatchObject({
    mistakes: [{ line: 29, path, expected: expect.stringContaining(expected) }],
  });
});

test('Too much in all is a mistake', async () => {
  const one = (language: string) => `  ${language}:\n    firewall: { why: { file: words/page.md } }\n`;
  const found = await read(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh', 'ii'].map(one).join(''));
  expect(found).toMatchObject({ mistakes: [{ path: 'words', expected: 'Expected at most 65536 characters in all' }] });
});
