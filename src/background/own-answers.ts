import { storedOwnAnswers } from '../browser/stored.ts';
import type { Finding } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import { isStanding, type OwnAnswer } from '../posture/own-answer.ts';
import { inTurn } from './in-turn.ts';

type FindingRef = Pick<Finding, 'device' | 'practice'>;

/** Remembers what the person says of something that nobody reports. */
export const answer = ({ device, practice, isSo }: Omit<OwnAnswer, 'answeredAt'>, now: Instant): Promise<void> =>
  change((answers) => [...without(answers, { device, practice }), { device, practice, isSo, answeredAt: now }], now);

/** Forgets it again. */
export const unanswer = (finding: FindingRef, now: Instant): Promise<void> =>
  change((answers) => without(answers, finding), now);

const without = (answers: readonly OwnAnswer[], { device, practice }: FindingRef): readonly OwnAnswer[] =>
  answers.filter((other) => other.device !== device || other.practice !== practice);

/** Neither badge nor headline speaks of them, so nothing is painted. */
const change = (edit: (answers: readonly OwnAnswer[]) => readonly OwnAnswer[], now: Instant): Promise<void> =>
  inTurn(async () => {
    const answers = edit((await storedOwnAnswers.get()) ?? []);
    await storedOwnAnswers.set(answers.filter((one) => isStanding(one, now)));
  });
