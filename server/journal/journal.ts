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
  /** A sentence of our own, such as that something begins or has changed. */
  readonly said: (line: string) => void;
}

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
  said: nothing,
};

/** Tells several. */
export const both = (one: Journal, other: Journal): Journal => ({
  answered: (request) => {
    one.answered(request);
    other.answered(request);
  },
  failed: (error, requestId) => {
    one.failed(error, requestId);
    other.failed(error, requestId);
  },
  asked: (asked) => {
    one.asked(asked);
    other.asked(asked);
  },
  found: (source, how) => {
    one.found(source, how);
    other.found(source, how);
  },
  waited: (source, ms) => {
    one.waited(source, ms);
    other.waited(source, ms);
  },
  broke: (source, way, isBroken) => {
    one.broke(source, way, isBroken);
    other.broke(source, way, isBroken);
  },
  refused: (who) => {
    one.refused(who);
    other.refused(who);
  },
  reloaded: (isUsed) => {
    one.reloaded(isUsed);
    other.reloaded(isUsed);
  },
  said: (line) => {
    one.said(line);
    other.said(line);
  },
});
