import type { Instant } from '../../src/posture/instant.ts';
import type { SourceAnswer } from '../posture.ts';
import type { ConnectedSource } from '../sources/connected-source.ts';
import type { Records } from '../sources/connection.ts';
import { SourceFailure } from '../upstream/failure.ts';
import { ownAnswer } from './own-answer.ts';

/** What all sources say of the person with a verified e-mail address, in lower case. Never rejects. */
export type AskSources = (email: string) => Promise<readonly SourceAnswer[]>;

/** The answer goes out after this time, with those that came, in milliseconds. */
const ANSWER_WITHIN_MS = 8000;

/** Asks all sources at once. */
export const createAskSources =
  (sources: readonly ConnectedSource[], now: () => Instant): AskSources =>
  (email) =>
    Promise.all(sources.map((source) => askOne(source, email, now)));

async function askOne(source: ConnectedSource, email: string, now: () => Instant): Promise<SourceAnswer> {
  const { id, name, system, checks, connection } = source;
  const told = { id, name, system, checks };
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const { records, isPartial = false } = await ask(connection, email, signal);
    return {
      ...told,
      status: isPartial ? 'failed' : 'answered',
      reason: isPartial ? 'partial' : null,
      answeredAt: now(),
      ...ownAnswer(system, records, email),
    };
  } catch (error) {
    if (signal.aborted) return { ...told, status: 'late', reason: 'timeout', answeredAt: null, json: null };
    if (!(error instanceof SourceFailure)) throw error;
    return { ...told, status: 'failed', reason: error.fault, answeredAt: null, json: null };
  }
}

function ask({ byPerson }: ConnectedSource['connection'], email: string, signal: AbortSignal): Promise<Records> {
  if (byPerson === undefined) throw new SourceFailure('refused');
  return byPerson(email, signal);
}
