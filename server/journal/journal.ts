import type { SourceFault } from '../../src/posture/source.ts';

/** One answered request. Neither who asked nor what exactly: the route is its pattern, never the address. */
export interface AnsweredRequest {
  readonly id: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** A source was asked: about somebody, or for its whole inventory. */
export interface AskedSource {
  readonly source: string;
  readonly way: Way;
  readonly outcome: 'answered' | SourceFault;
  readonly ms: number;
}

export type Way = 'person' | 'inventory';

/** Where an answer came from: what was kept, what was kept and is asked for anew behind it, or a question that somebody waits for. */
export type Found = 'kept' | 'renewed' | 'asked';

/**
 * What a gateway tells those who run it, as log lines and as counts. Nobody is in it: everything here is a number, a word of a closed
 * list, or an id that the company gave a source.
 */
export interface Journal {
  readonly answered: (request: AnsweredRequest) => void;
  /** Something went wrong that nobody foresaw. Of the error only what is harmless is told. */
  readonly failed: (error: unknown, requestId?: string) => void;
  readonly asked: (asked: AskedSource) => void;
  readonly found: (source: string, how: Found) => void;
  /** A request waited for its turn, since the vendor allows only so many. */
  readonly waited: (source: string, ms: number) => void;
  /** A source is left alone for a while, or no longer. */
  readonly broke: (source: string, way: Way, isBroken: boolean) => void;
  /** Somebody asked too often. */
  readonly refused: (who: 'person' | 'stranger') => void;
  /** The configuration was read anew. */
  readonly reloaded: (isUsed: boolean) => void;
  /** All sources are connected anew; what was said of the connections before holds no longer. */
  readonly reconnected: () => void;
  /** A sentence of our own, such as that something begins or has changed. */
  readonly said: (line: string) => void;
}

/** What is told of sources. */
export type SourceEvent = 'asked' | 'found' | 'waited' | 'broke' | 'reconnected';

const nothing = () => undefined;

/** Tells nobody anything. */
export const silent: Journal = {
  answered: nothing,
  failed: nothing,
  asked: nothing,
  found: nothing,
  waited: nothing,
  broke: nothing,
  refused: nothing,
  reloaded: nothing,
  reconnected: nothing,
  said: nothing,
};

/** Tells several. */
export const toAll = (...journals: readonly Journal[]): Journal => {
  const each = (tell: (journal: Journal) => void) => {
    for (const journal of journals) tell(journal);
  };
  return {
    answered: (request) => each((one) => one.answered(request)),
    failed: (error, requestId) => each((one) => one.failed(error, requestId)),
    asked: (asked) => each((one) => one.asked(asked)),
    found: (source, how) => each((one) => one.found(source, how)),
    waited: (source, ms) => each((one) => one.waited(source, ms)),
    broke: (source, way, isBroken) => each((one) => one.broke(source, way, isBroken)),
    refused: (who) => each((one) => one.refused(who)),
    reloaded: (isUsed) => each((one) => one.reloaded(isUsed)),
    reconnected: () => each((one) => one.reconnected()),
    said: (line) => each((one) => one.said(line)),
  };
};
