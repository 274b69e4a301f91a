import { storedClaims, storedOwnAnswers } from '../browser/stored.ts';
import { type Answers, storedAnswers } from '../browser/stored-answers.ts';
import { storedSession } from '../browser/stored-sign-in.ts';
import type { Instant } from '../posture/instant.ts';
import { forgetWhile } from './endpoint.ts';
import { inTurn } from './in-turn.ts';
import { changeStanding, standingWith } from './standing.ts';

/** Forgets all that this browser knows of a person, while something else is written. To be done in turn. */
export const forgetPersonWhile = (write: () => Promise<void>, now: Instant): Promise<void> =>
  forgetWhile(async () => {
    await storedClaims.clear();
    await storedOwnAnswers.clear();
    await write();
  }, now);

/** Nothing that was here of somebody else stays (wire §5, "other account"). `key` is as in a posture answer. */
export const meetPerson = (endpoint: string, key: string, now: Instant): Promise<void> =>
  inTurn(async () => {
    const before = await storedAnswers.get();
    const known = before?.endpoint === endpoint ? before.posture?.document.person.key : undefined;
    if (known === undefined || known === key) return;
    await forgetPersonWhile(() => changeStanding(endpoint, { isAnotherPerson: true }), now);
  });

/** Answers without what is not of whoever is signed in now: they may have come while somebody signed in or out. To be done in turn. */
export async function onlyTheirs(answers: Answers): Promise<Answers> {
  const { endpoint, posture } = answers;
  const session = await storedSession.get();
  const { hasLeft } = await standingWith(endpoint);
  const isOthers = session?.endpoint === endpoint && session.person !== posture?.document.person.key;
  return isOthers || hasLeft ? { ...answers, posture: null } : answers;
}
