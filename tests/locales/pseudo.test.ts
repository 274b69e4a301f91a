import { expect, test } from 'vitest';
import { pseudo } from '../../src/locales/pseudo.ts';
import { allWords } from './all-words.ts';
import { formsOf, messagesOf } from './messages-of.ts';

test('a text is accented, in brackets, and its placeholders stay', () => {
  expect(pseudo('Update {browser} now')).toBe('[Úúþðááţéé {browser} ñóóŵ]');
});

test('a plural keeps its forms and what it counts by', () => {
  expect(pseudo({ by: 'count', one: '{count} a', other: '{count} b' })).toEqual({
    by: 'count',
    one: '[{count} áá]',
    other: '[{count} ƀ]',
  });
});

test('groups and rows keep their keys and order', () => {
  expect(pseudo({ firewall: { steps: ['x', 'y'] } })).toEqual({ firewall: { steps: ['[ẋ]', '[ý]'] } });
});

test('the catalogue gets about 40 % longer', () => {
  const length = (words: unknown) =>
    messagesOf(words)
      .flatMap(([, message]) => formsOf(message))
      .join('').length;
  const ratio = length(allWords['en-XA']) / length(allWords.en);
  expect(ratio).toBeGreaterThan(1.3);
  expect(ratio).toBeLessThan(1.5);
});
