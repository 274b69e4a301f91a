import { storedAssessment, storedComputer, storedSettings } from '../browser/stored.ts';
import { storedAnswers } from '../browser/stored-answers.ts';
import type { ConnectionProblem } from '../posture/connection.ts';
import type { Instant } from '../posture/instant.ts';
import { organizationBehind } from '../sources/endpoint.ts';
import { endpointUrl } from '../sources/endpoint-url.ts';
import { inTurn } from './in-turn.ts';
import { paint } from './paint.ts';

/** The endpoint that is asked; null for none. */
export const chosenEndpoint = async (): Promise<string | null> => (await storedSettings.get())?.endpoint ?? null;

/** Chooses another endpoint, or none, and forgets all that the one before said. An address that is none changes nothing. */
export async function setEndpoint(
  text: string | null,
  now: Instant,
): Promise<{ readonly problem: ConnectionProblem | null }> {
  const read = text === null ? { url: null } : endpointUrl(text);
  if ('problem' in read) return read;
  await inTurn(async () => {
    if (read.url === (await chosenEndpoint())) return;
    await paint(undefined, [], now, async () => {
      await storedSettings.set({ endpoint: read.url });
      await storedAnswers.clear();
      await storedComputer.clear();
      await storedAssessment.clear();
    });
  });
  return { problem: null };
}

/** Tries an address without choosing it: who answers there, or why nobody does. */
export async function testConnection(
  text: string,
  now: Instant,
): Promise<{ readonly organization: string } | { readonly problem: ConnectionProblem }> {
  const read = endpointUrl(text);
  if ('problem' in read) return read;
  const answer = await organizationBehind(read.url, now);
  return 'problem' in answer ? answer : { organization: answer.document.organization.name };
}
