import * as v from 'valibot';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import { settledOf } from '../upstream/settled.ts';
import { baseUrl, connector, hostOf, type OwnedRecord, ownersOf } from './connection.ts';
import { searchWord } from './filter-text.ts';
import { secretReference } from './secret.ts';
import { listOf, maybe, readAnswer, said } from './source.ts';

const PER_PAGE = 100;

/** Hosts of one person that are asked one by one; who has more has the first of them whole, and the rest as the list says. */
const MOST_HOSTS = 20;

/**
 * Who says that a host is somebody's. That somebody signed in to Chrome with an address (`google_chrome_profiles`) says nothing of
 * whose computer it is.
 */
const ownerKinds = ['mdm_idp_accounts', 'custom', 'custom_installer'] as const;

const hostSchema = v.object({
  id: v.number(),
  device_mapping: maybe(listOf(v.object({ email: said, source: said }))),
  end_users: maybe(
    listOf(v.object({ idp_username: said, other_emails: maybe(listOf(v.object({ email: said, source: said }))) })),
  ),
});

type Host = v.InferOutput<typeof hostSchema>;

/** Without hosts there may be no list, and nothing else either: an error is no empty list. */
const pageSchema = v.union([
  v.object({ hosts: v.array(v.unknown()) }),
  v.strictObject({ hosts: v.optional(v.null()) }),
]);
const singleSchema = v.object({ host: v.looseObject({}) });

function ownersIn({ device_mapping: mapped = [], end_users: users = [] }: Host, kinds: readonly string[]) {
  const emails = [...mapped, ...users.flatMap(({ other_emails: others = [] }) => others)];
  return ownersOf(
    ...users.map(({ idp_username: username }) => username),
    ...emails.filter(({ source = '' }) => kinds.includes(source)).map(({ email }) => email),
  );
}

/** Several people, not several addresses of one: Fleet lists those that belong together under one user. */
function isUsedByMany({ end_users: users = [] }: Host, owners: readonly string[]): boolean {
  const addresses = users.flatMap(({ idp_username: username, other_emails: others = [] }) =>
    ownersOf(username, ...others.map(({ email }) => email)),
  );
  return users.length + owners.filter((owner) => !addresses.includes(owner)).length > 1;
}

/** Hosts of Fleet, asked with the token of an API-only user who may observe: https://fleetdm.com/docs/using-fleet/fleetctl-cli#create-api-only-user. */
export const fleetConnector = connector({
  settings: {
    url: baseUrl,
    token: secretReference,
    /** Whose word makes a host somebody's, besides the identity provider's. */
    owners: v.optional(v.array(v.picklist(ownerKinds)), [...ownerKinds]),
  },
  // Fleet names no quota for reading: this is what we keep to, for the sake of its database.
  quota: { requests: 100, perSeconds: 10 },
  account: ({ url }) => `fleet ${hostOf(url)}`,
  requestsPerPerson: 3,
  devicesPerPage: PER_PAGE,
  connect: ({ url, token, owners }, tools) => {
    const upstream = tools.upstream({
      baseUrl: url,
      authorize: async () => ({ Authorization: `Bearer ${await tools.secret(token)}` }),
    });
    const owned = (record: unknown): OwnedRecord => {
      const host = v.safeParse(hostSchema, record);
      if (!host.success) return { record, owners: [] };
      const people = ownersIn(host.output, owners);
      return { record, owners: people, isShared: isUsedByMany(host.output, people) };
    };
    const hosts = (query: string | undefined, signal: AbortSignal) =>
      pagesOf<number>(0, async (page) => {
        const found = {
          device_mapping: 'true',
          populate_policies: 'true',
          order_key: 'id',
          page: String(page),
          per_page: String(PER_PAGE),
          ...(query !== undefined && { query }),
        };
        const json = await upstream.json({ url: 'api/v1/fleet/hosts', query: found }, signal);
        const records = readAnswer(pageSchema, json).hosts ?? [];
        return { records, next: records.length < PER_PAGE ? null : page + 1 };
      });
    /** The list leaves out whether the disk is encrypted. */
    const whole = async (listed: OwnedRecord, signal: AbortSignal): Promise<OwnedRecord> => {
      const { id } = v.parse(hostSchema, listed.record);
      const json = await upstream.json({ url: `api/v1/fleet/hosts/${id}` }, signal);
      return { ...listed, record: readAnswer(singleSchema, json).host };
    };
    return {
      byPerson: async (email, signal) => {
        const listed = (await everyPage(hosts(searchWord(email), signal))).map(owned);
        const own = listed.filter((host) => host.owners.includes(email));
        const asked = await settledOf(own.slice(0, MOST_HOSTS).map((host) => whole(host, signal)));
        return {
          records: own.map((host, index) => asked.values[index] ?? host),
          isPartial: own.length > MOST_HOSTS || asked.isPartial,
        };
      },
      async *snapshot(signal) {
        for await (const page of hosts(undefined, signal)) yield { records: page.map(owned) };
      },
    };
  },
});
