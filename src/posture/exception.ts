import * as v from 'valibot';
import { day, text } from './fact.ts';
import type { Finding } from './finding.ts';
import { endOf, type Instant, isAfter } from './instant.ts';

/** What a finding carries of an exception. */
export const agreementSchema = v.object({
  /** The last day on which it holds. */
  until: day,
  why: text,
});

export type Agreement = v.InferOutput<typeof agreementSchema>;

/** That a company has agreed that one device need not follow one practice until a day is over. */
export const exceptionSchema = v.object({
  practice: text,
  /** The device's id. */
  device: text,
  ...agreementSchema.entries,
});

export type Exception = v.InferOutput<typeof exceptionSchema>;

/** Whether an agreement still holds: until its day is over everywhere. */
export const holds = ({ until }: Agreement, now: Instant): boolean => isAfter(endOf(until), now);

/** The finding as the company's exceptions leave it. What is `ok` by itself needs none. */
export function withException(finding: Finding, exceptions: readonly Exception[], now: Instant): Finding {
  if (finding.rating === 'ok' || finding.rating === 'not-applicable') return finding;
  const [latest] = exceptions
    .filter(({ practice, device }) => practice === finding.practice && device === finding.device)
    .filter((exception) => holds(exception, now))
    .toSorted((a, b) => (a.until < b.until ? 1 : -1));
  return latest === undefined ? finding : { ...finding, agreed: { until: latest.until, why: latest.why } };
}

/** Whether the company has agreed that this need not be done for now. */
export const isAgreed = ({ agreed }: Pick<Finding, 'agreed'>): boolean => agreed !== undefined;
