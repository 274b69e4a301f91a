import { describe, expect, test } from 'vitest';
import { allWords, locales } from './all-words.ts';
import { formsOf, messagesOf, placeholdersOf } from './messages-of.ts';

const english = messagesOf(allWords.en);

describe.each(locales)('the catalogue %s', (locale) => {
  const messages = new Map(messagesOf(allWords[locale]));

  test('has the messages that English has, and no others', () => {
    expect([...messages.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted());
  });

  test('has the same placeholders in each message', () => {
    for (const [path, message] of english) {
      expect([path, placeholdersOf(messages.get(path) ?? '')]).toEqual([path, placeholdersOf(message)]);
    }
  });

  test('has every form that the language needs', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [path, message] of messages) {
      if (typeof message !== 'string')
        expect([path, Object.keys(message)]).toEqual([path, expect.arrayContaining(needed)]);
    }
  });

  test('is no message left empty or with a space at its ends', () => {
    for (const [path, message] of messages) {
      for (const text of formsOf(message)) expect([path, text]).toEqual([path, expect.stringMatching(/^\S(?:.*\S)?$/)]);
    }
  });
});

describe('the English words', () => {
  const texts = english.flatMap(([path, message]) => formsOf(message).map((text) => [path, text] as const));

  test('do without dashes and exclamation marks, and use typographic quotes', () => {
    for (const [path, text] of texts) expect([path, text]).toEqual([path, expect.not.stringMatching(/[–—!"]|\w'\w/)]);
  });

  test('never put the fault on the person', () => {
    for (const [path, text] of texts) {
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/\byou (?:failed|forgot|must|should|have not)\b/i),
      ]);
    }
  });
});
