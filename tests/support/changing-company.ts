import { instant } from '../../src/posture/instant.ts';
import { type ServedGateway, serveGateway } from './gateway.ts';
import { serveSamplePeople } from './sample-gateway.ts';

/** A company whose answers about one person can change from one check to the next. */
export interface ChangingCompany extends ServedGateway {
  /** The sample person whose devices the one person has. */
  person: string;
  /** Gives them somebody else's devices, whose badge differs. */
  nextPerson(): void;
  /** How far its clock is ahead of this computer's, in milliseconds. */
  aheadMs: number;
  /** Stands in for the gateway while it is set. */
  instead: ((request: Request) => Response | Promise<Response>) | undefined;
}

const next: Readonly<Record<string, string>> = { mixed: 'critical', critical: 'green', green: 'mixed' };

export async function serveChangingCompany(): Promise<ChangingCompany> {
  const people = await serveSamplePeople(() => instant(now()));
  const now = () => Date.now() + company.aheadMs;
  const gateway = await serveGateway(async (request) => {
    if (company.instead !== undefined) return company.instead(request);
    const { pathname } = new URL(request.url);
    const said = await fetch(`${people.origin}/sample/${company.person}${pathname}`, { headers: request.headers });
    const headers = new Headers(said.headers);
    headers.delete('content-length');
    headers.set('date', new Date(now()).toUTCString());
    const { status } = said;
    return new Response(status === 200 ? ofOnePerson(await said.text()) : said.body, { status, headers });
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

/** Of another person nothing would be kept that these tests look for afterwards. */
const ofOnePerson = (body: string): string =>
  JSON.stringify(JSON.parse(body), (name, value) =>
    name === 'person' ? { key: `sha256:${'0a'.repeat(32)}`, name: 'Sam Sample' } : value,
  );
