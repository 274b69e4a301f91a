import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { argumentsOf } from './arguments.ts';
import { Refusal } from './configured.ts';

const usage = 'new-token person@example.com';

const address = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email());

/** As much as a SHA-256 can tell apart, and what `Authorization` takes as it is. */
const BYTES = 32;

/** Makes a token for a person and prints it, this once, with the line by which the gateway knows it. Nothing is kept. */
export function newToken(args: readonly string[]): Promise<void> {
  const { positionals } = argumentsOf(args, { usage, positionals: 1 });
  const email = v.safeParse(address, positionals[0]);
  if (!email.success) throw new Refusal(usage);
  const token = randomBytes(BYTES).toString('base64url');
  const sha256 = createHash('sha256').update(token).digest('hex');
  console.log(`For ${email.output}, who enters it in the extension's options. It is shown this once:

${token}

For stethoscope.yaml, below identity.tokens. It does not tell the token:

    - { sha256: '${sha256}', email: ${email.output} }`);
  return Promise.resolve();
}
