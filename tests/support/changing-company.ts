import { instant } from '../../src/posture/instant.ts';
import { type ServedGateway, serveGateway } from './gateway.ts';
import { serveSamplePeople } from './sample-gateway.ts';

/** A company whose answers can change from one check to the next. */
export interface ChangingCompany extends ServedGateway {
  /** The sample person whose devices it tells of. It tells them of one and the same person: nobody else signs in. */
  person: string;
  /** Tells of the devices of another sample person, whose badge differs. */
  nextPerson(): void;
  /** How far its clock is ahead of this computer's, in milliseconds. */
  aheadMs: number;
  /** Stands in for the gateway while it is set. */
  instead: ((request: Request) => Response | Promise<Response>) | undefined;
}

const next: Readonly<Record<string, string>> = { mixed: 'critical', critical: 'green', green: 'mixed' };

const PERSON = /"person":\{"key":"[^"]*"/;
const SAME_PERSON = '"person":{"key":"sealed:the-same"';

export async function serveChangingCompany(): Promise<ChangingCompany> {
  const people = await serveSamplePeople(() => instant(now()));
  const now = () => Date.now() + company.aheadMs;
  const gateway = await serveGateway(async (request) => {
    if (company.instead !== undefined) return company.instead(request);
    const answer = await fetch(`${people.origin}/sample/${company.person}${new URL(request.url).pathname}`, {
      headers: request.headers,
    });
    const { status } = answer;
    const text = await answer.text();
    const headers = new Headers(answer.headers);
    headers.set('date', new Date(now()).toUTCString());
    // It is another length now.
    headers.delete('content-length');
    return new Response(text === '' ? null : text.replace(PERSON, SAME_PERSON), { status, headers });
  });
  const company: ChangingCompany = {
    ...gateway,
    person: 'mixed',
    nextPerson: () => {
      company.person = next[company.person] ?? 'mixed';
    },
    aheadMs: 0,
    instead: undefined,
    close: async () => {
      await gateway.close();
      await people.close();
    },
  };
  return company;
}
