import { SourceFailure } from '../upstream/failure.ts';
import type { AskedSource, Journal } from './journal.ts';

interface Asking extends Pick<AskedSource, 'source' | 'way'> {
  /** With which the question ends. */
  readonly signal: AbortSignal;
}

/** Asks a source, and tells the journal what came of it. A fault of ours is not the source's: whoever catches it tells of it. */
export async function telling<Answer extends object>(
  journal: Journal,
  { source, way, signal }: Asking,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const beganAt = performance.now();
  const tell = (outcome: AskedSource['outcome']) =>
    journal.asked({ source, way, outcome, ms: performance.now() - beganAt });
  try {
    const answer = await ask();
    tell('isPartial' in answer && answer.isPartial ? 'partial' : 'answered');
    return answer;
  } catch (error) {
    if (signal.aborted) tell('timeout');
    else if (error instanceof SourceFailure) tell(error.fault);
    throw error;
  }
}
