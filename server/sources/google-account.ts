import { importPKCS8, SignJWT } from 'jose';
import * as v from 'valibot';
import { bearerOf } from '../upstream/access-token.ts';
import type { IsThrottled } from '../upstream/answer.ts';
import { SourceFailure } from '../upstream/failure.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { baseUrl, type Tools } from './connection.ts';
import { secretReference } from './secret.ts';

/** What all of Google's systems are connected with: a service account that may act for an administrator of the domain. */
export const googleSettings = {
  /** The JSON key file of the service account. */
  serviceAccount: secretReference,
  /** The administrator for whom it asks: Google's device lists refuse a service account by itself. */
  administrator: v.pipe(v.string(), v.email()),
  customer: v.optional(v.pipe(v.string(), v.regex(/^[\w-]+$/)), 'my_customer'),
  url: v.optional(baseUrl),
  tokenUrl: v.optional(baseUrl, 'https://oauth2.googleapis.com/token'),
} as const;

const settingsSchema = v.object(googleSettings);
export type GoogleSettings = v.InferOutput<typeof settingsSchema>;

/**
 * Google counts by project and administrator (https://developers.google.com/workspace/admin/directory/v1/limits). Which project a key
 * is of stands in the key alone, so all sources of one domain are taken for one.
 */
export const googleAccount =
  (api: string) =>
  ({ administrator }: GoogleSettings): string =>
    `${api} ${administrator.slice(administrator.lastIndexOf('@') + 1).toLowerCase()}`;

const keySchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ client_email: v.string(), private_key: v.string(), private_key_id: v.optional(v.string()) }),
);

/** A claim by which the account asks for a token: https://developers.google.com/identity/protocols/oauth2/service-account#httprest. */
async function assertion({ serviceAccount, administrator, tokenUrl }: GoogleSettings, scope: string, tools: Tools) {
  const key = v.safeParse(keySchema, await tools.secret(serviceAccount));
  if (!key.success) throw new SourceFailure('unauthorised');
  const { client_email: account, private_key: secret, private_key_id: kid } = key.output;
  const signer = await importPKCS8(secret, 'RS256').catch(() => {
    throw new SourceFailure('unauthorised');
  });
  const issuedAt = Math.floor(Date.parse(tools.now()) / 1000);
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(kid !== undefined && { kid }) })
    .setIssuer(account)
    .setSubject(administrator)
    .setAudience(tokenUrl)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 600)
    .sign(signer);
}

const tooFast: ReadonlySet<unknown> = new Set(['userRateLimitExceeded', 'rateLimitExceeded', 'quotaExceeded']);
const refusalSchema = v.object({ error: v.object({ errors: v.array(v.object({ reason: v.string() })) }) });

/** Google may say 403 for "not so fast": https://developers.google.com/workspace/admin/directory/v1/limits. */
const isThrottled: IsThrottled = (_, json) => {
  const refusal = v.safeParse(refusalSchema, json);
  return refusal.success && refusal.output.error.errors.some(({ reason }) => tooFast.has(reason));
};

/** The way to one of Google's systems, with leave to read what `scope` names. */
export function googleUpstream(settings: GoogleSettings, system: string, scope: string, tools: Tools): Upstream {
  const { origin, pathname } = new URL(settings.tokenUrl);
  const signIn = tools.upstream({ baseUrl: origin, concurrency: 1 });
  const authorize = bearerOf(async () =>
    signIn.json(
      {
        url: pathname,
        form: {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          assertion: await assertion(settings, scope, tools),
        },
      },
      AbortSignal.timeout(10_000),
    ),
  );
  return tools.upstream({ baseUrl: settings.url ?? system, authorize, isThrottled });
}
