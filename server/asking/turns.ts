import { setTimeout as pause } from 'node:timers/promises';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Quota } from '../sources/connection.ts';
import type { Turn } from '../upstream/calm.ts';
import { SourceFailure } from '../upstream/failure.ts';
import { windowOf } from './plan.ts';
import type { Replicas } from './replicas.ts';

/** How many turns one replica takes of a window when it cannot see those of the others. */
const ALONE = 4;

/** Counts in milliseconds: the script that comes with the limiter knows whole seconds only. */
const COUNT_SCRIPT = `
redis.call('set', KEYS[1], 0, 'PX', ARGV[2], 'NX')
return { redis.call('incrby', KEYS[1], ARGV[1]), redis.call('pttl', KEYS[1]) }`;

/**
 * Turns of one account at a vendor: no more requests than its quota allows, counted over all replicas. While Redis does not answer,
 * each replica keeps to a part of the quota.
 */
export function turnsOf(account: string, quota: Quota, replicas?: Replicas): (patienceMs: number) => Turn {
  const { requests, ms } = windowOf(quota);
  const counted = (points: number) => new RateLimiterMemory({ points, duration: ms / 1000 });
  const limiter =
    replicas === undefined
      ? counted(requests)
      : new RateLimiterRedis({
          storeClient: replicas.counter,
          useRedisPackage: true,
          customIncrTtlLuaScript: COUNT_SCRIPT,
          points: requests,
          duration: Math.ceil(ms),
          keyPrefix: 'stethoscope:turns',
          insuranceLimiter: counted(Math.max(1, Math.floor(requests / ALONE))),
        });
  // In Redis, too, nobody reads which systems a company has.
  const name = replicas?.nameOf('turns', account) ?? account;
  return (patienceMs) => async (signal) => {
    for (let waitMs = await taken(limiter, name); waitMs > 0; waitMs = await taken(limiter, name)) {
      if (waitMs > patienceMs) throw new SourceFailure('throttled', { retryAfterMs: waitMs });
      await pause(waitMs, undefined, { signal });
    }
  };
}

/** Zero when the turn is ours, else how long to wait for the next chance, in milliseconds. */
async function taken(limiter: RateLimiterAbstract, name: string): Promise<number> {
  try {
    await limiter.consume(name);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}
