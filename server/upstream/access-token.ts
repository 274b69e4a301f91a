import * as v from 'valibot';
import { SourceFailure } from './failure.ts';
import type { Authorize } from './upstream.ts';

/** Some systems give tokens for a minute: a token is given up this long before it ends, in milliseconds. */
const EARLY_MS = 10_000;

const answerSchema = v.object({ access_token: v.string(), expires_in: v.pipe(v.number(), v.minValue(0)) });

/**
 * Makes the `Authorization` header out of a token that is fetched when needed, once for all who wait, and kept while it holds.
 * `fetchToken` asks for an answer as in RFC 6749 §5.1.
 */
export function bearerOf(fetchToken: () => Promise<unknown>): Authorize {
  let kept: { readonly token: Promise<string>; readonly endsAt: number } | undefined;
  const fresh = (): Promise<string> => {
    const token = fetchToken().then((json) => {
      const read = v.safeParse(answerSchema, json);
      if (!read.success) throw new SourceFailure('unauthorised');
      kept = { token, endsAt: performance.now() + read.output.expires_in * 1000 - EARLY_MS };
      return read.output.access_token;
    });
    kept = { token, endsAt: Number.POSITIVE_INFINITY };
    token.catch(() => {
      kept = undefined;
    });
    return token;
  };
  return async (isRefused) => {
    const isUsable = kept !== undefined && !isRefused && performance.now() < kept.endsAt;
    const token = await (isUsable && kept ? kept.token : fresh());
    return { Authorization: `Bearer ${token}` };
  };
}
