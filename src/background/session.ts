import { managedNow } from '../browser/managed.ts';
import { storedSession, storedToken } from '../browser/stored-sign-in.ts';
import type { ConnectionProblem } from '../posture/connection.ts';
import { elapsed, type Instant, later, MINUTE } from '../posture/instant.ts';
import type { SignedOutReason } from '../posture/sign-in.ts';
import type { OrganizationDocument } from '../posture/wire.ts';
import { exchange, type Tokens } from '../sources/tokens.ts';
import { meetPerson } from './person.ts';
import { signInAt } from './sign-in-flow.ts';
import { changeStanding, hasLeft, maySignInSilently, standingWith } from './standing.ts';

export type SignInMode = OrganizationDocument['signIn']['mode'];

/** What a question for the person's own data is sent with, or why there is nothing to send it with. */
export type Pass =
  | { readonly authorization: string; readonly isNew: boolean }
  | { readonly reason: SignedOutReason }
  | { readonly problem: ConnectionProblem };

export interface Asking {
  readonly endpoint: string;
  readonly localNow: Instant;
  readonly isClockWrong: boolean;
}

/** The token is exchanged so long before it is over, so that no question arrives too late. */
const AHEAD_MS = MINUTE;

/** The pass for a way of signing in; undefined where none is needed. Sessions are renewed, or begun anew, when they have to be. */
export async function passFor(mode: SignInMode | undefined, asking: Asking): Promise<Pass | undefined> {
  if (mode === 'token') return tokenPass(asking.endpoint);
  if (mode !== 'gateway') return undefined;
  const session = await storedSession.get();
  const isOurs = session?.endpoint === asking.endpoint;
  return isOurs && isGood(session, asking.localNow) ? passWith(session.accessToken, false) : renewedPass(asking);
}

/** One that was set by device management counts before one that was typed. It is asked for each time, and kept nowhere. */
async function tokenPass(endpoint: string): Promise<Pass> {
  const [managed, typed] = await Promise.all([managedNow(), storedToken.get()]);
  const token = managed.settings.token ?? (typed?.endpoint === endpoint ? typed.token : undefined);
  return token === undefined ? { reason: 'token-missing' } : passWith(token, true);
}

const passWith = (token: string, isNew: boolean): Pass => ({ authorization: `Bearer ${token}`, isNew });

/** A clock that was put back makes nobody's token younger. */
const isGood = ({ givenAt, expiresAt }: { readonly givenAt: Instant; readonly expiresAt: Instant }, now: Instant) => {
  const left = elapsed(now, expiresAt);
  return elapsed(givenAt, now) >= 0 && left > Math.min(AHEAD_MS, elapsed(givenAt, expiresAt) / 2);
};

/** A new pass: by the refresh token, which is good once, and without one by a sign-in that nobody sees. */
export async function renewedPass(asking: Asking): Promise<Pass> {
  const { endpoint } = asking;
  const session = await storedSession.get();
  let lost: SignedOutReason | undefined;
  if (session?.endpoint === endpoint) {
    const exchanged = await exchange(endpoint, { grant: 'refresh', refreshToken: session.refreshToken });
    if ('tokens' in exchanged) return keepUnlessLeft(exchanged.tokens, asking);
    // Nobody has said that the session is over.
    if ('problem' in exchanged) return exchanged;
    await storedSession.clear();
    lost = exchanged.refused;
  }
  const { hasAgreed, signedOut } = await standingWith(endpoint);
  const before = lost ?? signedOut?.reason ?? (hasAgreed ? 'expired' : 'not-yet');
  if (!(await maySignInSilently(endpoint))) return { reason: before };
  const outcome = await signInAt(endpoint, { interactive: false, isClockWrong: asking.isClockWrong });
  if ('tokens' in outcome) return keepUnlessLeft(outcome.tokens, asking);
  return { reason: reasonOf(outcome.reason, before) };
}

/** Whoever has signed out meanwhile is not signed in again by tokens that were on their way. */
async function keepUnlessLeft(tokens: Tokens, asking: Asking): Promise<Pass> {
  if (!(await hasLeft(asking.endpoint))) return keep(tokens, asking);
  void exchange(asking.endpoint, { grant: 'end', refreshToken: tokens.refreshToken });
  return { reason: 'by-choice' };
}

/** That somebody has to be asked is no reason of its own; that they are not let in any more is. */
function reasonOf(silently: SignedOutReason, before: SignedOutReason): SignedOutReason {
  if (silently === 'interaction-needed' || silently === 'cancelled') return before;
  return silently === 'refused' ? 'revoked' : silently;
}

/** Keeps what a sign-in gave, and removes what was here of anybody else. */
export async function keep(
  { accessToken, refreshToken, expiresInSeconds, person }: Tokens,
  { endpoint, localNow }: Pick<Asking, 'endpoint' | 'localNow'>,
): Promise<Pass> {
  const expiresAt = later(localNow, expiresInSeconds * 1000);
  await storedSession.set({ endpoint, accessToken, refreshToken, person, givenAt: localNow, expiresAt });
  await meetPerson(endpoint, person, localNow);
  await changeStanding(endpoint, { hasAgreed: true, isPutOff: false, hasLeft: false, signedOut: null });
  return passWith(accessToken, true);
}
