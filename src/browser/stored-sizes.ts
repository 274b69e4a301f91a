import type { StoredSize } from './storage.ts';
import * as stored from './stored.ts';
import { storedAnswers } from './stored-answers.ts';
import * as signIn from './stored-sign-in.ts';

/** What can be told of every stored document without telling what is in it. */
export const storedSizes = (): Promise<readonly StoredSize[]> =>
  Promise.all([...Object.values(stored), ...Object.values(signIn), storedAnswers].map((item) => item.measure()));
