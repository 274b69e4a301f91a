import * as v from 'valibot';
import { connector, type OwnedRecord, ownersOf } from './connection.ts';
import { duoAccount, duoPages, duoQuota, duoSettings, duoUpstream } from './duo-account.ts';
import { said } from './source.ts';

/** The largest page: https://duo.com/docs/adminapi#endpoints. */
const PER_PAGE = 500;

const endpointSchema = v.object({ email: said, username: said });

/** In many companies the user name is the address. */
const owned = (record: unknown): OwnedRecord => {
  const endpoint = v.safeParse(endpointSchema, record);
  if (!endpoint.success) return { record, owners: [] };
  const { email, username } = endpoint.output;
  // Duo has a record for each user: both are of the same one.
  return { record, owners: ownersOf(email, username?.includes('@') ? username : undefined), isShared: false };
};

/** Endpoints of Duo. The list cannot be asked for one person: there is only the whole of it. */
export const duoDesktopConnector = connector({
  settings: duoSettings,
  quota: duoQuota,
  account: duoAccount,
  devicesPerPage: PER_PAGE,
  connect: (settings, tools) => {
    const upstream = duoUpstream(settings, tools);
    return {
      async *snapshot(signal) {
        const endpoints = duoPages(upstream, { url: 'admin/v1/endpoints', limit: PER_PAGE }, signal);
        for await (const page of endpoints) yield { records: page.map(owned) };
      },
    };
  },
});
