import { SourceFailure } from './failure.ts';

/** What came of several questions about parts of one answer. */
export interface Settled<Value> {
  /** In the order of the questions; undefined where the system failed. */
  readonly values: readonly (Value | undefined)[];
  readonly isPartial: boolean;
}

/** Waits for all answers, and does without those in which the system failed. Rejects for everything else. */
export async function settledOf<Value>(asked: readonly Promise<Value>[]): Promise<Settled<Value>> {
  const settled = await Promise.allSettled(asked);
  const values = settled.map((one) => {
    if (one.status === 'fulfilled') return one.value;
    // A fault of ours, or an asker who left, is not the system's.
    if (!(one.reason instanceof SourceFailure)) throw one.reason;
    return undefined;
  });
  return { values, isPartial: settled.some(({ status }) => status === 'rejected') };
}
