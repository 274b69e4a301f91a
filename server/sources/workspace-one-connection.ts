import * as v from 'valibot';
import { bearerOf } from '../upstream/access-token.ts';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import { settledOf } from '../upstream/settled.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { baseUrl, connector, hostOf, type OwnedRecord, ownersOf, type Tools } from './connection.ts';
import { searchWord } from './filter-text.ts';
import { secretReference } from './secret.ts';
import { listOf, readAnswer, said } from './source.ts';

/** The largest page: `<server>/api/help`. */
const PER_PAGE = 500;

/** The first version of each call: later ones have other names for the same. */
const versioned = { Accept: 'application/json;version=1' };

interface Settings {
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: v.InferOutput<typeof secretReference>;
  readonly tenantCode?: v.InferOutput<typeof secretReference> | undefined;
}

/** OAuth of Workspace ONE UEM: https://docs.omnissa.com, "Using UEM Functionality With a REST API". */
function uemOf({ url, tokenUrl, clientId, clientSecret, tenantCode }: Settings, tools: Tools): Upstream {
  const { origin, pathname } = new URL(tokenUrl);
  const signIn = tools.upstream({ baseUrl: origin, concurrency: 1 });
  const bearer = bearerOf(async () =>
    signIn.json(
      {
        url: pathname,
        form: {
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: await tools.secret(clientSecret),
        },
      },
      AbortSignal.timeout(10_000),
    ),
  );
  return tools.upstream({
    baseUrl: url,
    authorize: async (isRefused, request) => ({
      ...(await bearer(isRefused, request)),
      ...(tenantCode !== undefined && { 'aw-tenant-code': await tools.secret(tenantCode) }),
    }),
  });
}

/** An empty list is sent as nothing at all (204). */
const pageSchema = v.nullable(v.object({ Devices: v.array(v.unknown()) }));
const usersSchema = v.nullable(v.object({ Users: listOf(v.object({ UserName: said, Email: said })) }));
const deviceSchema = v.looseObject({
  Id: v.object({ Value: v.pipe(v.number(), v.integer()) }),
  UserEmailAddress: said,
});

const owned = (record: unknown): OwnedRecord => {
  const device = v.safeParse(deviceSchema, record);
  return { record, owners: device.success ? ownersOf(device.output.UserEmailAddress) : [] };
};

const devicesOf = (uem: Upstream, user: string | undefined, signal: AbortSignal) =>
  pagesOf<number>(0, async (page) => {
    const query = { page: String(page), pagesize: String(PER_PAGE), ...(user !== undefined && { user }) };
    const json = await uem.json({ url: 'API/mdm/devices/search', query, headers: versioned }, signal);
    const records = readAnswer(pageSchema, json)?.Devices ?? [];
    return { records, next: records.length < PER_PAGE ? null : page + 1 };
  });

/** Devices are listed by user name, not by address. */
async function namesOf(email: string, uem: Upstream, signal: AbortSignal): Promise<readonly string[]> {
  const query = { email: searchWord(email) };
  const json = await uem.json({ url: 'API/system/users/search', query, headers: versioned }, signal);
  const found = readAnswer(usersSchema, json)?.Users ?? [];
  return found.flatMap((user) => (ownersOf(user.Email).includes(email) ? (user.UserName ?? []) : []));
}

/** Devices of Workspace ONE UEM, by the users who enrolled them. */
export const workspaceOneConnector = connector({
  settings: {
    /** `https://asNNNN.awmdm.com` */
    url: baseUrl,
    /** Of the region: `https://na.uemauth.workspaceone.com/connect/token`. */
    tokenUrl: baseUrl,
    clientId: v.pipe(v.string(), v.minLength(1)),
    clientSecret: secretReference,
    /** The key of the REST API, where the server asks for it beside the token. */
    tenantCode: v.optional(secretReference),
  },
  // 250,000 a day have been seen in its answers (x-ratelimit-limit).
  quota: { requests: 250_000, perSeconds: 24 * 60 * 60 },
  account: ({ url }) => `workspace-one ${hostOf(url)}`,
  requestsPerPerson: 4,
  devicesPerPage: PER_PAGE,
  connect: (settings, tools) => {
    const uem = uemOf(settings, tools);
    /** What the list leaves out of a device. */
    const whole = async ({ owners, record }: OwnedRecord, signal: AbortSignal): Promise<OwnedRecord> => {
      const device = v.parse(deviceSchema, record);
      const url = `API/mdm/devices/${device.Id.Value}/security`;
      return { owners, record: { ...device, security: await uem.json({ url, headers: versioned }, signal) } };
    };
    return {
      byPerson: async (email, signal) => {
        const names = await namesOf(email, uem, signal);
        const found = await Promise.all(names.map((name) => everyPage(devicesOf(uem, name, signal))));
        const own = found
          .flat()
          .map(owned)
          .filter(({ owners }) => owners.includes(email));
        const asked = await settledOf(own.map((device) => whole(device, signal)));
        return { records: own.map((device, index) => asked.values[index] ?? device), isPartial: asked.isPartial };
      },
      async *snapshot(signal) {
        for await (const page of devicesOf(uem, undefined, signal)) yield { records: page.map(owned) };
      },
    };
  },
});
