import { chosenEndpoint } from '../browser/managed.ts';
import { storedAssessment, storedManaged, storedSettings } from '../browser/stored.ts';
import { storedAnswers } from '../browser/stored-answers.ts';
import type { ConnectionProblem } from '../posture/connection.ts';
import type { Instant } from '../posture/instant.ts';
import { endpointOf } from '../posture/managed-copy.ts';
import { organizationBehind } from '../sources/endpoint.ts';
import { endpointUrl } from '../sources/endpoint-url.ts';
import { inTurn } from './in-turn.ts';
import { paint } from './paint.ts';

/**
 * Chooses another endpoint of the person's own, or none. An address that is none changes nothing. Where device management has named
 * one, that one is asked all the same.
 */
export async function setEndpoint(
  text: string | null,
  now: Instant,
): Promise<{ readonly problem: ConnectionProblem | null }> {
  const read = text === null ? { url: null } : endpointUrl(text);
  if ('problem' in read) return read;
  await inTurn(async () => {
    const own = (await storedSettings.get())?.endpoint ?? null;
    if (read.url === own) return;
    const next = endpointOf(await storedManaged.get(), read.url);
    const write = () => storedSettings.set({ endpoint: read.url });
    if (next === (await chosenEndpoint())) await write();
    else await forgetWhile(write, now);
  });
  return { problem: null };
}

/** Forgets all that was assessed, and all that the endpoint said, while something else is written. To be done in turn. */
export const forgetWhile = (write: () => Promise<void>, now: Instant): Promise<void> =>
  paint(undefined, [], now, async () => {
    await write();
    await storedAnswers.clear();
    await storedAssessment.clear();
  });

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
