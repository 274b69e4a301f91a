import type { Context } from 'hono';

/** Every error that the gateway answers with. */
const errors = {
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'unknown-person': { status: 404, message: 'There is no sample person of this name.' },
  'method-not-allowed': { status: 405, message: 'Only GET is answered here.' },
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
