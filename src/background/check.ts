import { storedAnswers, storedAssessment, storedClaims } from '../browser/stored.ts';
import type { Answers } from '../browser/stored-answers.ts';
import { isDue, type Occasion } from '../posture/due.ts';
import type { Instant } from '../posture/instant.ts';
import { keepLastKnown } from '../posture/last-known.ts';
import { askEndpoint } from '../sources/endpoint.ts';
import { observeBrowser } from '../sources/index.ts';
import { assessmentOf, type Company } from './assessment.ts';
import { lasting } from './claims.ts';
import { chosenEndpoint } from './endpoint.ts';
import { inTurn } from './in-turn.ts';
import { paint } from './paint.ts';
import { postponeCheck } from './schedule.ts';
import { withSince } from './since.ts';

/**
 * One check: asks this browser, and the company's endpoint where that is due on one of the occasions, rates what they say, stores
 * and shows it.
 */
export async function check(occasions: readonly Occasion[], now: Instant): Promise<void> {
  const endpoint = await chosenEndpoint();
  const company = endpoint === null ? undefined : await answersOf(endpoint, occasions, now);
  await inTurn(async () => {
    // Where another endpoint was chosen meanwhile, its own check follows.
    if ((await chosenEndpoint()) === endpoint) await conclude(company, now);
  });
}

async function answersOf(endpoint: string, occasions: readonly Occasion[], now: Instant): Promise<Company> {
  const before = await storedAnswers.get();
  const connection = (await storedAssessment.get())?.connection;
  if (before?.endpoint === endpoint && connection?.endpoint === endpoint) {
    const last = { askedAt: before.askedAt, answer: before.posture };
    if (!occasions.some((occasion) => isDue(last, occasion, now)))
      return { answers: before, problem: connection.problem };
  }
  const { answers, problem } = await askEndpoint(endpoint, before, now);
  await postponeCheck();
  return { answers: withLastKnown(answers, before), problem };
}

function withLastKnown(answers: Answers, before: Answers | undefined): Answers {
  const { posture } = answers;
  if (posture === null || before?.endpoint !== answers.endpoint) return answers;
  return { ...answers, posture: { ...posture, document: keepLastKnown(posture.document, before.posture?.document) } };
}

/** The assessment is stored last and whole: a worker that is ended before leaves the previous one. */
async function conclude(company: Company | undefined, now: Instant): Promise<void> {
  if (company === undefined) await storedAnswers.clear();
  else await storedAnswers.set(company.answers);

  // Only now: how the company answered is a part of what this browser sees.
  const view = await observeBrowser(now);
  const assessment = withSince(assessmentOf(view, company, now), await storedAssessment.get());
  const claims = lasting((await storedClaims.get()) ?? [], assessment, now);
  await paint(assessment, claims, now);
  await storedClaims.set([...claims]);
  await storedAssessment.set(assessment);
}
