import * as v from 'valibot';
import { readInstant } from '../../src/posture/instant.ts';
import { practicePolicySchema } from '../../src/posture/policy.ts';
import { practices } from '../../src/practices/index.ts';

/** Settings for practices, by their ids. */
export const byPractice = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.strictObject(Object.fromEntries(practices.map(({ id }) => [id, v.exactOptional(schema)] as const)));

const day = v.pipe(v.string(), v.isoDate());

/** A day is over at another moment for everybody; at noon in UTC it is that day almost everywhere, so that it is shown as it was meant. */
const dueAt = v.pipe(
  v.string(),
  v.check(
    (text) => readInstant(text) !== undefined,
    'Expected a day such as 2026-03-31, or a moment such as 2026-03-31T17:00:00Z',
  ),
  v.transform((text) => readInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00:00Z` : text) ?? null),
);

const { stage, importance, platforms, visibility, thresholds, lists } = practicePolicySchema.entries;

/** As the policy on the wire, but whatever a gateway would have to guess at is a mistake. */
const demands = {
  stage,
  importance,
  platforms,
  visibility,
  thresholds,
  lists,
  graceDays: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3650))),
  dueAt: v.optional(v.nullable(dueAt)),
  /** At most 30 days: no policy makes a verdict rest on what is older. */
  maxAgeHours: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(720))),
};

/** One device need not follow one practice until a day, and why. */
const exception = v.strictObject({
  /** The serial number. */
  device: v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(100)),
  /** The last day on which it holds. */
  until: day,
  why: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
});

/** What the company asks, as it writes it down: of everybody, of groups of people, and of single devices. */
export const policySettings = v.strictObject({
  version: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100)), 'default'),
  practices: v.optional(byPractice(v.strictObject({ ...demands, exceptions: v.optional(v.array(exception), []) })), {}),
  /** What is asked differently of a group. Of somebody in several, the later one's word counts. */
  groups: v.optional(
    v.array(
      v.strictObject({
        group: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
        practices: byPractice(v.strictObject(demands)),
      }),
    ),
    [],
  ),
});

export type PolicySettings = v.InferOutput<typeof policySettings>;
