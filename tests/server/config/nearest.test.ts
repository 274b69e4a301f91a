import { expect, test } from 'vitest';
import { nearest } from '../../../server/config/nearest.ts';

const known = ['clientId', 'clientSecret', 'graceDays', 'url', 'dueAt'];

test.each([
  ['clientid', 'clientId'],
  ['cleintSecret', 'clientSecret'],
  ['grace', 'graceDays'],
  ['urll', 'url'],
  ['client', 'clientId'],
  ['rul', undefined],
  ['password', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%j was meant as %j', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});
