import type { SourceFault } from '../../src/posture/source.ts';

interface Details {
  /** The HTTP status of the answer, where there was one. */
  readonly status?: number | undefined;
  /** How long the system wants to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** A management system did not answer as it should. Carries nothing of what it said: that may be about people. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly fault: SourceFault;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(fault: SourceFault, { status, retryAfterMs }: Details = {}) {
    super(status === undefined ? `The source failed: ${fault}` : `The source failed: ${fault} (HTTP ${status})`);
    this.fault = fault;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
