/**
 * Why something is `unknown`: the closed list, in the order in which the reasons win when several fit.
 * Each has its own words and its own next step in every language.
 */
export const reasons = [
  'clock-wrong',
  'permission-not-granted',
  'blocked-by-policy',
  'signed-out',
  'no-endpoint',
  'endpoint-unreachable',
  'policy-missing',
  'source-failed',
  'stale',
  'sources-disagree',
  'value-not-understood',
  'baseline-outdated',
  'baseline-missing',
  'not-reported',
  'not-joined',
  'not-checked-yet',
  'not-covered',
  'browser-cannot-know',
] as const;

export type Reason = (typeof reasons)[number];

/** The reason that is told when several fit. */
export const foremost = (found: readonly Reason[]): Reason | undefined =>
  reasons.find((reason) => found.includes(reason));
