import type { Connection } from './connection.ts';
import { DAY, type Instant, later } from './instant.ts';

/** Nobody is reminded of signing in before so many days are over. */
export const REMIND_AFTER_DAYS = 3;

/** From when on the icon says that nobody is signed in; undefined where it does not. */
export const signInDueAt = ({ signedOut }: Connection): Instant | undefined =>
  signedOut === undefined || signedOut.isWanted ? undefined : later(signedOut.since, REMIND_AFTER_DAYS * DAY);

/** The headlines that speak of who is signed in. */
export type PersonHeadline =
  | { readonly id: 'other-account' | 'signed-out' }
  | { readonly id: 'signed-out-old'; readonly at: Instant };

/** Somebody else than before, or nobody: then what is shown of devices is of the last time that somebody was. */
export function aboutPerson(
  { signedOut, answeredAt, isAnotherPerson = false }: Connection,
  devices: number,
): PersonHeadline | undefined {
  if (signedOut === undefined) return isAnotherPerson ? { id: 'other-account' } : undefined;
  return answeredAt !== null && devices > 0 ? { id: 'signed-out-old', at: answeredAt } : { id: 'signed-out' };
}
