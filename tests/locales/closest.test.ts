import { expect, test } from 'vitest';
import { closest } from '../../src/locales/closest.ts';
import { pageLocale } from '../../src/locales/index.ts';

test.each([
  ['the same', 'de-CH', 'de-CH'],
  ['the language without its variety', 'de-AT', 'de'],
  ['nothing, of another language', 'fr', undefined],
  ['nothing, of what is none', '', undefined],
  ['nothing, if nobody wants one', undefined, undefined],
])('the closest language is %s', (_, wanted, found) => {
  expect(closest(['en', 'de', 'de-CH'], wanted)).toBe(found);
});

test('the pages are in English where there are no other words', () => {
  expect([undefined, 'fr', 'en-GB', 'en-XA'].map((wanted) => pageLocale(wanted))).toEqual(['en', 'en', 'en', 'en-XA']);
});
