import * as v from 'valibot';
import type { ConnectionProblem } from '../posture/connection.ts';
import { ANSWER_TIMEOUT_MS, post } from './ask.ts';

/** What `POST {endpoint}/v1/token` is asked for: the only request that is not a plain question (wire rule 2). */
export type Grant =
  | { readonly grant: 'code'; readonly code: string; readonly verifier: string }
  | { readonly grant: 'refresh' | 'end'; readonly refreshToken: string };

const token = v.pipe(v.string(), v.minLength(16), v.maxLength(8192));

const tokensSchema = v.object({
  accessToken: v.pipe(token, v.regex(/^[A-Za-z0-9._~+/=-]+$/)),
  refreshToken: token,
  expiresInSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 60 * 60)),
  /** Whose they are, as in a posture answer. */
  person: v.pipe(v.string(), v.maxLength(200)),
});

export type Tokens = v.InferOutput<typeof tokensSchema>;

/** `refused`: no token any more, for one of these reasons. */
export type Exchanged =
  | { readonly tokens: Tokens }
  | { readonly refused: 'expired' | 'revoked' }
  | { readonly problem: ConnectionProblem };

const errorSchema = v.object({ error: v.object({ code: v.string() }) });

/** Exchanges a code or a refresh token. Never rejects. */
export async function exchange(endpoint: string, grant: Grant): Promise<Exchanged> {
  const answer = await post(`${endpoint}/v1/token`, grant, ANSWER_TIMEOUT_MS);
  if ('problem' in answer) return answer;
  const { status, json } = answer;
  if (status === 401) {
    const read = v.safeParse(errorSchema, json);
    return { refused: read.success && read.output.error.code === 'session-expired' ? 'expired' : 'revoked' };
  }
  const read = v.safeParse(tokensSchema, json);
  return read.success ? { tokens: read.output } : { problem: 'unreadable' };
}
