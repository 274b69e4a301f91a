import { type AskingOptions, createAskSources } from '../../server/asking/ask-sources.ts';
import { connectSources } from '../../server/config/connect-sources.ts';
import { toolsFor } from '../../server/config/tools.ts';
import { postureOf, type SourceAnswer } from '../../server/posture.ts';
import { sealWith } from '../../server/seal.ts';
import type { ConnectedSource } from '../../server/sources/connected-source.ts';
import { instant } from '../../src/posture/instant.ts';
import { type HttpServer, serve } from './http-server.ts';

/** A Jamf Pro of a test's own. Everybody who is asked about has one Mac. */
export interface AskedSystem extends HttpServer {
  behaviour: 'answer' | 'hang' | 'fail';
  /** It answers when this has come. */
  until: Promise<unknown>;
  /** Whose Macs its whole inventory lists. */
  everybody: readonly string[];
  /** How often it was asked about devices. */
  questions(): number;
}

const macOf = (email: string) => ({
  general: { name: `Mac of ${email}`, reportDate: '2026-11-23T06:00:00Z', lastContact: '2026-11-23T06:00:00Z' },
  hardware: { serialNumber: `ZS${Buffer.from(email).toString('hex').slice(0, 20)}` },
  userAndLocation: { email },
});

export async function serveSystem(): Promise<AskedSystem> {
  const server = await serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://system.example');
    const tell = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname.endsWith('/token')) tell(200, { access_token: 't', expires_in: 1800 });
    else if (system.behaviour === 'fail') tell(500, {});
    else if (system.behaviour === 'answer') {
      const email = /"(.+)"/.exec(url.searchParams.get('filter') ?? '')?.[1];
      const results = (email === undefined ? system.everybody : [email]).map(macOf);
      void system.until.then(() => tell(200, { totalCount: results.length, results }));
    }
  });
  const system: AskedSystem = Object.assign(server, {
    behaviour: 'answer' as const,
    until: Promise.resolve(),
    everybody: [],
    questions: () => server.requests.filter(({ url }) => url?.includes('computers-inventory')).length,
  });
  return system;
}

/** A source as a configuration describes it, for a system of a test's own. */
export function sourceAt(origin: string, id = 'jamf', { replicas }: Pick<AskingOptions, 'replicas'> = {}) {
  const tools = toolsFor({ now: () => instant(Date.now()), secret: () => Promise.resolve('secret'), fetch });
  const settings = { url: origin, clientId: 'c', clientSecret: { env: 'S' } };
  const [source] = connectSources([{ kind: 'jamf', id, checks: [], ...settings }], { toolsFor: tools, replicas });
  if (source === undefined) throw new Error('There is no such source');
  return source;
}

/** The same source, which can only be asked for its whole inventory. */
export const inventoryOf = ({ connection: { snapshot }, ...source }: ConnectedSource): ConnectedSource => ({
  ...source,
  connection: snapshot ? { snapshot } : {},
});

/** A source that lists one desk of several people, and one more Mac of each. Counts the questions. */
export function sharingSource(
  origin: string,
  people: readonly string[],
  options: Pick<AskingOptions, 'replicas'> = {},
) {
  const listed = [
    { owners: people, record: { general: { name: 'The desk' } } },
    ...people.map((email) => ({ owners: [email], record: macOf(email) })),
  ];
  let questions = 0;
  const source: ConnectedSource = {
    ...sourceAt(origin, 'desks', options),
    connection: {
      byPerson: () => {
        questions += 1;
        return Promise.resolve({ records: listed });
      },
      async *snapshot() {
        questions += 1;
        yield { records: listed };
      },
    },
  };
  return { source, questions: () => questions };
}

/** Who an answer says uses each device, by its name: this person alone, or others, too. */
export const useIn = (answers: readonly SourceAnswer[]) => {
  const { devices } = postureOf(answers, {
    organization: 'o_1',
    person: { key: 'p', name: '' },
    seal: sealWith('key', 'device'),
  });
  return Object.fromEntries(devices.map(({ name, ownership }) => [name, ownership]));
};

/** A source by itself, behind a clock that can be moved. */
export function asking(sources: readonly ConnectedSource[], options: Partial<AskingOptions> = {}) {
  let movedMs = 0;
  const now = () => instant(Date.now() + movedMs);
  const ask = createAskSources(sources, { now, people: 10, ...options });
  return {
    now,
    /** What all sources say of somebody. */
    ask: async (email: string) =>
      (await ask(email)).map(({ id, status, reason, answeredAt, dueAt, json }) => ({
        id,
        status,
        reason,
        answeredAt,
        dueAt,
        names: JSON.stringify(json).match(/Mac of [^"]+/g) ?? [],
      })),
    list: ask,
    later: (ms: number) => {
      movedMs += ms;
    },
  };
}
