import * as v from 'valibot';
import { SourceFailure } from '../upstream/failure.ts';
import { everyPage } from '../upstream/pages.ts';
import type { Call, Upstream } from '../upstream/upstream.ts';
import { connector, type OwnedRecord, ownersOf } from './connection.ts';
import { rsqlText } from './filter-text.ts';
import { JAMF_PER_PAGE, jamfAccount, jamfPages, jamfQuota, jamfSettings, jamfUpstream } from './jamf-account.ts';
import { maybe, said } from './source.ts';

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

const ownerSchema = v.object({ userAndLocation: maybe(v.object({ email: said })) });

const owned = (record: unknown): OwnedRecord => {
  const read = v.safeParse(ownerSchema, record);
  return { record, owners: ownersOf(read.success ? read.output.userAndLocation?.email : undefined) };
};

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
  settings: jamfSettings,
  quota: jamfQuota,
  account: jamfAccount,
  requestsPerPerson: 1,
  devicesPerPage: JAMF_PER_PAGE,
  connect: (settings, tools) => {
    const inventory = inventoryOf(jamfUpstream(settings, tools));
    const computers = (filter: string | undefined, signal: AbortSignal) =>
      jamfPages((query) => inventory(query, signal), { section: computerSections }, filter);
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
