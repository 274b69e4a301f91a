import { SourceFailure } from './failure.ts';

/** One page of a list, and where the next one is. */
export interface Page<Cursor> {
  readonly records: readonly unknown[];
  /** Null on the last page. */
  readonly next: Cursor | null;
}

/** More pages than any list may have: 50,000 devices at 20 a page. */
const MOST_PAGES = 2500;

/**
 * The pages of a list, one by one, to the end.
 * @throws SourceFailure when the list leads back to a page that was there before, shows the same one again, or never ends.
 */
export async function* pagesOf<Cursor extends string | number>(
  first: Cursor,
  page: (cursor: Cursor) => Promise<Page<Cursor>>,
): AsyncGenerator<readonly unknown[]> {
  const seen = new Set<Cursor>();
  let before = '';
  for (let cursor: Cursor | null = first; cursor !== null; ) {
    if (seen.has(cursor) || seen.size >= MOST_PAGES) throw new SourceFailure('unreadable');
    seen.add(cursor);
    const { records, next }: Page<Cursor> = await page(cursor);
    // A system that does not know where it was asked to go on begins anew, or stays where it is.
    const text = records.length > 0 ? JSON.stringify(records) : '';
    if (text !== '' && text === before) throw new SourceFailure('unreadable');
    before = text;
    yield records;
    cursor = next;
  }
}

/** All records of a list at once. @throws SourceFailure */
export async function everyPage(pages: AsyncIterable<readonly unknown[]>): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const records of pages) all.push(...records);
  return all;
}
