import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { HOUR, type Instant, isAfter, later, MINUTE } from '../../src/posture/instant.ts';
import type { SourceFault } from '../../src/posture/source.ts';
import { type Journal, silent } from '../journal/journal.ts';
import { SourceFailure } from '../upstream/failure.ts';
import type { Ask } from './ask-person.ts';
import { after, ageMs, CURRENT_FOR_MS, KEPT_FOR_MS, type KeptAnswer, newer } from './kept-answer.ts';
import type { Replicas } from './replicas.ts';

/** What is known of what one source says of one person. */
export interface Known {
  /** The last answer. */
  readonly kept: KeptAnswer | undefined;
  /** Why there is no later one. */
  readonly fault: SourceFault | null;
  /** When to ask again. */
  readonly dueAt: Instant;
}

/** How one source is asked about people. */
export interface Asked {
  readonly id: string;
  readonly ask: Ask;
  /** When to ask again after an answer. */
  readonly dueAfter: (kept: KeptAnswer) => Instant;
  /** Set where each person is asked about on their own: one replica asks, and the others have its answer. */
  readonly replicas?: Replicas | undefined;
}

export interface KnownAnswers {
  /** What is known; asked for first when there is nothing, or nothing current, and behind the answer when it is due. */
  readonly of: (asked: Asked, email: string) => Promise<Known>;
  /** What is known without asking. */
  readonly now: (asked: Asked, email: string) => Known | undefined;
}

/** Texts in memory, in characters: about 10,000 people with three computers' worth of records each. */
const MOST_CHARACTERS = 256 * 1024 * 1024;

/** An entry without its texts. */
const ENTRY_CHARACTERS = 500;

/** Whoever waits has gone after eight seconds; the answer is for whoever asks next. */
const ASK_WITHIN_MS = 30_000;

/** A source that failed is asked again about the same person after this time, unless it said itself when. */
const FAILED_AGAIN_MS = 5 * MINUTE;

/** How often a replica looks for the answer that another one is asking for. */
const LOOK_EVERY_MS = 100;

/** One question per source and person at a time, however many ask. */
export function knownAnswers(now: () => Instant, journal: Journal = silent): KnownAnswers {
  const answers = new LRUCache<string, Known>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ kept }) => ENTRY_CHARACTERS + (kept?.text.length ?? 0) + (kept?.before?.length ?? 0),
    ttl: KEPT_FOR_MS,
    // Else every answer looks at the clock for this, too.
    ttlResolution: MINUTE,
  });
  // What nobody asks for any more is forgotten too.
  setInterval(() => answers.purgeStale(), HOUR).unref();
  const asking = new Map<string, Promise<Known>>();

  const begin = (asked: Asked, email: string, key: string): Promise<Known> => {
    const begun = askedAnew(asked, email, answers.get(key)?.kept, now)
      .then((known) => {
        answers.set(key, known);
        return known;
      })
      .finally(() => asking.delete(key));
    // Whoever waits for it hears of a fault; behind an answer nobody does, and the next one asks again.
    begun.catch(() => undefined);
    asking.set(key, begun);
    return begun;
  };
  const keyOf = ({ id }: Asked, email: string) => `${id}\n${email}`;
  return {
    of: async (asked, email) => {
      const key = keyOf(asked, email);
      const known = answers.get(key);
      if (known !== undefined && isAfter(known.dueAt, now())) {
        journal.found(asked.id, 'kept');
        return known;
      }
      const begun = asking.get(key) ?? begin(asked, email, key);
      const isEnough = known?.kept && ageMs(known.kept, now()) < CURRENT_FOR_MS;
      journal.found(asked.id, isEnough ? 'renewed' : 'asked');
      return isEnough ? known : begun;
    },
    now: (asked, email) => answers.get(keyOf(asked, email)),
  };
}

async function askedAnew(
  asked: Asked,
  email: string,
  last: KeptAnswer | undefined,
  now: () => Instant,
): Promise<Known> {
  const signal = AbortSignal.timeout(ASK_WITHIN_MS);
  const found = { last };
  try {
    const kept = await answerOf(asked, email, found, now, signal);
    return { kept, fault: kept.isPartial ? 'partial' : null, dueAt: asked.dueAfter(kept) };
  } catch (error) {
    const failure = signal.aborted ? new SourceFailure('timeout') : error;
    if (!(failure instanceof SourceFailure)) throw error;
    const kept = found.last && ageMs(found.last, now()) < KEPT_FOR_MS ? found.last : undefined;
    return { kept, fault: failure.fault, dueAt: later(now(), failure.retryAfterMs ?? FAILED_AGAIN_MS) };
  }
}

/** `found.last` becomes the last answer that any replica had. */
async function answerOf(
  asked: Asked,
  email: string,
  found: { last: KeptAnswer | undefined },
  now: () => Instant,
  signal: AbortSignal,
): Promise<KeptAnswer> {
  const { replicas, ask } = asked;
  if (replicas === undefined) return after(found.last, await ask(email, signal));
  const name = replicas.nameOf(asked.id, email);
  for (;;) {
    const elsewhere = await replicas.read(name);
    found.last = newer(found.last, elsewhere ?? undefined);
    if (elsewhere && found.last === elsewhere && isAfter(asked.dueAfter(elsewhere), now())) return elsewhere;
    const done = await replicas.alone(name, async () => {
      const answer = after(found.last, await ask(email, signal));
      await replicas.write(name, answer);
      return answer;
    });
    if (done) return done.value;
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}
