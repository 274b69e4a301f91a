import { LRUCache } from 'lru-cache';
import type { Replicas } from '../asking/replicas.ts';
import { sealedValues } from '../asking/sealed-values.ts';

/**
 * All that a gateway remembers of sessions: of each, under a name that names nobody, which of its refresh tokens is the next that
 * counts. It forgets it when the session is over, within a day.
 */
export interface SessionLedger {
  /**
   * Puts the next token in the place of the expected one; of null, there must be none yet. When another one stands there, somebody has
   * used a token twice: then the session ends, and false is told.
   * @throws when nobody can say
   */
  readonly advance: (session: string, expected: string | null, next: string, forMs: number) => Promise<boolean>;
  /** Nothing of the session counts any more. @throws when nobody can say */
  readonly end: (session: string, forMs: number) => Promise<void>;
}

const ENDED = 'ended';

/** One step, so that of two that come at once only one goes on. */
const ADVANCE_SCRIPT = `
local expected = ARGV[1]
local current = redis.call('get', KEYS[1]) or ''
local advances = current == expected
redis.call('set', KEYS[1], advances and ARGV[2] or '${ENDED}', 'PX', ARGV[3])
return advances and 1 or 0`;

/** Sessions that one gateway remembers at once. The one that was used the longest ago is over when there are more. */
const MOST = 200_000;

/** Keeps the sessions of one gateway in its memory: a restart ends them, and each browser begins a new one by itself. */
export function ledgerInMemory(): SessionLedger {
  const current = new LRUCache<string, string>({ max: MOST });
  return {
    advance: (session, expected, next, forMs) => {
      const advances = (current.get(session) ?? null) === expected;
      current.set(session, advances ? next : ENDED, { ttl: forMs });
      return Promise.resolve(advances);
    },
    end: (session, forMs) => {
      current.set(session, ENDED, { ttl: forMs });
      return Promise.resolve();
    },
  };
}

/** Keeps them where all replicas see them. While Redis does not answer, nobody can say whether a token was used before. */
export function ledgerOfReplicas({ counter }: Pick<Replicas, 'counter'>, key: Uint8Array): SessionLedger {
  const { nameOf } = sealedValues(key, 'sign-in');
  const evaluate = (session: string, args: readonly string[]) =>
    counter.eval(ADVANCE_SCRIPT, { keys: [`stethoscope:session:${nameOf(session)}`], arguments: args });
  return {
    advance: async (session, expected, next, forMs) =>
      (await evaluate(session, [expected ?? '', next, String(forMs)])) === 1,
    end: async (session, forMs) => {
      await evaluate(session, ['nobody has this one', ENDED, String(forMs)]);
    },
  };
}
