import { describe, expect, test } from 'vitest';
import { everyPage, type Page, pagesOf } from '../../../server/upstream/pages.ts';

const all = (page: (cursor: number) => Page<number>) =>
  everyPage(pagesOf<number>(0, (cursor) => Promise.resolve(page(cursor))));

describe('the pages of a list', () => {
  test('are read to the end, whatever there is on each', async () => {
    const pages = [['a', 'b'], [], ['c']];
    expect(await all((page) => ({ records: pages[page] ?? [], next: page < 2 ? page + 1 : null }))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('may be as many as 50,000 devices need, at 20 a page', async () => {
    const page = (number: number) => Array.from({ length: 20 }, (_, index) => number * 20 + index);
    const records = await all((number) => ({ records: page(number), next: number < 2499 ? number + 1 : null }));
    expect(records).toHaveLength(50_000);
  });

  test.each<[string, (cursor: number) => Page<number>]>([
    ['back to one that was there', (cursor) => ({ records: [cursor], next: (cursor + 1) % 3 })],
    ['to the same one, under another name', (cursor) => ({ records: ['a', 'b'], next: cursor + 1 })],
    ['to new ones for ever', (cursor) => ({ records: [cursor], next: cursor + 1 })],
    ['to empty ones for ever', (cursor) => ({ records: [], next: cursor + 1 })],
  ])('that lead %s are no list', async (_, page) => {
    await expect(all(page)).rejects.toMatchObject({ fault: 'unreadable' });
  });
});
