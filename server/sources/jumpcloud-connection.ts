import * as v from 'valibot';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import { settledOf } from '../upstream/settled.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { baseUrl, connector, hostOf, ownersOf } from './connection.ts';
import { searchWord } from './filter-text.ts';
import { secretReference } from './secret.ts';
import { readAnswer, said } from './source.ts';

/** The largest page of the directory: https://docs.jumpcloud.com/api/2.0/index.html. */
const PER_PAGE = 100;

/** Rows of System Insights on one page; a computer has a few of each. */
const ROWS_PER_PAGE = 1000;

/** The tables that are read, of all computers of a person at once. */
export const jumpcloudTables = [
  'system_info',
  'os_version',
  'mounts',
  'disk_encryption',
  'bitlocker_info',
  'alf',
  'sharing_preferences',
  'sip_config',
  'secureboot',
  'windows_security_center',
  'windows_security_products',
] as const;

export type JumpcloudTable = (typeof jumpcloudTables)[number];

/** An id of JumpCloud's, which is put into an address or a filter. */
const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,64}$/i));

const usersSchema = v.object({ results: v.array(v.unknown()) });
const userSchema = v.object({ _id: id, email: said });
const boundSchema = v.object({ id });
const rowSchema = v.looseObject({ system_id: id });

const readable = <Schema extends v.GenericSchema>(schema: Schema, records: readonly unknown[]) =>
  records.flatMap((record): v.InferOutput<Schema>[] => {
    const read = v.safeParse(schema, record);
    return read.success ? [read.output] : [];
  });

/** The pages of a list that is a bare array, by how many were there before. */
const listed = (
  upstream: Upstream,
  { url, limit, filter }: { readonly url: string; readonly limit: number; readonly filter?: string },
  signal: AbortSignal,
) =>
  pagesOf<number>(0, async (skip) => {
    const query = { limit: String(limit), skip: String(skip), ...(filter !== undefined && { filter }) };
    const records = readAnswer(v.array(v.unknown()), await upstream.json({ url, query }, signal));
    return { records, next: records.length < limit ? null : skip + limit };
  });

/** The ids of the users with an address. The first version of the API marks its operators with `$`. */
async function usersWith(email: string, upstream: Upstream, signal: AbortSignal): Promise<readonly string[]> {
  const query = { filter: `email:$eq:${searchWord(email)}`, limit: String(PER_PAGE) };
  const { results } = readAnswer(usersSchema, await upstream.json({ url: 'api/systemusers', query }, signal));
  return readable(userSchema, results)
    .filter((user) => ownersOf(user.email).includes(email))
    .map((user) => user._id);
}

async function systemsOf(users: readonly string[], upstream: Upstream, signal: AbortSignal) {
  const bound = await Promise.all(
    users.map((user) => everyPage(listed(upstream, { url: `api/v2/users/${user}/systems`, limit: PER_PAGE }, signal))),
  );
  return [...new Set(readable(boundSchema, bound.flat()).map((system) => system.id))];
}

/** The rows of the tables, each in the order of `jumpcloudTables`. */
const tablesOf = (systems: readonly string[], upstream: Upstream, signal: AbortSignal) =>
  settledOf(
    jumpcloudTables.map(async (table) => {
      const url = `api/v2/systeminsights/${table}`;
      const filter = `system_id:in:${systems.join('|')}`;
      return readable(rowSchema, await everyPage(listed(upstream, { url, limit: ROWS_PER_PAGE, filter }, signal)));
    }),
  );

/** Computers of JumpCloud, by the users to whom they are bound. */
export const jumpcloudConnector = connector({
  settings: {
    url: v.optional(baseUrl, 'https://console.jumpcloud.com'),
    apiKey: secretReference,
    /** Of a provider who runs several companies. */
    organizationId: v.optional(v.pipe(v.string(), v.minLength(1))),
  },
  // JumpCloud names no number: this is what we keep to.
  quota: { requests: 5, perSeconds: 1 },
  account: ({ url, apiKey }) => `jumpcloud ${hostOf(url)} ${JSON.stringify(apiKey)}`,
  requestsPerPerson: 2 + jumpcloudTables.length + 2,
  connect: ({ url, apiKey, organizationId }, tools) => {
    const upstream = tools.upstream({
      baseUrl: url,
      authorize: async () => ({
        'x-api-key': await tools.secret(apiKey),
        ...(organizationId !== undefined && { 'x-org-id': organizationId }),
      }),
    });
    return {
      byPerson: async (email, signal) => {
        const ids = await systemsOf(await usersWith(email, upstream, signal), upstream, signal);
        if (ids.length === 0) return { records: [] };
        const [systems, tables] = await Promise.all([
          settledOf(ids.map((system) => upstream.json({ url: `api/systems/${system}` }, signal))),
          tablesOf(ids, upstream, signal),
        ]);
        return {
          records: ids.map((system, index) => ({
            owners: [email],
            record: {
              system: systems.values[index] ?? {},
              insights: Object.fromEntries(
                jumpcloudTables.map((table, place) => [
                  table,
                  (tables.values[place] ?? []).filter((row) => row.system_id === system),
                ]),
              ),
            },
          })),
          isPartial: systems.isPartial || tables.isPartial,
        };
      },
    };
  },
});
