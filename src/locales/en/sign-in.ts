import type { SignedOutReason } from '../../posture/sign-in.ts';
import type { Message } from '../catalogue.ts';

/** Why nobody is signed in, and what the person can do about it; `host` is the endpoint's host name. */
export const signedOut = {
  'not-yet': 'Until you sign in, only this browser is checked.',
  'by-choice': 'You signed out. Everything about you was removed from this browser.',
  expired: 'A sign-in lasts for a day at most. This one is over.',
  revoked: '{host} has ended your sign-in. If signing in does not help, ask IT.',
  cancelled: 'The window was closed before you were signed in.',
  refused: 'You were not let in: consent was refused, or you may not use this. If you want to, ask IT.',
  'interaction-needed': 'Your company’s sign-in wants to ask you something.',
  'not-verified': 'Your account has no verified address of your company. Ask IT.',
  'provider-down': 'Your company’s sign-in did not answer. Not your fault; try again later.',
  'gateway-down': '{host} did not answer when you were signing in. Not your fault; try again later.',
  offline: 'This computer is offline.',
  'clock-wrong': 'This computer’s clock is wrong, so sign-in pages are refused. Set it, then sign in.',
  'gateway-clock-wrong': 'The clock of {host} is wrong, so nobody can sign in there. Tell IT.',
  failed: 'Something went wrong between {host} and your company’s sign-in. Try again, or tell IT.',
  'token-missing': 'Your company gives you a token. Enter it in the settings.',
  'token-refused': '{host} does not know this token any more. Ask IT for a new one.',
} as const satisfies Record<SignedOutReason, Message>;

/** What is told before the first sign-in in a browser that nobody manages; `organization` is its name, or the host. */
export const firstSignIn = {
  fetched:
    'What is fetched: what {organization}’s tools know of your own devices, such as whether the disk is encrypted.',
  seen: 'Who sees it: you. IT has it already. Nothing that this browser finds is sent.',
} as const satisfies Record<string, Message>;
