import { describe, expect, test } from 'vitest';
import { ago, list, say, weekdayOrDate } from '../../src/locales/say.ts';

const things = { by: 'count', zero: 'nothing', one: '{count} thing', other: '{count} things' };
const now = '2026-11-23T14:00:00.000Z';

describe('a message', () => {
  test('is said with its placeholders filled', () => {
    expect(say('{version} of {total}', { version: 3, total: 4 }, 'en')).toBe('3 of 4');
  });

  test.each([
    [0, 'nothing'],
    [1, '1 thing'],
    [2, '2 things'],
    [1200, '1,200 things'],
  ])('is said in the form for %i', (count, said) => {
    expect(say(things, { count }, 'en')).toBe(said);
  });

  test.each([
    ['en', 0, '0 things'],
    ['pl', 1, 'one'],
    ['pl', 3, 'few'],
    ['pl', 5, 'many'],
    ['ar', 2, 'two'],
    ['fr', 0, 'one'],
  ])('takes the form that the language %s has for %i', (locale, count, said) => {
    const forms = { by: 'count', one: 'one', two: 'two', few: 'few', many: 'many', other: '{count} things' };
    expect(say(forms, { count }, locale)).toBe(said);
  });

  test('takes the general form where the language asks for one that is not there, and where nothing was counted', () => {
    expect(say({ by: 'count', one: 'one', other: 'other' }, { count: 3 }, 'pl')).toBe('other');
    expect(say({ by: 'count', one: 'one', other: 'other' }, {}, 'en')).toBe('other');
  });

  test('writes numbers as the language does', () => {
    expect(say('{count}', { count: 1234.5 }, 'de')).toBe('1.234,5');
  });

  test('writes a day as that day, wherever the reader is', () => {
    expect(say('until {untilOn}', { untilOn: '2026-10-13' }, 'en-GB')).toBe('until 13 October 2026');
  });

  test('writes an instant as a date', () => {
    expect(say('by {dueAt}', { dueAt: '2026-12-04T12:00:00.000Z' }, 'de')).toBe('by 4. Dezember 2026');
  });

  test('shows what was meant to be a date as it is', () => {
    expect(say('{untilOn} {dueAt}', { untilOn: 'soon', dueAt: 'later' }, 'en')).toBe(
      '\u2068soon\u2069 \u2068later\u2069',
    );
  });

  test.each(['name', 'constructor', 'toString'])('leaves {%s} visible when nobody gave it', (name) => {
    expect(say(`Hello {${name}}`, {}, 'en')).toBe(`Hello {${name}}`);
  });
});

describe('text from outside', () => {
  test('stands between isolates, so that a right-to-left name cannot turn the sentence', () => {
    expect(say('{device} is off', { device: 'מחשב' }, 'en')).toBe('\u2068מחשב\u2069 is off');
  });

  test.each([
    ['an override', 'evil\u202egpj.exe', 'evilgpj.exe'],
    ['the end of its isolate', 'evil\u2069\u2066', 'evil'],
    ['a line break', 'two\r\nlines', 'two lines'],
    ['a paragraph separator', 'two\u2029lines', 'two lines'],
    ['a control character', 'a\u0000b\u0085c', 'a b c'],
  ])('loses %s', (_, given, kept) => {
    expect(say('{device}', { device: given }, 'en')).toBe(`\u2068${kept}\u2069`);
  });

  test('keeps its joined letters and emoji', () => {
    expect(say('{device}', { device: 'می‌خواهم 👩‍💻' }, 'en')).toBe('\u2068می‌خواهم 👩‍💻\u2069');
  });

  test('is not filled a second time', () => {
    expect(say('{device}', { device: '{secret}', secret: 'x' }, 'en')).toBe('\u2068{secret}\u2069');
    expect(say('{device}', { device: '$&$1' }, 'en')).toBe('\u2068$&$1\u2069');
  });
});

describe('how long ago', () => {
  test.each([
    ['2026-11-23T14:00:00.000Z', 'now'],
    ['2026-11-23T13:59:01.000Z', 'now'],
    ['2026-11-23T14:04:00.000Z', 'now'],
    ['2026-11-23T13:58:01.000Z', '1 minute ago'],
    ['2026-11-23T11:00:01.000Z', '2 hours ago'],
    ['2026-11-22T14:00:00.000Z', '1 day ago'],
    ['2026-09-24T14:00:00.000Z', '60 days ago'],
    ['2026-08-01T14:00:00.000Z', '3 months ago'],
    ['2024-01-01T14:00:00.000Z', '2 years ago'],
  ])('%s is told as "%s", rounded down', (at, told) => {
    expect(ago(at, now, 'en')).toBe(told);
  });

  test('is told in the language', () => {
    expect(ago('2026-11-23T11:00:00.000Z', now, 'de')).toBe('vor 3 Stunden');
  });
});

describe('a moment', () => {
  test.each([
    ['2026-11-20T12:00:00.000Z', 'Friday'],
    ['2026-11-17T14:00:00.000Z', 'Tuesday'],
    ['2026-11-16T12:00:00.000Z', '16 November 2026'],
    ['2026-11-27T12:00:00.000Z', '27 November 2026'],
  ])('%s is called "%s"', (at, called) => {
    expect(weekdayOrDate(at, now, 'en-GB')).toBe(called);
  });
});

test.each([
  [['Intune'], 'Intune'],
  [['Jamf Pro', 'Intune'], 'Jamf Pro and Intune'],
  [['Jamf Pro', 'Intune', 'Fleet'], 'Jamf Pro, Intune, and Fleet'],
])('names %j are listed as "%s"', (names, listed) => {
  expect(list(names, 'en')).toBe(listed);
});
