import { hash } from 'node:crypto';
import * as v from 'valibot';
import { bearerOf } from './bearer.ts';
import type { Identify, Person } from './identify.ts';

const email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email());

/** People and the tokens that they were given, which the gateway knows only as their SHA-256. */
export const tokenModeSchema = v.strictObject({
  mode: v.literal('token'),
  tokens: v.pipe(
    v.array(
      v.strictObject({
        sha256: v.pipe(v.string(), v.toLowerCase(), v.regex(/^[0-9a-f]{64}$/, 'Expected 64 hexadecimal digits')),
        email,
        name: v.optional(v.string()),
        groups: v.optional(v.array(v.string())),
      }),
    ),
    v.minLength(1),
  ),
});

/**
 * Knows people by a token that was made for them. What is looked up is its hash, so that neither the time that it takes nor the
 * configuration tells anything of the token.
 */
export function tokenMode({ tokens }: v.InferOutput<typeof tokenModeSchema>): Identify {
  const people = new Map(
    tokens.map(({ sha256, email, name = email, groups }): [string, Person] => [sha256, { email, name, groups }]),
  );
  return (request) => {
    const token = bearerOf(request);
    return Promise.resolve((token && people.get(hash('sha256', token, 'hex'))) || null);
  };
}
