import type { StoredSize } from './storage.ts';
import * as stored from './stored.ts';

/** What can be told of every stored document without telling what is in it. */
export const storedSizes = (): Promise<readonly StoredSize[]> =>
  Promise.all(Object.values(stored).map((item) => item.measure()));
