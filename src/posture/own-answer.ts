import { DAY, elapsed, type Instant } from './instant.ts';

/** Days for which a person's own word stands; then they are asked again. */
const STANDS_DAYS = 90;

/** What a person said of a device that no source reports on. Kept on this machine only, and never a rating. */
export interface OwnAnswer {
  readonly device: string;
  readonly practice: string;
  /** Whether the practice is followed. */
  readonly isSo: boolean;
  readonly answeredAt: Instant;
}

/** Whether the answer may still be shown. One from the future of `now` may not: then the clock was wrong. */
export function isStanding({ answeredAt }: OwnAnswer, now: Instant): boolean {
  const age = elapsed(answeredAt, now);
  return age >= 0 && age < STANDS_DAYS * DAY;
}

/** What the person said of this finding, while it stands. */
export const ownAnswerTo = (
  finding: Pick<OwnAnswer, 'device' | 'practice'>,
  answers: readonly OwnAnswer[],
  now: Instant,
): OwnAnswer | undefined =>
  answers.find(
    (answer) => answer.device === finding.device && answer.practice === finding.practice && isStanding(answer, now),
  );
