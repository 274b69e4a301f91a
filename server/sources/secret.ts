import * as v from 'valibot';

/** Where a secret is kept. It never stands in the configuration itself. */
export const secretReference = v.union(
  [
    v.strictObject({ env: v.pipe(v.string(), v.minLength(1)) }),
    v.strictObject({ file: v.pipe(v.string(), v.minLength(1)) }),
  ],
  'Expected { env: NAME } or { file: PATH }: secrets do not belong into the configuration',
);

export type SecretReference = v.InferOutput<typeof secretReference>;
