import * as v from 'valibot';
import { text } from './fact.ts';
import { readInstant } from './instant.ts';
import { platforms } from './platform.ts';

const MAX_AGE_HOURS = 30 * 24;

/** JSON can write numbers that no computer can: 1e999 is read as infinite, and storage keeps it as nothing. */
const number = v.pipe(v.number(), v.minValue(Number.MIN_SAFE_INTEGER), v.maxValue(Number.MAX_SAFE_INTEGER));

const hours = v.pipe(number, v.minValue(0));

/** What a company asks of one practice. Everything is optional: what is left out is the practice's own default. */
export const practicePolicySchema = v.object({
  /** `observe`: judged, but not shown to people yet. `remind`: shown, and said on the desktop before its deadline. */
  stage: v.optional(v.picklist(['observe', 'show', 'remind'])),
  importance: v.optional(v.picklist(['nudge', 'warn'])),
  platforms: v.optional(v.array(v.picklist(platforms))),
  graceDays: v.optional(hours),
  /** A text that is no date is no deadline: it must not cost the rest of the policy. */
  dueAt: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((text) => readInstant(text) ?? null),
      ),
    ),
  ),
  visibility: v.optional(v.picklist(['shown', 'hidden'])),
  thresholds: v.optional(v.record(v.string(), number)),
  /** At most 30 days: no policy makes a verdict rest on what is older. */
  maxAgeHours: v.optional(
    v.pipe(
      hours,
      v.transform((wanted) => Math.min(wanted, MAX_AGE_HOURS)),
    ),
  ),
  /** Names and ids that a practice compares with, such as the extensions that the company forbids. */
  lists: v.optional(v.record(v.string(), v.array(text))),
});

/** What the company asks: which practices, thresholds, importance, deadlines and visibility. */
export const policySchema = v.object({
  version: v.pipe(v.string(), v.maxLength(100)),
  practices: v.record(v.string(), practicePolicySchema),
});

export type PracticePolicy = v.InferOutput<typeof practicePolicySchema>;
export type Policy = v.InferOutput<typeof policySchema>;

/** What is asked differently of one person, by practice. */
export const overridesSchema = v.record(v.string(), practicePolicySchema);

export type Overrides = v.InferOutput<typeof overridesSchema>;

/** The policy that holds for somebody of whom some things are asked differently. What is not said differently stays as it is. */
export function policyFor(policy: Policy, overrides: Overrides): Policy {
  const changed = Object.entries(overrides).map(([id, override]): [string, PracticePolicy] => {
    const before = Object.hasOwn(policy.practices, id) ? policy.practices[id] : undefined;
    const thresholds = { ...before?.thresholds, ...override.thresholds };
    const lists = { ...before?.lists, ...override.lists };
    return [id, { ...before, ...override, thresholds, lists }];
  });
  return { ...policy, practices: { ...policy.practices, ...Object.fromEntries(changed) } };
}

/** What holds where no company has said anything: each practice's own defaults. */
export const defaultPolicy: Policy = { version: 'default', practices: {} };

/** Days after a release in which not having it is at most a nudge, unless the policy says otherwise. */
export const DEFAULT_GRACE_DAYS = 14;

/** More would count beyond the calendar. */
const LONGEST_GRACE_DAYS = 3650;

/** The grace period that holds for a practice, in days. */
export const graceDaysOf = (wanted: PracticePolicy | undefined): number =>
  Math.min(wanted?.graceDays ?? DEFAULT_GRACE_DAYS, LONGEST_GRACE_DAYS);
