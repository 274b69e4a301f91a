import * as v from 'valibot';
import { baseUrl } from '../sources/connection.ts';
import { secretReference } from '../sources/secret.ts';
import { redirectUrlOf } from './extension-redirect.ts';

const claim = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Where an issuer says what the gateway needs to know (OpenID Connect Core §5.1, where nothing else is written). */
export const claimNames = (emailVerified: string) =>
  v.strictObject({
    email: v.optional(claim, 'email'),
    emailVerified: v.optional(claim, emailVerified),
    name: v.optional(claim, 'name'),
    groups: v.optional(claim),
  });

/** Domains of the company's addresses. Without any, every verified address counts. */
export const domains = v.optional(
  v.pipe(v.array(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.minLength(1))), v.minLength(1)),
);

const extension = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => redirectUrlOf(text) !== undefined, 'Expected the id of a published extension, or its redirect URL'),
);

/** What the gateway's own sessions need, whoever tells who somebody is. */
export const sessionSettings = {
  /** The gateway's address as browsers see it. */
  publicUrl: v.pipe(
    baseUrl,
    v.check((text) => new URL(text).search === '' && new URL(text).hash === '', 'Expected no ? and no #'),
    v.transform((text) => text.replace(/\/+$/, '')),
  ),
  /** Which extensions may ask for a sign-in: ids in the stores, or redirect URLs. */
  extensions: v.pipe(v.array(extension), v.minLength(1)),
  /** Private keys of the curve P-256. The first signs, all are believed. Without any, one follows from the company's key. */
  signingKeys: v.optional(v.pipe(v.array(secretReference), v.minLength(1))),
  accessMinutes: v.optional(v.pipe(v.number(), v.minValue(0.02), v.maxValue(15)), 12),
  /** After this time the sign-in service is asked again: who has left the company is out within a day. */
  sessionHours: v.optional(v.pipe(v.number(), v.minValue(0.001), v.maxValue(24)), 24),
};

/** The gateway signs people in with the company's sign-in service (OpenID Connect), as a confidential client. */
export const gatewayModeSchema = v.strictObject({
  mode: v.literal('gateway'),
  ...sessionSettings,
  issuer: baseUrl,
  clientId: v.pipe(v.string(), v.minLength(1)),
  clientSecret: secretReference,
  scopes: v.optional(v.pipe(v.array(v.string()), v.includes('openid')), ['openid', 'email', 'profile']),
  claims: v.optional(claimNames('email_verified'), {}),
  domains,
  /** How this sign-in service is told to let the person choose another account. */
  anotherAccount: v.optional(v.picklist(['login', 'select_account']), 'login'),
});

export type GatewayMode = v.InferOutput<typeof gatewayModeSchema>;
