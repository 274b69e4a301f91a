import type { Instant } from '../../src/posture/instant.ts';
import { type Journal, silent } from '../journal/journal.ts';
import { telling } from '../journal/telling.ts';
import type { ConnectedSource } from '../sources/connected-source.ts';
import { SourceFailure } from '../upstream/failure.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { ownRecords } from './own-answer.ts';

/** What one source says of a person. @throws SourceFailure, or the reason of the signal */
export type Ask = (email: string, signal: AbortSignal) => Promise<KeptAnswer>;

/** Asks a system about one person, and keeps only what is owned by that very address. */
export const askPerson =
  ({ id, connection: { byPerson } }: ConnectedSource, now: () => Instant, journal: Journal = silent): Ask =>
  async (email, signal) => {
    if (byPerson === undefined) throw new SourceFailure('refused');
    const asked = { source: id, way: 'person', signal } as const;
    const { records, isPartial = false } = await telling(journal, asked, () => byPerson(email, signal));
    return { answeredAt: now(), text: JSON.stringify(ownRecords(records, email)), isPartial };
  };
