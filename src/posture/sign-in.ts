/** Why the gateway's sign-in came to nothing, as it tells the extension that began it. */
export const gatewayFailures = [
  /** The sign-in service has to ask the person something, and was told not to. */
  'interaction-needed',
  /** The person did not consent, or the sign-in service does not let them in. */
  'refused',
  /** No address that is verified and one of the company's. */
  'not-verified',
  'provider-down',
  /** The gateway's clock and that of the sign-in service differ. */
  'gateway-clock-wrong',
  'failed',
] as const;

export type GatewayFailure = (typeof gatewayFailures)[number];

/** Why nobody is signed in in this browser; each has its sentence. */
export const signedOutReasons = [
  ...gatewayFailures,
  /** Nobody has signed in here yet. */
  'not-yet',
  /** The person signed out. */
  'by-choice',
  /** A session lasts for a day at most. */
  'expired',
  /** The gateway has ended the session, or does not take the token. */
  'revoked',
  /** The window was closed. */
  'cancelled',
  'offline',
  'gateway-down',
  /** This computer's clock is wrong. */
  'clock-wrong',
  /** Nobody has given this browser a token. */
  'token-missing',
  /** The company's gateway does not know the token. */
  'token-refused',
] as const;

export type SignedOutReason = (typeof signedOutReasons)[number];
