import { storedManaged } from '../browser/stored.ts';
import type { Answers } from '../browser/stored-answers.ts';
import { righted } from '../posture/connection.ts';
import type { Instant } from '../posture/instant.ts';
import { askEndpoint, type EndpointOutcome, noAnswers } from '../sources/endpoint.ts';
import { meetPerson } from './person.ts';
import { type Asking, type Pass, passFor, renewedPass, type SignInMode } from './session.ts';
import { changeStanding, hasLeft, setSignedOut } from './standing.ts';

/**
 * Asks an endpoint as whoever is signed in there. Where it does not know them, the sign-in is renewed once and it is asked again; if
 * that does not help, nobody is signed in. Never rejects.
 */
export async function askSignedIn(
  endpoint: string,
  before: Answers | undefined,
  localNow: Instant,
): Promise<EndpointOutcome> {
  const known = before?.endpoint === endpoint ? before : undefined;
  const asking = { endpoint, localNow, isClockWrong: known?.clockOffsetMs !== undefined };
  const hadLeft = await hasLeft(endpoint);
  const settle = async (outcome: EndpointOutcome) => {
    // Whoever signed out meanwhile is not signed in by an answer that was on its way.
    if (hadLeft || !(await hasLeft(endpoint))) await settled(outcome, known, asking);
    return outcome;
  };
  const managed = (await storedManaged.get())?.settings.signIn;
  const modeOf = (answers: Answers | undefined): SignInMode | undefined =>
    managed ?? answers?.organization?.document.signIn.mode;
  const ask = (from: Answers | undefined, pass: Pass | undefined) => askWith(endpoint, from, localNow, pass);

  const pass = await passFor(modeOf(known), asking);
  const first = await ask(before, pass);
  if (first.problem !== 'unauthorised') return settle(first);
  const again = await secondPass(modeOf(first.answers), pass, asking);
  if (again === undefined) return first;
  if ('reason' in again) return signedOut(first, again.reason, asking);
  const second = await ask(first.answers, again);
  return second.problem === 'unauthorised'
    ? signedOut(second, refusedIn(modeOf(second.answers)), asking)
    : settle(second);
}

/** Without a pass the question is asked all the same: the answer tells whether one is needed. */
async function askWith(
  endpoint: string,
  before: Answers | undefined,
  localNow: Instant,
  pass: Pass | undefined,
): Promise<EndpointOutcome> {
  if (pass !== undefined && 'problem' in pass) {
    const known = before?.endpoint === endpoint ? before : noAnswers(endpoint, localNow);
    return { answers: { ...known, askedAt: localNow }, problem: pass.problem };
  }
  const authorization = pass !== undefined && 'authorization' in pass ? pass.authorization : undefined;
  return askEndpoint(endpoint, before, localNow, undefined, authorization);
}

/** Undefined where the company has nothing to sign in with. */
async function secondPass(
  mode: SignInMode | undefined,
  first: Pass | undefined,
  asking: Asking,
): Promise<Pass | undefined> {
  if (first !== undefined && 'reason' in first) return first;
  const isRefused = first !== undefined && 'isNew' in first && first.isNew;
  if (isRefused) return { reason: refusedIn(mode) };
  return first !== undefined && mode === 'gateway' ? renewedPass(asking) : passFor(mode, asking);
}

const refusedIn = (mode: SignInMode | undefined) => (mode === 'token' ? 'token-refused' : 'revoked');

async function signedOut(
  outcome: EndpointOutcome,
  reason: Parameters<typeof setSignedOut>[1],
  { endpoint, localNow }: Asking,
): Promise<EndpointOutcome> {
  await setSignedOut(endpoint, reason, righted(localNow, outcome.answers));
  return outcome;
}

/** An answer that came is for whoever is signed in. When it is not the first of theirs, nothing need be said of another any more. */
async function settled(
  outcome: EndpointOutcome,
  before: Answers | undefined,
  { endpoint, localNow }: Asking,
): Promise<void> {
  const { answers, problem } = outcome;
  const { posture } = answers;
  if (problem !== null || posture === null) return;
  const { key } = posture.document.person;
  const isKnown = before?.posture?.document.person.key === key;
  await meetPerson(endpoint, key, localNow);
  await changeStanding(endpoint, { hasLeft: false, signedOut: null, ...(isKnown && { isAnotherPerson: false }) });
}
