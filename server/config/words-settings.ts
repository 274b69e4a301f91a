import * as v from 'valibot';
import { TEXT_LIMITS } from '../../src/posture/company-text.ts';
import { platforms } from '../../src/posture/platform.ts';
import { byPractice } from './policy-settings.ts';

/** Markdown, or the file that it is in, as seen from the configuration. */
const markdown = v.union(
  [
    v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_LIMITS.text)),
    v.strictObject({ file: v.pipe(v.string(), v.minLength(1)) }),
  ],
  'Expected Markdown of at most 8192 characters, or { file: PATH }',
);

const byPlatform = v.strictObject(
  Object.fromEntries(
    platforms.filter((name) => name !== 'unknown').map((name) => [name, v.exactOptional(markdown)] as const),
  ),
);

/** The company's own wording: by language, then by practice. */
export const wordsSettings = v.optional(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'Expected a language such as de or pt-BR')),
    byPractice(v.strictObject({ why: v.exactOptional(markdown), remedy: v.exactOptional(byPlatform) })),
  ),
  {},
);

export type Markdown = v.InferOutput<typeof markdown>;
