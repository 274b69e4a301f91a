import { api } from '../browser/api.ts';
import { chosenEndpoint, managedNow } from '../browser/managed.ts';
import { storedAssessment, storedClaims, storedManaged } from '../browser/stored.ts';
import { type Answers, storedAnswers } from '../browser/stored-answers.ts';
import { righted } from '../posture/connection.ts';
import { isDue, type Occasion } from '../posture/due.ts';
import type { Instant } from '../posture/instant.ts';
import { keepLastKnown } from '../posture/last-known.ts';
import { noAnswers } from '../sources/endpoint.ts';
import { observeBrowser } from '../sources/index.ts';
import { askSignedIn } from './ask-signed-in.ts';
import { assessmentOf, type Company } from './assessment.ts';
import { lasting } from './claims.ts';
import { inTurn } from './in-turn.ts';
import { remind } from './notify.ts';
import { paint } from './paint.ts';
import { onlyTheirs } from './person.ts';
import { postponeCheck } from './schedule.ts';
import { withSince } from './since.ts';
import { standingShown } from './standing.ts';
import { toldOf } from './this-computer.ts';
import { withWithdrawn } from './withdrawn.ts';

/**
 * One check: asks this browser, and the company's endpoint where that is due on one of the occasions, rates what they say, stores
 * and shows it. `localNow` is what this computer's clock shows; all that is stamped here is stamped by the righted one.
 */
export async function check(occasions: readonly Occasion[], localNow: Instant): Promise<void> {
  const endpoint = await chosenEndpoint();
  // Not for this computer.
  if (endpoint === undefined) return;
  const company = endpoint === null ? undefined : await answersOf(endpoint, occasions, localNow);
  const now = righted(localNow, company?.answers);
  await inTurn(async () => {
    // Where another endpoint was chosen meanwhile, its own check follows.
    if ((await chosenEndpoint()) === endpoint) await conclude(company, now);
  });
}

/** Rates anew what the endpoint said last: nobody but this browser is asked. */
export const rateAgain = (localNow: Instant): Promise<void> =>
  inTurn(async () => {
    const endpoint = await chosenEndpoint();
    const answers = await storedAnswers.get();
    const connection = (await storedAssessment.get())?.connection;
    if (answers === undefined || answers.endpoint !== endpoint || connection?.endpoint !== endpoint) return;
    const { contact } = (await storedManaged.get())?.settings ?? {};
    await conclude({ answers, problem: connection.problem, contact }, righted(localNow, answers));
  });

async function answersOf(endpoint: string, occasions: readonly Occasion[], localNow: Instant): Promise<Company> {
  const { contact, checkEveryMinutes } = (await storedManaged.get())?.settings ?? {};
  const before = await storedAnswers.get();
  const connection = (await storedAssessment.get())?.connection;
  if (before?.endpoint === endpoint && connection?.endpoint === endpoint) {
    const last = { askedAt: before.askedAt, answer: before.posture };
    const now = righted(localNow, before);
    if (!occasions.some((occasion) => isDue(last, occasion, now, checkEveryMinutes)))
      return { answers: before, problem: connection.problem, contact };
  }
  const { answers, problem } = await askSignedIn(endpoint, before, localNow);
  await postponeCheck();
  return { answers: withLastKnown(answers, before), problem, contact };
}

function withLastKnown(answers: Answers, before: Answers | undefined): Answers {
  const { posture } = answers;
  if (posture === null || before?.endpoint !== answers.endpoint) return answers;
  return { ...answers, posture: { ...posture, document: keepLastKnown(posture.document, before.posture?.document) } };
}

/** A browser has room for 10 MB: an answer that it cannot store is refused like any other that is too large, and said to be so. */
async function conclude(asked: Company | undefined, now: Instant): Promise<void> {
  const company = asked && { ...asked, answers: await onlyTheirs(asked.answers) };
  const before = await storedAnswers.get();
  try {
    await store(company, now);
  } catch (error) {
    if (company === undefined) throw error;
    const { endpoint, askedAt } = company.answers;
    const answers = before?.endpoint === endpoint ? { ...before, askedAt } : noAnswers(endpoint, askedAt);
    await store({ ...company, answers, problem: 'too-large' }, now);
  }
}

const withStanding = async (company: Company): Promise<Company> => ({
  ...company,
  standing: await standingShown(company.answers.endpoint),
});

/** The assessment is stored last and whole: a worker that is ended before leaves the previous one. */
async function store(company: Company | undefined, now: Instant): Promise<void> {
  if (company === undefined) await storedAnswers.clear();
  else await storedAnswers.set(company.answers);

  // Only now: how the company answered is a part of what this browser sees.
  const view = await observeBrowser(now);
  const previous = await storedAssessment.get();
  const { version } = api.runtime.getManifest();
  const { device = {} } = (await managedNow()).settings;
  const told = await toldOf(view, device, company?.answers);
  const rated = assessmentOf(view, company && (await withStanding(company)), version, now, told);
  const assessment = withWithdrawn(withSince(rated, previous), previous);
  const claims = lasting((await storedClaims.get()) ?? [], assessment, now);
  await paint(assessment, claims, now, async () => {
    await storedClaims.set([...claims]);
    await storedAssessment.set(assessment);
  });
  await remind(assessment, claims, now).catch(() => undefined);
}
