import { randomUUID } from 'node:crypto';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout, wrap } from 'cockatiel';
import * as v from 'valibot';
import { KEPT_FOR_MS, type KeptAnswer, keptAnswerSchema } from './kept-answer.ts';
import { sealedValues } from './sealed-values.ts';

/** What replicas of one gateway tell each other through Redis or Valkey. Nothing here rejects, or waits for long. */
export interface Replicas {
  /** A name for what a source says of a person, or of everybody. */
  readonly nameOf: (source: string, email: string) => string;
  /** Null when there is none; undefined when nobody can say. */
  readonly read: (name: string) => Promise<KeptAnswer | null | undefined>;
  readonly write: (name: string, answer: KeptAnswer) => Promise<void>;
  /** Does work that only one replica should do. Resolves to undefined, without doing it, when another one is at it. */
  readonly alone: <Value>(name: string, work: () => Promise<Value>) => Promise<{ readonly value: Value } | undefined>;
  /** What turns are counted with. Rejects when Redis does not answer. */
  readonly counter: { readonly eval: (script: string, options: object) => Promise<unknown> };
  /** Whether Redis answered when it was last asked. */
  readonly isAnswering: () => boolean;
  readonly close: () => void;
}

/** An answer of Redis that takes longer is not worth waiting for. */
const ANSWER_WITHIN_MS = 250;

/** After a failure Redis is left alone for this time. */
const BROKEN_FOR_MS = 1000;

/** What a replica was doing when it died, another one does after this time. */
const CLAIM_MS = 5000;

/** Begins to connect, and goes on trying for as long as it takes. A key of at least 32 bytes, the same on every replica. */
export async function connectReplicas(url: string, key: Uint8Array): Promise<Replicas> {
  const { createClient } = await import('@redis/client');
  const { nameOf, sealed, opened } = sealedValues(key);
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 2000) },
  });
  // Without a listener an error would end the process. Whoever asks next sees that Redis is missing.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);

  const breaker = circuitBreaker(handleAll, { halfOpenAfter: BROKEN_FOR_MS, breaker: new ConsecutiveBreaker(1) });
  const policy = wrap(breaker, timeout(ANSWER_WITHIN_MS, TimeoutStrategy.Aggressive));
  const quick = <Value>(command: () => Promise<Value>): Promise<Value> =>
    client.isReady
      ? policy.execute(command, new AbortController().signal)
      : Promise.reject(new Error('Redis is not connected'));
  const orNot = <Value>(command: () => Promise<Value>): Promise<Value | undefined> =>
    quick(command).catch(() => undefined);

  const answerKey = (name: string) => `stethoscope:answer:${name}`;
  const claimKey = (name: string) => `stethoscope:claim:${name}`;
  return {
    nameOf,
    read: async (name) => {
      const value = await orNot(() => client.get(answerKey(name)));
      return value == null ? value : keptIn(opened(name, value));
    },
    write: async (name, answer) => {
      const value = sealed(name, JSON.stringify(answer));
      await orNot(() => client.set(answerKey(name), value, { expiration: { type: 'PX', value: KEPT_FOR_MS } }));
    },
    alone: async (name, work) => {
      const mine = randomUUID();
      const expiration = { type: 'PX', value: CLAIM_MS } as const;
      const claimed = await orNot(() => client.set(claimKey(name), mine, { condition: 'NX', expiration }));
      if (claimed === null) return undefined;
      const renewing = setInterval(
        () => void orNot(() => client.set(claimKey(name), mine, { condition: 'XX', expiration })),
        CLAIM_MS / 3,
      ).unref();
      try {
        return { value: await work() };
      } finally {
        clearInterval(renewing);
        if (claimed !== undefined) await orNot(() => client.del(claimKey(name)));
      }
    },
    counter: { eval: (script, options) => quick(() => client.eval(script, options)) },
    isAnswering: () => client.isReady && breaker.state === CircuitState.Closed,
    close: () => client.destroy(),
  };
}

/** Null for what another release of the gateway, or another key, has written. */
function keptIn(text: string | undefined): KeptAnswer | null {
  if (text === undefined) return null;
  const read = v.safeParse(keptAnswerSchema, JSON.parse(text));
  return read.success ? read.output : null;
}
