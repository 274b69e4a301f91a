import * as v from 'valibot';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import { settledOf } from '../upstream/settled.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { baseUrl, connector, hostOf, ownersOf, type Records } from './connection.ts';
import { searchWord } from './filter-text.ts';
import { secretReference } from './secret.ts';
import { maybe, readAnswer, said } from './source.ts';

/** The largest page: https://www.kolide.com/docs/developers/api. */
const PER_PAGE = 100;

/** The API as it was on this day, whatever Kolide changes later. */
const headers = { 'X-Kolide-Api-Version': '2026-04-07' };

const pageSchema = v.object({
  data: v.array(v.unknown()),
  pagination: maybe(v.object({ next_cursor: said })),
});

const personSchema = v.object({ id: v.string(), email: said });
const deviceSchema = v.looseObject({
  id: v.string(),
  registered_owner_info: maybe(v.object({ identifier: said })),
});

type Person = v.InferOutput<typeof personSchema>;

/** `next` is an absolute address, which might lead elsewhere; `next_cursor` says the same. Both are empty on the last page. */
const listed = (upstream: Upstream, url: string, signal: AbortSignal, query?: string) =>
  pagesOf<string>('', async (cursor) => {
    const asked = { per_page: String(PER_PAGE), ...(cursor && { cursor }), ...(query && { query }) };
    const { data, pagination } = readAnswer(pageSchema, await upstream.json({ url, query: asked, headers }, signal));
    return { records: data, next: pagination?.next_cursor ?? null };
  });

const readable = <Schema extends v.GenericSchema>(schema: Schema, records: readonly unknown[]) =>
  records.flatMap((record): v.InferOutput<Schema>[] => {
    const read = v.safeParse(schema, record);
    return read.success ? [read.output] : [];
  });

/** Devices with the results of their checks, which are asked for one by one. */
async function withChecks(
  upstream: Upstream,
  records: readonly unknown[],
  ownersOfDevice: (device: v.InferOutput<typeof deviceSchema>) => readonly string[],
  signal: AbortSignal,
): Promise<Records> {
  const devices = readable(deviceSchema, records);
  const results = await settledOf(
    devices.map(({ id }) => everyPage(listed(upstream, `devices/${encodeURIComponent(id)}/check_results`, signal))),
  );
  return {
    records: devices.map((device, index) => ({
      owners: ownersOfDevice(device),
      record: { ...device, check_results: results.values[index] ?? [] },
    })),
    isPartial: results.isPartial,
  };
}

/** Devices of Kolide, by the people to whom they are registered. */
export const kolideConnector = connector({
  settings: { url: v.optional(baseUrl, 'https://api.kolide.com'), token: secretReference },
  // https://www.kolide.com/docs/developers/api#rate-limiting
  quota: { requests: 270, perSeconds: 60 },
  account: ({ url, token }) => `kolide ${hostOf(url)} ${JSON.stringify(token)}`,
  requestsPerPerson: 4,
  devicesPerPage: 1,
  connect: ({ url, token }, tools) => {
    const upstream = tools.upstream({
      baseUrl: url,
      authorize: async () => ({ Authorization: `Bearer ${await tools.secret(token)}` }),
    });
    const peopleWhere = async (signal: AbortSignal, query?: string): Promise<readonly Person[]> =>
      readable(personSchema, await everyPage(listed(upstream, 'people', signal, query)));
    return {
      byPerson: async (email, signal) => {
        const found = await peopleWhere(signal, `email:${searchWord(email)}`);
        const own = found.filter((person) => ownersOf(person.email).includes(email));
        const devices = await Promise.all(
          own.map(({ id }) =>
            everyPage(listed(upstream, `people/${encodeURIComponent(id)}/registered_devices`, signal)),
          ),
        );
        return withChecks(upstream, devices.flat(), () => [email], signal);
      },
      async *snapshot(signal) {
        const emails = new Map((await peopleWhere(signal)).map(({ id, email }) => [id, ownersOf(email)]));
        const owners = ({ registered_owner_info: owner }: v.InferOutput<typeof deviceSchema>) =>
          emails.get(owner?.identifier ?? '') ?? [];
        for await (const page of listed(upstream, 'devices', signal)) {
          yield withChecks(upstream, page, owners, signal);
        }
      },
    };
  },
});
