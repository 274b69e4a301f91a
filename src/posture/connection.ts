import { type Instant, later } from './instant.ts';
import type { SignedOutReason } from './sign-in.ts';

/** What can be wrong between this extension and the company's endpoint; each has its sentence. */
export const connectionProblems = [
  'not-a-url',
  'not-https',
  'offline',
  'timeout',
  'not-for-extensions',
  'unreachable',
  'redirect',
  'unauthorised',
  'forbidden',
  'not-found',
  'throttled',
  'server-error',
  'too-large',
  'not-json',
  'wrong-version',
  'unreadable',
] as const;

export type ConnectionProblem = (typeof connectionProblems)[number];

/** How the company's endpoint answered at the last check. */
export interface Connection {
  /** The endpoint's base URL; null when no company is set. */
  readonly endpoint: string | null;
  readonly problem: ConnectionProblem | null;
  /** When it last gave a whole answer. */
  readonly answeredAt: Instant | null;
  /** How far its clock is ahead of this computer's, in milliseconds; absent where they agree as far as anybody knows (wire rule 18). */
  readonly clockOffsetMs?: number;
  /** Nobody is signed in there. Absent where somebody is, and where nobody has to. */
  readonly signedOut?: SignedOut;
  /** Somebody else is signed in than before, and what was of them has been removed. */
  readonly isAnotherPerson?: boolean;
}

/** That nobody is signed in, and why. */
export interface SignedOut {
  readonly reason: SignedOutReason;
  readonly since: Instant;
  /** Nobody has ever signed in in this browser, which nobody manages: what that means is told first. */
  readonly isExplained: boolean;
  /** The person wants it so for now: nobody is reminded. */
  readonly isWanted: boolean;
}

/** The present moment where this computer's clock shows `localNow`: by the endpoint's clock, where that one is wrong. */
export const righted = (localNow: Instant, by: Pick<Connection, 'clockOffsetMs'> | undefined): Instant =>
  later(localNow, by?.clockOffsetMs ?? 0);
