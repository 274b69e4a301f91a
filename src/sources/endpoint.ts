import type { Answers, Kept } from '../browser/stored-answers.ts';
import type { ConnectionProblem } from '../posture/connection.ts';
import { elapsed, type Instant } from '../posture/instant.ts';
import { type Read, readOrganization, readPosture } from '../posture/read-wire.ts';
import type { OrganizationDocument } from '../posture/wire.ts';
import { ANSWER_TIMEOUT_MS, ask } from './ask.ts';

/** A document of an endpoint: as it came now, or as it was kept when nothing new came. */
interface Outcome<Document> {
  readonly kept: Kept<Document> | null;
  readonly problem: ConnectionProblem | null;
}

interface Asking<Document> {
  readonly url: string;
  readonly kept: Kept<Document> | null;
  readonly read: (json: unknown) => Read<Document>;
  readonly now: Instant;
  readonly timeoutMs: number;
}

async function fetchDocument<Document>({
  url,
  kept,
  read,
  now,
  timeoutMs,
}: Asking<Document>): Promise<Outcome<Document>> {
  const answer = await ask({ url, etag: kept?.etag ?? null, timeoutMs });
  if ('problem' in answer) return { kept, problem: answer.problem };
  const { maxAgeSeconds } = answer;
  if ('notModified' in answer) {
    // Nobody asked whether anything has changed: there is nothing to keep.
    if (kept === null) return { kept, problem: 'unreadable' };
    return { kept: { ...kept, maxAgeSeconds, fetchedAt: now }, problem: null };
  }
  const result = read(answer.json);
  if ('problem' in result) return { kept, problem: result.problem };
  return { kept: { document: result.document, etag: answer.etag, maxAgeSeconds, fetchedAt: now }, problem: null };
}

/** What an endpoint answered, and what was wrong with it. */
export interface EndpointOutcome {
  readonly answers: Answers;
  readonly problem: ConnectionProblem | null;
}

const noAnswers = { organization: null, posture: null, answeredAt: null };

/**
 * Asks a company's endpoint for both documents (wire rules 1 and 2). Never rejects. What does not come, or cannot be read, stays as
 * `before` had it; answers of another endpoint are not looked at.
 */
export async function askEndpoint(
  endpoint: string,
  before: Answers | undefined,
  now: Instant,
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<EndpointOutcome> {
  const known = before?.endpoint === endpoint ? before : noAnswers;
  const askForOrganization = (kept: Answers['organization']) =>
    fetchDocument({ url: `${endpoint}/v1/organization`, kept, read: readOrganization, now, timeoutMs });

  const isDue = isOver(known.organization, now);
  const [posture, first] = await Promise.all([
    fetchDocument({ url: `${endpoint}/v1/posture`, kept: known.posture, read: readPosture, now, timeoutMs }),
    isDue ? askForOrganization(known.organization) : { kept: known.organization, problem: null },
  ]);
  const isOutdated = !isDue && posture.kept?.document.organization !== first.kept?.document.etag;
  const organization = isOutdated && posture.problem === null ? await askForOrganization(first.kept) : first;

  const problem = posture.problem ?? organization.problem;
  return {
    answers: {
      endpoint,
      organization: organization.kept,
      posture: posture.kept,
      askedAt: now,
      answeredAt: problem === null ? now : known.answeredAt,
    },
    problem,
  };
}

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
