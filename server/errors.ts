import type { Context } from 'hono';

/** Every error that the gateway answers with. */
const errors = {
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'unknown-person': { status: 404, message: 'There is no sample person of this name.' },
  'method-not-allowed': { status: 405, message: 'Only GET is answered here, and POST where tokens are exchanged.' },
  'bad-request': { status: 400, message: 'The request lacks something, or has it in another form.' },
  'unknown-extension': { status: 400, message: 'No extension of this address is on the gateway’s list.' },
  'sign-in-over': { status: 400, message: 'This sign-in is over. Close this window and begin again.' },
  'code-refused': { status: 401, message: 'This code is not good, or not good any more. Sign in again.' },
  'session-expired': { status: 401, message: 'The session is over. Sign in again.' },
  'session-ended': { status: 401, message: 'The session was ended. Sign in again.' },
  throttled: { status: 429, message: 'Too many requests at once. Try again in a minute.' },
  unavailable: { status: 503, message: 'The gateway cannot look this up now. Try again in a minute.' },
  unauthorised: { status: 401, message: 'Sign in first: nothing here is for everybody.' },
  internal: { status: 500, message: 'The gateway failed to make this answer.' },
} as const;

export type ErrorCode = keyof typeof errors;

export const errorCodes = Object.keys(errors) as readonly ErrorCode[];

/** The answer for an error: a code of the closed list and a fixed sentence, never what went wrong inside. */
export function errorAnswer(context: Context, code: ErrorCode, requestId: string): Response {
  const { status, message } = errors[code];
  return context.json({ error: { code, message, requestId } }, status);
}
