import type { Answers, Kept } from '../browser/stored-answers.ts';
import { type ConnectionProblem, righted } from '../posture/connection.ts';
import { elapsed, type Instant, MINUTE } from '../posture/instant.ts';
import { type Read, readOrganization, readPosture } from '../posture/read-wire.ts';
import type { OrganizationDocument } from '../posture/wire.ts';
import { ANSWER_TIMEOUT_MS, ask } from './ask.ts';

/** A document of an endpoint: as it came now, or as it was kept when nothing new came. */
interface Outcome<Document> {
  readonly kept: Kept<Document> | null;
  readonly problem: ConnectionProblem | null;
  /** Told by an answer that could be used. */
  readonly clockOffsetMs?: number | null;
}

interface Asking<Document> {
  readonly url: string;
  readonly kept: Kept<Document> | null;
  readonly read: (json: unknown) => Read<Document>;
  readonly now: Instant;
  readonly timeoutMs: number;
  readonly authorization?: string | undefined;
}

async function fetchDocument<Document>({
  url,
  kept,
  read,
  now,
  timeoutMs,
  authorization,
}: Asking<Document>): Promise<Outcome<Document>> {
  const answer = await ask({ url, etag: kept?.etag ?? null, timeoutMs, authorization });
  if ('problem' in answer) return { kept, problem: answer.problem };
  const { maxAgeSeconds, clockOffsetMs } = answer;
  if ('notModified' in answer) {
    // Nobody asked whether anything has changed: there is nothing to keep.
    if (kept === null || kept.etag === null) return { kept, problem: 'unreadable' };
    return { kept: { ...kept, maxAgeSeconds, fetchedAt: now }, problem: null, clockOffsetMs };
  }
  const result = read(answer.json);
  if ('problem' in result) return { kept, problem: result.problem };
  const fresh = { document: result.document, etag: answer.etag, maxAgeSeconds, fetchedAt: now };
  return { kept: fresh, problem: null, clockOffsetMs };
}

/** What an endpoint answered, and what was wrong with it. */
export interface EndpointOutcome {
  readonly answers: Answers;
  readonly problem: ConnectionProblem | null;
}

/** Of an endpoint that has not answered yet. */
export const noAnswers = (endpoint: string, askedAt: Instant): Answers => ({
  endpoint,
  organization: null,
  posture: null,
  askedAt,
  answeredAt: null,
});

/** Clocks that differ by no more agree, in milliseconds (wire rule 18). */
const AGREEMENT_MS = 10 * MINUTE;

/**
 * Asks a company's endpoint for both documents (wire rules 1 and 2). Never rejects. What does not come, or cannot be read, stays as
 * `before` had it; answers of another endpoint are not looked at. `localNow` is what this computer's clock shows. `authorization` goes
 * with the question for the person's own data alone.
 */
export async function askEndpoint(
  endpoint: string,
  before: Answers | undefined,
  localNow: Instant,
  timeoutMs = ANSWER_TIMEOUT_MS,
  authorization?: string,
): Promise<EndpointOutcome> {
  const known = before?.endpoint === endpoint ? before : noAnswers(endpoint, localNow);
  // Where the answers put the clock right, what is stamped now counts as over next time: that costs one question.
  const now = righted(localNow, known);
  const askForOrganization = (kept: Answers['organization']) =>
    fetchDocument({ url: `${endpoint}/v1/organization`, kept, read: readOrganization, now, timeoutMs });

  const isDue = isOver(known.organization, now);
  const [posture, first] = await Promise.all([
    fetchDocument({
      url: `${endpoint}/v1/posture`,
      kept: known.posture,
      read: readPosture,
      now,
      timeoutMs,
      authorization,
    }),
    isDue ? askForOrganization(known.organization) : { kept: known.organization, problem: null },
  ]);
  const isOutdated = !isDue && posture.kept?.document.organization !== first.kept?.document.etag;
  const organization = isOutdated && posture.problem === null ? await askForOrganization(first.kept) : first;

  const problem = posture.problem ?? organization.problem;
  // Of the personal answer only: a cache between may hand out the other one with the time at which it got it.
  const clock = clockBy(posture.clockOffsetMs ?? known.clockOffsetMs ?? 0);
  return {
    answers: {
      endpoint,
      organization: organization.kept,
      posture: posture.kept,
      askedAt: righted(localNow, clock),
      answeredAt: problem === null ? righted(localNow, clock) : known.answeredAt,
      ...clock,
    },
    problem,
  };
}

const clockBy = (clockOffsetMs: number) => (Math.abs(clockOffsetMs) > AGREEMENT_MS ? { clockOffsetMs } : {});

/** Also over: what was fetched in the future of `now`, for then nobody knows how old it is. */
const isOver = (kept: Kept<unknown> | null, now: Instant): boolean => {
  if (kept === null) return true;
  const age = elapsed(kept.fetchedAt, now);
  return age < 0 || age >= kept.maxAgeSeconds * 1000;
};

/** Asks who is behind an endpoint, and keeps nothing of it. Never rejects. */
export async function organizationBehind(
  endpoint: string,
  now: Instant,
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<{ readonly document: OrganizationDocument } | { readonly problem: ConnectionProblem }> {
  const url = `${endpoint}/v1/organization`;
  const { kept, problem } = await fetchDocument({ url, kept: null, read: readOrganization, now, timeoutMs });
  return kept === null ? { problem: problem ?? 'unreadable' } : { document: kept.document };
}
