import { chosenEndpoint } from '../browser/managed.ts';
import { storedAssessment } from '../browser/stored.ts';
import { storedSession, storedToken } from '../browser/stored-sign-in.ts';
import type { Instant } from '../posture/instant.ts';
import { exchange } from '../sources/tokens.ts';
import { inTurn } from './in-turn.ts';
import { forgetPersonWhile } from './person.ts';
import { keep } from './session.ts';
import { signInAt } from './sign-in-flow.ts';
import { changeStanding, hasLeft, setSignedOut } from './standing.ts';

/** Has the person sign in, in a window. To be called for a click alone. Resolves to whether somebody is signed in then. */
export async function signIn(clock: () => Instant): Promise<boolean> {
  const endpoint = await chosenEndpoint();
  if (endpoint === null || endpoint === undefined) return false;
  const isClockWrong = (await storedAssessment.get())?.connection.clockOffsetMs !== undefined;
  const isNewChoice = await hasLeft(endpoint);
  const outcome = await signInAt(endpoint, { interactive: true, isNewChoice, isClockWrong });
  // Meanwhile another one may have been chosen.
  if ((await chosenEndpoint()) !== endpoint) return false;
  if ('reason' in outcome) await setSignedOut(endpoint, outcome.reason, clock());
  else await keep(outcome.tokens, { endpoint, localNow: clock() });
  return 'tokens' in outcome;
}

/** The person does not want to be asked for a sign-in. */
export async function putOffSignIn(): Promise<void> {
  const endpoint = await chosenEndpoint();
  if (endpoint) await changeStanding(endpoint, { isPutOff: true });
}

/** Ends the session, and forgets the person and all that their company said of them. */
export async function signOut(now: Instant): Promise<void> {
  const endpoint = await chosenEndpoint();
  if (endpoint === null || endpoint === undefined) return;
  const session = await storedSession.get();
  await storedSession.clear();
  await storedToken.clear();
  await inTurn(() => forgetPersonWhile(() => setAlone(endpoint, now), now));
  // Here it is over; the gateway is only told, and forgets it within a day by itself.
  if (session?.endpoint === endpoint) void exchange(endpoint, { grant: 'end', refreshToken: session.refreshToken });
}

async function setAlone(endpoint: string, now: Instant): Promise<void> {
  await changeStanding(endpoint, { hasLeft: true, isAnotherPerson: false });
  await setSignedOut(endpoint, 'by-choice', now);
}

/** Takes the token that a person typed, for as long as the browser runs. */
export async function takeToken(token: string): Promise<void> {
  const endpoint = await chosenEndpoint();
  if (!endpoint) return;
  await storedToken.set({ endpoint, token });
  await changeStanding(endpoint, { hasAgreed: true, isPutOff: false, hasLeft: false, signedOut: null });
}
