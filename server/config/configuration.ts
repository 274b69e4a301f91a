import * as v from 'valibot';
import { link as linkText } from '../../src/posture/fact.ts';
import { factIds, factOf } from '../../src/posture/facts.ts';
import { logoSchema } from '../../src/posture/wire.ts';
import { tokenModeSchema } from '../identity/token-mode.ts';
import type { Statement } from '../sources/company-check.ts';
import { baseUrl } from '../sources/connection.ts';
import { systems } from '../sources/index.ts';
import { secretReference } from '../sources/secret.ts';
import type { ManagementSystem } from '../sources/source.ts';
import { policySettings } from './policy-settings.ts';
import { wordsSettings } from './words-settings.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

/** Short and plain, since it stands in documents, logs and metrics. */
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'Expected small letters, digits and hyphens'));

/** A fact and a value of it, such as `{ fact: firewall, value: on }` (wire rule 8). */
const statement = v.pipe(
  v.strictObject({ fact: v.picklist(factIds), value: v.unknown() }),
  v.check(({ fact, value }) => v.is(factOf(fact).value, value), 'Expected a value that this fact can have'),
  // The check above has seen that they belong together, which the types cannot follow.
  v.transform((said) => said as Statement),
);

/** What a check that the company defined itself says of a device that passes or fails it. */
const check = v.strictObject({
  name,
  passing: v.optional(v.array(v.string()), []),
  failing: v.optional(v.array(v.string()), []),
  pass: v.exactOptional(statement),
  fail: v.exactOptional(statement),
});

const ofEverySource = { id, name: v.optional(name) };

const checks = v.array(check);

/** A check that nobody reads would be a promise that nobody keeps. */
const noChecks = v.pipe(checks, v.maxLength(0, 'Expected no checks: this kind of source does not read any'));

/** Whoever uses what was never tried with a company's own system says that they know. */
const acknowledged: v.ObjectEntries = {
  preview: v.literal(true, 'Expected preview: true, since this kind was never tried with a company’s own system'),
};

const sourceOf = (kind: string, { connector, isPreview, readsChecks }: ManagementSystem) =>
  v.strictObject({
    kind: v.literal(kind),
    ...ofEverySource,
    checks: v.optional(readsChecks ? checks : noChecks, []),
    ...(isPreview ? acknowledged : {}),
    ...connector?.settings.entries,
  });

const source = v.variant(
  'kind',
  Object.entries(systems).map(([kind, system]) => sourceOf(kind, system)) as [ReturnType<typeof sourceOf>],
);

const link = v.message(linkText, 'Expected an https:// or mailto: address');

/** As in the organisation document, where what is wrong is left out; here it is a mistake. */
const organization = v.strictObject({
  name,
  logo: v.optional(v.message(logoSchema, 'Expected a PNG or SVG image as a data: address of at most 32 KB')),
  contact: v.optional(v.strictObject({ label: name, url: link })),
  privacyUrl: v.optional(link),
});

/** Where a newer baseline than the bundled one may be, as JSON, and how often to look. */
const mirror = v.strictObject({
  url: baseUrl,
  refreshHours: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 30)), 24),
});

/** Everything that a company tells the gateway. */
export const configurationSchema = v.strictObject({
  organization,
  /** What devices and people are sealed with: at least 32 bytes, the same on every replica. */
  key: secretReference,
  identity: v.variant('mode', [tokenModeSchema]),
  sources: v.pipe(
    v.array(source),
    v.minLength(1),
    v.check((all) => new Set(all.map((one) => one.id)).size === all.length, 'Expected every source to have its own id'),
  ),
  /** How many people will ask, from which follows how often each source may be asked about them (`check-sources`). */
  people: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  policy: v.optional(policySettings, {}),
  words: wordsSettings,
  baseline: v.optional(mirror),
});

export type Configuration = v.InferOutput<typeof configurationSchema>;
