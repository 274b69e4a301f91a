import type { StoredSize } from './storage.ts';
import {
  storedAssessment,
  storedClaims,
  storedComputer,
  storedManaged,
  storedManagedSilence,
  storedOwnAnswers,
  storedPasskey,
  storedReminder,
  storedSettings,
  storedUpdate,
} from './stored.ts';
import { storedAnswers } from './stored-answers.ts';
import { storedSession, storedStanding, storedToken } from './stored-sign-in.ts';

const items = [
  storedSettings,
  storedManaged,
  storedManagedSilence,
  storedAssessment,
  storedClaims,
  storedOwnAnswers,
  storedPasskey,
  storedComputer,
  storedReminder,
  storedUpdate,
  storedAnswers,
  storedSession,
  storedToken,
  storedStanding,
];

/** What can be told of every stored document without telling what is in it. */
export const storedSizes = (): Promise<readonly StoredSize[]> => Promise.all(items.map((item) => item.measure()));
