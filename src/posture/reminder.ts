import { isAgreed } from './exception.ts';
import type { Assessment, Finding } from './finding.ts';
import { DAY, elapsed, type Instant, isAfter } from './instant.ts';
import { isWaiting } from './present.ts';

/** How long before its deadline something is worth a message. */
const NEAR_MS = 3 * DAY;

/** A finding with a deadline. */
export interface DueFinding extends Pick<Finding, 'device' | 'practice'> {
  readonly dueAt: Instant;
}

/**
 * What the company wants people to be reminded of and is to do within three days, the nearest first: of what `present` gives, so nothing that is claimed, agreed with the company, or
 * no longer known. What is overdue is not among them: a message would change nothing about it, and come every day.
 */
export function dueSoon(presented: Assessment, now: Instant): readonly DueFinding[] {
  const open = presented.devices.flatMap(({ findings }) => findings).filter(isOpen);
  return open
    .flatMap(({ device, practice, dueAt, reminds }) =>
      dueAt === undefined || reminds === undefined ? [] : [{ device, practice, dueAt }],
    )
    .filter(({ dueAt }) => isAfter(dueAt, now) && elapsed(now, dueAt) <= NEAR_MS)
    .toSorted((a, b) => elapsed(b.dueAt, a.dueAt));
}

const isOpen = (finding: Finding): boolean =>
  (finding.rating === 'warn' || finding.rating === 'nudge') && !isWaiting(finding) && !isAgreed(finding);

/** Whether the person was told of deadlines in the last day; a moment in the future of `now` proves nothing. */
export const wasRemindedToday = (remindedAt: Instant | undefined, now: Instant): boolean =>
  remindedAt !== undefined && !isAfter(remindedAt, now) && elapsed(remindedAt, now) < DAY;
