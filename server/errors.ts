import type { Context } from 'hono';

/** Every error that the gateway answers with. */
const errors = {
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'unknown-person': { status: 404, message: 'There is no sample person of this name.' },
  'method-not-allowed': { status: 405, message: 'Only GET is answered here, and POST where tokens are exchanged.' },
  'bad-request': { status: 400, message: 'The request cannot be read, lacks something, or has it in another form.' },
  'unknown-extension': { status: 400, message: 'No extension of this address is on the gateway’s list.' },
  'sign-in-over': { status: 400, message: 'This sign-in is over. Close this window and begin again.' },
  'code-refused': { status: 401, message: 'This code is not good, or not good any more. Sign in again.' },
  'session-expired': { status: 401, message: 'The session is over. Sign in again.' },
  'session-ended': { status: 401, message: 'The session was ended. Sign in again.' },
  unavailable: { status: 503, message: 'The gateway cannot look this up now. Try again in a minute.' },
  unauthorised: { status: 401, message: 'Sign in first: nothing here is for everybody.' },
  'too-large': { status: 413, message: 'Nothing of this size is read here.' },
  'too-many-requests': { status: 429, message: 'That was too often. Retry-After says when to ask again.' },
  internal: { status: 500, message: 'The gateway failed to make this answer.' },
} as const;

export type ErrorCode = keyof typeof errors;

export const errorCodes = Object.keys(errors) as readonly ErrorCode[];

/** A code of the closed list and a fixed sentence, never what went wrong inside. */
const errorOf = (code: ErrorCode, requestId: string) => ({ error: { code, message: errors[code].message, requestId } });

/** The answer for an error. */
export const errorAnswer = (context: Context, code: ErrorCode, requestId: string): Response =>
  context.json(errorOf(code, requestId), errors[code].status);

/** The same for a request that is so broken that no route ever sees it. */
export const errorWithoutContext = (code: ErrorCode, requestId: string): Response =>
  Response.json(errorOf(code, requestId), { status: errors[code].status });
