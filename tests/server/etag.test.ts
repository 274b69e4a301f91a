import { expect, test } from 'vitest';
import { etagOf, isKnown } from '../../server/etag.ts';

test('Equal content has an equal name, different content another', () => {
  expect(etagOf('o', { a: [1] })).toBe(etagOf('o', { a: [1] }));
  expect(etagOf('o', { a: [1] })).not.toBe(etagOf('o', { a: [2] }));
  expect(etagOf('o', { a: [1] })).toMatch(/^o_[0-9a-f]{24}$/);
});

test.each([
  [undefined, false],
  ['', false],
  ['o_1', false],
  ['"o_1"', true],
  ['W/"o_1"', true],
  ['"o_0", W/"o_1"', true],
  ['"o_10"', false],
  ['*', true],
])('If-None-Match: %s', (header, known) => {
  expect(isKnown(header, 'o_1')).toBe(known);
});
