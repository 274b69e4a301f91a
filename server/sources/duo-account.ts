import * as v from 'valibot';
import { pagesOf } from '../upstream/pages.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { baseUrl, hostOf, type Tools } from './connection.ts';
import { duoSignature } from './duo-signature.ts';
import { secretReference } from './secret.ts';
import { maybe, readAnswer } from './source.ts';

/** What Duo's lists are connected with: an application "Admin API" that may read resources. */
export const duoSettings = {
  /** `https://api-XXXXXXXX.duosecurity.com` */
  url: baseUrl,
  integrationKey: v.pipe(v.string(), v.minLength(1)),
  secretKey: secretReference,
} as const;

const settingsSchema = v.object(duoSettings);
type DuoSettings = v.InferOutput<typeof settingsSchema>;

/** Both lists are of one Admin API, on the company's own host. */
export const duoAccount = ({ url }: DuoSettings): string => `duo ${hostOf(url)}`;

/** Duo names no number: this is what we keep to. */
export const duoQuota = { requests: 50, perSeconds: 60 } as const;

/** The way to Duo: every request is signed, and there is no token. */
export const duoUpstream = ({ url, integrationKey, secretKey }: DuoSettings, tools: Tools): Upstream =>
  tools.upstream({
    baseUrl: url,
    authorize: async (_, request) =>
      duoSignature(
        request,
        { integrationKey, secretKey: await tools.secret(secretKey) },
        new Date(tools.now()).toUTCString(),
      ),
    // It says "not so fast" soon, and not for how long.
    concurrency: 1,
  });

const pageSchema = v.object({
  stat: v.literal('OK'),
  response: v.array(v.unknown()),
  metadata: maybe(v.object({ next_offset: maybe(v.number()) })),
});

/** The pages of a list: https://duo.com/docs/adminapi#response-paging. `next_offset` is absent on the last one. */
export const duoPages = (
  upstream: Upstream,
  list: { readonly url: string; readonly limit: number; readonly query?: Readonly<Record<string, string>> },
  signal: AbortSignal,
) =>
  pagesOf<number>(0, async (offset) => {
    const query = { ...list.query, limit: String(list.limit), offset: String(offset) };
    const { response, metadata } = readAnswer(pageSchema, await upstream.json({ url: list.url, query }, signal));
    return { records: response, next: metadata?.next_offset ?? null };
  });
