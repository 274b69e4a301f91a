/** The codes of the closed list that only signing in answers with: `tests/gateway/sign-in-routes.test.ts` sees each of them. */
export const signInErrors = [
  'bad-request',
  'unknown-extension',
  'sign-in-over',
  'code-refused',
  'session-expired',
  'session-ended',
  'unavailable',
] as const;
