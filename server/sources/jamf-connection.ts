import * as v from 'valibot';
import { bearerOf } from '../upstream/access-token.ts';
import { SourceFailure } from '../upstream/failure.ts';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import type { Call, Upstream } from '../upstream/upstream.ts';
import { baseUrl, connector, type OwnedRecord, ownersOf, type Tools } from './connection.ts';
import { rsqlText } from './filter-text.ts';
import { secretReference } from './secret.ts';
import { maybe, readAnswer, said } from './source.ts';

const PER_PAGE = 100;

/** Sections that are not asked for come back as null. */
const computerSections = [
  'GENERAL',
  'HARDWARE',
  'OPERATING_SYSTEM',
  'SECURITY',
  'DISK_ENCRYPTION',
  'SOFTWARE_UPDATES',
  'USER_AND_LOCATION',
  'EXTENSION_ATTRIBUTES',
] as const;

/** The newest first: each was deprecated by the one before. */
const inventoryPaths = ['v4', 'v3', 'v2', 'v1'].map((version) => `api/${version}/computers-inventory`);

const pageSchema = v.object({ totalCount: v.number(), results: v.array(v.unknown()) });
const ownerSchema = v.object({ userAndLocation: maybe(v.object({ email: said })) });

const owned = (record: unknown): OwnedRecord => {
  const read = v.safeParse(ownerSchema, record);
  return { record, owners: ownersOf(read.success ? read.output.userAndLocation?.email : undefined) };
};

interface Settings {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: v.InferOutput<typeof secretReference>;
}

/** API roles and clients: https://developer.jamf.com/jamf-pro/docs/client-credentials. */
function jamfUpstream({ url, clientId, clientSecret }: Settings, tools: Tools): Upstream {
  // At most five at once: https://developer.jamf.com/developer-guide/docs/jamf-pro-api-scalability-best-practices.
  const signIn = tools.upstream({ baseUrl: url, concurrency: 1 });
  const authorize = bearerOf(async () =>
    signIn.json(
      {
        url: 'api/v1/oauth/token',
        form: {
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: await tools.secret(clientSecret),
        },
      },
      AbortSignal.timeout(10_000),
    ),
  );
  return tools.upstream({ baseUrl: url, authorize, concurrency: 5 });
}

/** Asks for one page of the inventory by the newest path that this server has, and remembers it. */
function inventoryOf(upstream: Upstream) {
  let paths: readonly string[] = inventoryPaths;
  return async (query: Call['query'], signal: AbortSignal): Promise<unknown> => {
    for (const [index, url] of paths.entries()) {
      try {
        const json = await upstream.json({ url, ...(query && { query }) }, signal);
        paths = [url];
        return json;
      } catch (error) {
        const isOlder = error instanceof SourceFailure && error.status === 404 && index < paths.length - 1;
        if (!isOlder) throw error;
      }
    }
    throw new SourceFailure('unreadable', { status: 404 });
  };
}

/** Computers of Jamf Pro: those whose `userAndLocation.email` is a person's, or all. */
export const jamfConnector = connector({
  settings: { url: baseUrl, clientId: v.pipe(v.string(), v.minLength(1)), clientSecret: secretReference },
  // No number is published: five at once, for a second each, is what the guide above comes down to.
  quota: { requests: 5, perSeconds: 1 },
  requestsPerPerson: 1,
  devicesPerPage: PER_PAGE,
  connect: (settings, tools) => {
    const inventory = inventoryOf(jamfUpstream(settings, tools));
    const computers = (filter: string | undefined, signal: AbortSignal) =>
      pagesOf<number>(0, async (page) => {
        const query = { section: computerSections, 'page-size': String(PER_PAGE), page: String(page) };
        const json = await inventory({ ...query, ...(filter !== undefined && { filter }) }, signal);
        const { totalCount, results } = readAnswer(pageSchema, json);
        const isLast = results.length === 0 || (page + 1) * PER_PAGE >= totalCount;
        return { records: results, next: isLast ? null : page + 1 };
      });
    return {
      byPerson: async (email, signal) => {
        const filter = `userAndLocation.email==${rsqlText(email)}`;
        return { records: (await everyPage(computers(filter, signal))).map(owned) };
      },
      async *snapshot(signal) {
        for await (const page of computers(undefined, signal)) yield { records: page.map(owned) };
      },
    };
  },
});
