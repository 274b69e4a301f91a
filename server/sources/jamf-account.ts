import * as v from 'valibot';
import { bearerOf } from '../upstream/access-token.ts';
import { pagesOf } from '../upstream/pages.ts';
import type { Call, Upstream } from '../upstream/upstream.ts';
import { baseUrl, hostOf, type Tools } from './connection.ts';
import { secretReference } from './secret.ts';
import { readAnswer } from './source.ts';

/** What both inventories of Jamf Pro are connected with. */
export const jamfSettings = {
  url: baseUrl,
  clientId: v.pipe(v.string(), v.minLength(1)),
  clientSecret: secretReference,
} as const;

const settingsSchema = v.object(jamfSettings);
export type JamfSettings = v.InferOutput<typeof settingsSchema>;

// At most five at once: https://developer.jamf.com/developer-guide/docs/jamf-pro-api-scalability-best-practices.
const CONCURRENCY = 5;

/** No number is published: five at once, for a second each, is what the guide comes down to over a while. */
export const jamfQuota = { requests: 10 * CONCURRENCY, perSeconds: 10 } as const;

/** Computers and mobile devices are on one server. */
export const jamfAccount = ({ url }: JamfSettings): string => `jamf ${hostOf(url)}`;

export const JAMF_PER_PAGE = 100;

/** API roles and clients: https://developer.jamf.com/jamf-pro/docs/client-credentials. */
export function jamfUpstream({ url, clientId, clientSecret }: JamfSettings, tools: Tools): Upstream {
  const signIn = tools.upstream({ baseUrl: url, concurrency: 1 });
  const authorize = bearerOf(async () =>
    signIn.json(
      {
        url: 'api/v1/oauth/token',
        form: {
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: await tools.secret(clientSecret),
        },
      },
      AbortSignal.timeout(10_000),
    ),
  );
  return tools.upstream({ baseUrl: url, authorize, concurrency: CONCURRENCY });
}

const pageSchema = v.object({ totalCount: v.number(), results: v.array(v.unknown()) });

/** The pages of an inventory; of the records that an RSQL filter names, or of all. */
export const jamfPages = (
  ask: (query: NonNullable<Call['query']>) => Promise<unknown>,
  query: NonNullable<Call['query']>,
  filter: string | undefined,
) =>
  pagesOf<number>(0, async (page) => {
    const place = { 'page-size': String(JAMF_PER_PAGE), page: String(page) };
    const json = await ask({ ...query, ...place, ...(filter !== undefined && { filter }) });
    const { totalCount, results } = readAnswer(pageSchema, json);
    const isLast = results.length === 0 || (page + 1) * JAMF_PER_PAGE >= totalCount;
    return { records: results, next: isLast ? null : page + 1 };
  });
