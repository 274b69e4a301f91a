import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Replicas } from './asking/replicas.ts';

/** How often somebody may ask. Both resolve to zero, or to the seconds after which to ask again. */
export interface Limits {
  readonly ofPerson: (email: string) => Promise<number>;
  /** Of all whom nobody knows together: nothing personal is kept to tell them apart. Who is known is never held up by them. */
  readonly ofStrangers: () => Promise<number>;
}

/** An extension asks for two documents every quarter of an hour; people have several browsers, and click. */
export const REQUESTS_PER_MINUTE = 60;

const STRANGERS_PER_MINUTE = 600;

const MINUTE_SECONDS = 60;

/** Counts over all replicas where they share a Redis, and by itself where there is none or it does not answer. */
export function limitsOf(replicas?: Replicas, requestsPerMinute = REQUESTS_PER_MINUTE): Limits {
  const people = limiterOf('person', requestsPerMinute, replicas);
  const strangers = limiterOf('strangers', STRANGERS_PER_MINUTE, replicas);
  return {
    // Redis is not told who it is.
    ofPerson: (email) => secondsUntil(people, replicas?.nameOf('requests', email) ?? email),
    ofStrangers: () => secondsUntil(strangers, 'all'),
  };
}

function limiterOf(prefix: string, points: number, replicas: Replicas | undefined): RateLimiterAbstract {
  const alone = new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  if (replicas === undefined) return alone;
  return new RateLimiterRedis({
    storeClient: replicas.counter,
    useRedisPackage: true,
    points,
    duration: MINUTE_SECONDS,
    keyPrefix: `stethoscope:limit:${prefix}`,
    insuranceLimiter: alone,
  });
}

async function secondsUntil(limiter: RateLimiterAbstract, name: string): Promise<number> {
  try {
    await limiter.consume(name);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
