import type { StoredSize } from './storage.ts';
import * as stored from './stored.ts';
import { storedAnswers } from './stored-answers.ts';

/** What can be told of every stored document without telling what is in it. */
export const storedSizes = (): Promise<readonly StoredSize[]> =>
  Promise.all([...Object.values(stored), storedAnswers].map((item) => item.measure()));
