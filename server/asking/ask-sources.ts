import { LRUCache } from 'lru-cache';
import { type Instant, isAfter, later } from '../../src/posture/instant.ts';
import type { Journal } from '../journal/journal.ts';
import type { SourceAnswer } from '../posture.ts';
import type { ConnectedSource } from '../sources/connected-source.ts';
import { askPerson } from './ask-person.ts';
import { askInventory } from './inventory.ts';
import { ageMs, CURRENT_FOR_MS, recordsIn } from './kept-answer.ts';
import { type Asked, type Known, knownAnswers } from './known-answers.ts';
import { ownAnswer } from './own-answer.ts';
import { planOf, SHORTEST_REFRESH_MS } from './plan.ts';
import type { Replicas } from './replicas.ts';

/**
 * What all sources say of the person with a verified e-mail address, in lower case. The same list again as long as nothing has
 * changed. Rejects for faults of ours alone.
 */
export type AskSources = (email: string) => Promise<readonly SourceAnswer[]>;

export interface AskingOptions {
  readonly now: () => Instant;
  /** How many people the company has, as far as somebody said so. */
  readonly people?: number | undefined;
  readonly replicas?: Replicas | undefined;
  readonly journal?: Journal | undefined;
  /** The answer goes out after this time, with those that came, in milliseconds. */
  readonly answerWithinMs?: number;
  /** Ends what goes on behind the answers. */
  readonly signal?: AbortSignal;
}

const ANSWER_WITHIN_MS = 8000;

/** People whose answers are kept as they are read, so that those who come again at once cost nothing. */
const READ_FOR = 1000;

interface AskedSource extends Asked {
  readonly source: ConnectedSource;
}

/** Asks all sources at once. */
export function createAskSources(sources: readonly ConnectedSource[], options: AskingOptions): AskSources {
  const { now, journal, answerWithinMs = ANSWER_WITHIN_MS } = options;
  const known = knownAnswers(now, journal);
  const asked = sources.map((source) => askedSource(source, options));
  const read = new LRUCache<string, { known: readonly (Known | null)[]; answers: readonly SourceAnswer[] }>({
    max: READ_FOR,
  });
  return async (email) => {
    const before = read.get(email);
    const at = now();
    // What is not due cannot have changed, and most questions end here.
    if (before?.known.every((one) => one !== null && isAfter(one.dueAt, at))) {
      for (const { id } of asked) journal?.found(id, 'kept');
      return before.answers;
    }
    const heard = await inTime(
      asked.map((one) => known.of(one, email)),
      answerWithinMs,
    );
    if (before && !heard.includes(null) && heard.every((one, index) => one === before.known[index])) {
      return before.answers;
    }
    const answers = asked.map((one, index) => answerOf(one.source, heard[index] ?? null, known.now(one, email), now()));
    read.set(email, { known: heard, answers });
    return answers;
  };
}

function askedSource(source: ConnectedSource, options: AskingOptions): AskedSource {
  const { now, people, replicas, journal, signal = new AbortController().signal } = options;
  const { byPerson, snapshot } = source.connection;
  const ways = { byPerson: byPerson !== undefined, snapshot: snapshot !== undefined };
  const { way, refreshMs } = planOf(source.costs, ways, people);
  if (way === 'by-person') {
    const ask = askPerson(source, now, journal);
    return { id: source.id, source, ask, replicas, dueAfter: ({ answeredAt }) => later(answeredAt, refreshMs) };
  }
  return {
    id: source.id,
    source,
    ask: askInventory(source, { now, everyMs: refreshMs, replicas, journal, signal }),
    // The answer is as old as the reading; it costs nothing to look whether there is a later one.
    dueAfter: () => later(now(), SHORTEST_REFRESH_MS),
  };
}

/** Null in place of what does not come in time. */
async function inTime<Value>(values: readonly Promise<Value>[], ms: number): Promise<readonly (Value | null)[]> {
  const { promise: tooLate, clear } = after(ms);
  return Promise.all(values.map((value) => Promise.race([value, tooLate]))).finally(clear);
}

/** Null once the time is over. */
function after(ms: number): { readonly promise: Promise<null>; readonly clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  return { promise, clear: () => clearTimeout(timer) };
}

/** @param heard null when the source has not answered in time */
function answerOf(
  { id, name, system, checks }: ConnectedSource,
  heard: Known | null,
  last: Known | undefined,
  now: Instant,
): SourceAnswer {
  const { kept, fault = null, dueAt = now } = heard ?? last ?? {};
  const told = { id, name, system, checks, answeredAt: kept?.answeredAt ?? null, dueAt };
  const answer = kept ? ownAnswer(system, recordsIn(kept)) : { json: null };
  if (heard === null) return { ...told, ...answer, status: 'late', reason: 'timeout' };
  // Who asks too often hears what was said before, and as long as that is current nothing is missing.
  const isEnough = fault === null || (fault === 'throttled' && kept && ageMs(kept, now) < CURRENT_FOR_MS);
  return isEnough
    ? { ...told, ...answer, status: 'answered', reason: null }
    : { ...told, ...answer, status: 'failed', reason: fault };
}
