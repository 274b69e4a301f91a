import type { Instant } from '../../src/posture/instant.ts';
import type { ConnectedSource } from '../sources/connected-source.ts';
import { SourceFailure } from '../upstream/failure.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { ownRecords } from './own-answer.ts';

/** What one source says of a person. @throws SourceFailure, or the reason of the signal */
export type Ask = (email: string, signal: AbortSignal) => Promise<KeptAnswer>;

/** Asks a system about one person, and keeps only what is owned by that very address. */
export const askPerson =
  ({ connection: { byPerson } }: ConnectedSource, now: () => Instant): Ask =>
  async (email, signal) => {
    if (byPerson === undefined) throw new SourceFailure('refused');
    const { records, isPartial = false } = await byPerson(email, signal);
    return { answeredAt: now(), text: JSON.stringify(ownRecords(records, email)), isPartial };
  };
