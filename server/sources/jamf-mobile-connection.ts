import * as v from 'valibot';
import { everyPage } from '../upstream/pages.ts';
import { connector, type OwnedRecord, ownersOf } from './connection.ts';
import { rsqlText } from './filter-text.ts';
import { JAMF_PER_PAGE, jamfAccount, jamfPages, jamfQuota, jamfSettings, jamfUpstream } from './jamf-account.ts';
import { maybe, said } from './source.ts';

const mobileQuery = {
  section: ['GENERAL', 'HARDWARE', 'SECURITY', 'NETWORK', 'USER_AND_LOCATION', 'EXTENSION_ATTRIBUTES'],
  // Otherwise one broken record makes the whole page an error.
  'exception-handling': 'LENIENT',
} as const;

const ownerSchema = v.object({ userAndLocation: maybe(v.object({ emailAddress: said })) });

const owned = (record: unknown): OwnedRecord => {
  const read = v.safeParse(ownerSchema, record);
  return { record, owners: ownersOf(read.success ? read.output.userAndLocation?.emailAddress : undefined) };
};

/** Mobile devices of Jamf Pro: those whose `userAndLocation.emailAddress` is a person's, or all. */
export const jamfMobileConnector = connector({
  settings: jamfSettings,
  quota: jamfQuota,
  account: jamfAccount,
  requestsPerPerson: 1,
  devicesPerPage: JAMF_PER_PAGE,
  connect: (settings, tools) => {
    const upstream = jamfUpstream(settings, tools);
    const mobiles = (filter: string | undefined, signal: AbortSignal) =>
      jamfPages((query) => upstream.json({ url: 'api/v2/mobile-devices/detail', query }, signal), mobileQuery, filter);
    return {
      byPerson: async (email, signal) => {
        const filter = `emailAddress==${rsqlText(email)}`;
        return { records: (await everyPage(mobiles(filter, signal))).map(owned) };
      },
      async *snapshot(signal) {
        for await (const page of mobiles(undefined, signal)) yield { records: page.map(owned) };
      },
    };
  },
});
