import * as v from 'valibot';
import { everyPage } from '../upstream/pages.ts';
import { connector, type OwnedRecord, ownersOf } from './connection.ts';
import { duoAccount, duoPages, duoQuota, duoSettings, duoUpstream } from './duo-account.ts';
import { searchWord } from './filter-text.ts';
import { maybe, said } from './source.ts';

/** The largest page: https://duo.com/docs/adminapi#users. */
const PER_PAGE = 300;

const userSchema = v.object({ email: said, phones: maybe(v.array(v.unknown())) });

/** A user's phones, each under the user's address. */
function phonesOf(record: unknown): readonly OwnedRecord[] {
  const user = v.safeParse(userSchema, record);
  if (!user.success) return [];
  const owners = ownersOf(user.output.email);
  return (user.output.phones ?? []).map((phone) => ({ owners, record: phone }));
}

/** Phones of Duo, by the users who sign in with them. */
export const duoPhonesConnector = connector({
  settings: duoSettings,
  quota: duoQuota,
  account: duoAccount,
  requestsPerPerson: 1,
  devicesPerPage: PER_PAGE,
  connect: (settings, tools) => {
    const upstream = duoUpstream(settings, tools);
    const users = (query: Readonly<Record<string, string>>, signal: AbortSignal) =>
      duoPages(upstream, { url: 'admin/v1/users', limit: PER_PAGE, query }, signal);
    return {
      byPerson: async (email, signal) => {
        const found = await everyPage(users({ email: searchWord(email) }, signal));
        return { records: found.flatMap(phonesOf).filter(({ owners }) => owners.includes(email)) };
      },
      async *snapshot(signal) {
        for await (const page of users({}, signal)) yield { records: page.flatMap(phonesOf) };
      },
    };
  },
});
