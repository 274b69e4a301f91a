import { setMaxListeners } from 'node:events';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { SourceFailure } from './failure.ts';

/** How one system is treated. */
export interface Manners {
  /** Requests at the same time. */
  readonly concurrency: number;
  /** How long one request may take, answer included, in milliseconds. */
  readonly timeoutMs: number;
  /** The longest that a request waits before it is tried again, in milliseconds. */
  readonly patienceMs: number;
  /** Waits until the quota allows one request more. Every try is one. */
  readonly turn?: Turn;
  /** Nobody waits for it. */
  readonly isForAnInventory?: boolean;
  /** Told when the system is left alone for a while, and when no longer. */
  readonly onBroken?: (isBroken: boolean) => void;
}

/** @throws SourceFailure when the wait would be too long, or the reason of the signal. */
export type Turn = (signal: AbortSignal) => Promise<void>;

/** Somebody waits for the answer. */
export const forAPerson = { concurrency: 5, timeoutMs: 5000, patienceMs: 2000 } as const satisfies Manners;

/** Nobody waits: a whole inventory is read one page after the other. */
export const forAnInventory = {
  concurrency: 1,
  timeoutMs: 30_000,
  patienceMs: 60_000,
  isForAnInventory: true,
} as const satisfies Manners;

const TRIES_AGAIN = 2;
const FIRST_WAIT_MS = 200;
const WAITING = 1000;
const BREAKS_AFTER = 8;
const BROKEN_FOR_MS = 30_000;

/** Failures that pass by themselves. A refusal of who we are, or of what we ask, does not. */
const isPassing = (error: Error): boolean =>
  error instanceof TaskCancelledError ||
  (error instanceof SourceFailure && ['timeout', 'refused', 'throttled'].includes(error.fault));

const atOnce: Turn = () => Promise.resolve();

/** How requests to one system are made. */
export interface Calm {
  readonly execute: <Value>(
    ask: (context: { signal: AbortSignal }) => Promise<Value>,
    signal: AbortSignal,
  ) => Promise<Value>;
}

/**
 * Bulkhead, then retry, then the quota, then breaker, then time-out: what waits for its turn does not run out of time, and each try
 * counts for the quota and the breaker. A system that wants to be left alone for longer than we are patient has failed.
 */
export function calm({ concurrency, timeoutMs, patienceMs, turn = atOnce, onBroken }: Manners): Calm {
  const isWorthwhile = (error: Error) =>
    isPassing(error) && !(error instanceof SourceFailure && (error.retryAfterMs ?? 0) > patienceMs);
  const again = retry(handleWhen(isWorthwhile), {
    maxAttempts: TRIES_AGAIN,
    backoff: new DelegateBackoff(({ attempt, result }) => {
      const asked = 'error' in result && result.error instanceof SourceFailure ? result.error.retryAfterMs : undefined;
      return asked ?? Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1) * (1 + Math.random()), patienceMs);
    }),
  });
  const breaker = circuitBreaker(handleWhen(isPassing), {
    halfOpenAfter: BROKEN_FOR_MS,
    breaker: new ConsecutiveBreaker(BREAKS_AFTER),
  });
  let isBroken = false;
  const told = (state: boolean) => {
    // A trial that fails breaks it again, although it was never whole.
    if (state !== isBroken) onBroken?.(state);
    isBroken = state;
  };
  breaker.onBreak(() => told(true));
  breaker.onReset(() => told(false));
  const patient = wrap(bulkhead(concurrency, WAITING), again);
  const guarded = wrap(breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive));
  return {
    execute: (ask, signal) => {
      // Many requests for one person end with one signal: Node takes more than ten listeners for a leak, and says so.
      setMaxListeners(0, signal);
      return patient.execute(async ({ signal: waiting }) => {
        await turn(waiting);
        return guarded.execute(ask, waiting);
      }, signal);
    },
  };
}

/** What a failure means to whoever asked, in the words of a source. */
export function failureOf(error: unknown): SourceFailure | undefined {
  if (error instanceof SourceFailure) return error;
  if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError)
    return new SourceFailure('refused');
  return error instanceof TaskCancelledError ? new SourceFailure('timeout') : undefined;
}
