import * as v from 'valibot';
import { signedOutReasons } from '../posture/sign-in.ts';
import { item } from './storage.ts';
import { at } from './stored-assessment.ts';

/*
 * Every secret is kept for as long as the browser runs, in its memory, and is never written to a disk (docs/security.md).
 */

/** What the gateway gave out at the last sign-in. Only its own endpoint ever gets it. */
export const storedSession = item(
  'session',
  v.object({
    endpoint: v.string(),
    accessToken: v.string(),
    refreshToken: v.string(),
    /** Whose it is, as in a posture answer. */
    person: v.string(),
    /** By this computer's clock, like the time at which it was given out. */
    givenAt: at,
    expiresAt: at,
  }),
  'session',
);

/** A token that the person typed, where the company has no sign-in. */
export const storedToken = item('token', v.object({ endpoint: v.string(), token: v.string() }), 'session');

/** How the person stands with an endpoint; nothing of who they are. */
export const storedStanding = item(
  'standing',
  v.object({
    endpoint: v.string(),
    /** They, or whoever manages this browser, have agreed to signing in here: it may be done again without asking. */
    hasAgreed: v.boolean(),
    /** They said "Not now". */
    isPutOff: v.boolean(),
    /** They have signed out, and not in again: nothing may do that for them. */
    hasLeft: v.boolean(),
    /** Nobody is signed in. */
    signedOut: v.nullable(v.object({ reason: v.picklist(signedOutReasons), since: at })),
    /** What was here before was of somebody else, and has been removed. */
    isAnotherPerson: v.boolean(),
  }),
);
