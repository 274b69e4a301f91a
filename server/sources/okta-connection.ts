import * as v from 'valibot';
import { SourceFailure } from '../upstream/failure.ts';
import { pagesOf } from '../upstream/pages.ts';
import { settledOf } from '../upstream/settled.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { baseUrl, connector, hostOf, type OwnedRecord, ownersOf } from './connection.ts';
import { searchWord } from './filter-text.ts';
import { secretReference } from './secret.ts';
import { listOf, maybe, readAnswer, said } from './source.ts';

/** The largest page: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Device/. */
const PER_PAGE = 200;

const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,64}$/i));
const profileSchema = maybe(v.object({ login: said, email: said }));
const userSchema = v.object({ id, profile: profileSchema });
const deviceSchema = v.looseObject({ id });
const boundSchema = v.array(v.unknown());
const useSchema = v.object({ screenLockType: said, user: maybe(v.object({ profile: profileSchema })) });

type Use = v.InferOutput<typeof useSchema>;

/** In most companies the name to sign in with is the address. */
const ownersIn = ({ user }: Use): readonly string[] => ownersOf(user?.profile?.login, user?.profile?.email);

/** A device as each of its users has it: the lock of the screen is the user's own. */
const perUser = (device: object, uses: readonly Use[]): readonly OwnedRecord[] =>
  uses.map((use) => ({
    owners: ownersIn(use),
    record: { ...device, _embedded: { users: [{ screenLockType: use.screenLockType }] } },
    isShared: uses.length > 1,
  }));

const listedSchema = v.looseObject({ id, _embedded: maybe(v.object({ users: listOf(useSchema) })) });

/** Lists are bare arrays, and the address of the next page stands beside them. */
const devicesIn = (upstream: Upstream, signal: AbortSignal) =>
  pagesOf<string>('', async (url) => {
    const first = { url: 'api/v1/devices', query: { expand: 'user', limit: String(PER_PAGE) } };
    const { json, next } = await upstream.linked(url === '' ? first : { url }, signal);
    return { records: readAnswer(boundSchema, json), next };
  });

/** The id of the user with an address; undefined where Okta knows nobody by it. */
async function userWith(email: string, upstream: Upstream, signal: AbortSignal): Promise<string | undefined> {
  const url = `api/v1/users/${encodeURIComponent(searchWord(email))}`;
  try {
    const user = readAnswer(userSchema, await upstream.json({ url }, signal));
    return ownersIn({ screenLockType: undefined, user }).includes(email) ? user.id : undefined;
  } catch (error) {
    if (!(error instanceof SourceFailure && error.status === 404)) throw error;
    // A wrong address answers so, too. Only where devices are listed does it mean that there is no such user.
    readAnswer(boundSchema, await upstream.json({ url: 'api/v1/devices', query: { limit: '1' } }, signal));
    return undefined;
  }
}

const boundDeviceSchema = v.object({ device: deviceSchema });

/** Devices of Okta, by the users who registered them with Okta Verify. */
export const oktaConnector = connector({
  settings: {
    /** `https://acme.okta.com` */
    url: baseUrl,
    token: secretReference,
  },
  // Okta's numbers depend on the contract: this is what we keep to.
  quota: { requests: 100, perSeconds: 60 },
  account: ({ url }) => `okta ${hostOf(url)}`,
  requestsPerPerson: 4,
  devicesPerPage: PER_PAGE,
  connect: ({ url, token }, tools) => {
    const upstream = tools.upstream({
      baseUrl: url,
      authorize: async () => ({ Authorization: `SSWS ${await tools.secret(token)}` }),
    });
    const usesOf = async (device: string, signal: AbortSignal) =>
      readAnswer(listOf(useSchema), await upstream.json({ url: `api/v1/devices/${device}/users` }, signal));
    return {
      byPerson: async (email, signal) => {
        const user = await userWith(email, upstream, signal);
        if (user === undefined) return { records: [] };
        const bound = await upstream.json({ url: `api/v1/users/${user}/devices` }, signal);
        const devices = readAnswer(listOf(boundDeviceSchema), bound).map(({ device }) => device);
        const uses = await settledOf(devices.map((device) => usesOf(device.id, signal)));
        return {
          records: devices.flatMap((device, index) => {
            const own = perUser(device, uses.values[index] ?? []).filter(({ owners }) => owners.includes(email));
            return own.length > 0 ? own : [{ owners: [email], record: device }];
          }),
          isPartial: uses.isPartial,
        };
      },
      async *snapshot(signal) {
        for await (const page of devicesIn(upstream, signal)) {
          const read = page.flatMap((record) => {
            const device = v.safeParse(listedSchema, record);
            return device.success ? perUser(device.output, device.output._embedded?.users ?? []) : [];
          });
          yield { records: read };
        }
      },
    };
  },
});
