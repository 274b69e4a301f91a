import { expect, test } from 'vitest';
import { nextLink } from '../../../server/upstream/next-link.ts';

test.each([
  ['<https://a.example/devices?after=1>; rel="next"', 'https://a.example/devices?after=1'],
  [
    '<https://a.example/devices>; rel="self", <https://a.example/devices?after=a,b>; rel="next"',
    'https://a.example/devices?after=a,b',
  ],
  ['<https://a.example/2>; title="more"; rel=next', 'https://a.example/2'],
  ['<https://a.example/2>;rel="next",<https://a.example/1>;rel="prev"', 'https://a.example/2'],
  ['<https://a.example/1>; rel="self"', null],
  ['<https://a.example/1>; rel="nextpage"', null],
  ['https://a.example/1; rel="next"', null],
  ['', null],
  [null, null],
])('The next page of %j is %j', (header, expected) => {
  expect(nextLink(header)).toBe(expected);
});
