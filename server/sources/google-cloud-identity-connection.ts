import * as v from 'valibot';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { connector, type OwnedRecord, ownersOf, type Records } from './connection.ts';
import { searchWord } from './filter-text.ts';
import { pageOf } from './google.ts';
import { type GoogleSettings, googleAccount, googleSettings, googleUpstream } from './google-account.ts';
import { maybe, readAnswer } from './source.ts';

const SCOPE = 'https://www.googleapis.com/auth/cloud-identity.devices.readonly';
const DEVICES_PER_PAGE = 100;
const USERS_PER_PAGE = 20;

const pageSchema = v.object({ nextPageToken: maybe(v.string()) });
const deviceSchema = v.looseObject({ name: v.pipe(v.string(), v.regex(/^devices\/[^/]+$/)) });
const userSchema = v.looseObject({
  name: v.pipe(v.string(), v.regex(/^devices\/[^/]+\/deviceUsers\/[^/]+$/)),
  userEmail: v.string(),
});

type Device = v.InferOutput<typeof deviceSchema>;
type User = v.InferOutput<typeof userSchema>;

interface Asking {
  readonly upstream: Upstream;
  readonly customer: GoogleSettings['customer'];
  readonly signal: AbortSignal;
  readonly filter?: string;
}

function listed(url: string, list: string, pageSize: number, more: Readonly<Record<string, string>>, asking: Asking) {
  const { upstream, customer, signal, filter } = asking;
  return pagesOf<string>('', async (pageToken) => {
    const query = {
      customer: `customers/${customer}`,
      pageSize: String(pageSize),
      ...more,
      ...(filter !== undefined && { filter }),
      ...(pageToken !== '' && { pageToken }),
    };
    const json = await upstream.json({ url, query }, signal);
    const { nextPageToken } = readAnswer(pageSchema, json);
    return { records: pageOf(list, v.unknown(), json), next: nextPageToken || null };
  });
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const devices = (asking: Asking) =>
  listed('v1/devices', 'devices', DEVICES_PER_PAGE, { view: 'USER_ASSIGNED_DEVICES' }, asking);

async function usersByDevice(asking: Asking): Promise<ReadonlyMap<string, readonly User[]>> {
  const users = readable(
    userSchema,
    await everyPage(listed('v1/devices/-/deviceUsers', 'deviceUsers', USERS_PER_PAGE, {}, asking)),
  );
  return grouped(users, ({ name }) => name.slice(0, name.indexOf('/deviceUsers/')));
}

const readable = <Schema extends v.GenericSchema>(schema: Schema, records: readonly unknown[]) =>
  records.flatMap((record): v.InferOutput<Schema>[] => {
    const read = v.safeParse(schema, record);
    return read.success ? [read.output] : [];
  });

/** A device once for each of its people, with what is known of their use of it and of nobody else's. */
function perPerson(device: Device, users: readonly User[]): readonly OwnedRecord[] {
  const byOwner = grouped(users, ({ userEmail }) => userEmail.trim().toLowerCase());
  const isShared = byOwner.size > 1;
  return [...byOwner].map(([email, own]) => ({
    owners: ownersOf(email),
    record: { ...device, deviceUsers: own },
    isShared,
  }));
}

function recordsOf(found: readonly unknown[], users: ReadonlyMap<string, readonly User[]>): Records {
  const known = readable(deviceSchema, found);
  return { records: known.flatMap((device) => perPerson(device, users.get(device.name) ?? [])) };
}

/** Devices of the Cloud Identity Devices API, by the people who use them with their work account. */
export const googleCloudIdentityConnector = connector({
  settings: googleSettings,
  // The API names no number of its own; this is the Directory API's.
  quota: { requests: 2400, perSeconds: 60 },
  account: googleAccount('google-cloud-identity'),
  requestsPerPerson: 2,
  devicesPerPage: USERS_PER_PAGE,
  connect: (settings, tools) => {
    const upstream = googleUpstream(settings, 'https://cloudidentity.googleapis.com', SCOPE, tools);
    const { customer } = settings;
    return {
      byPerson: async (email, signal) => {
        const asking = { upstream, customer, signal, filter: `email:${searchWord(email)}` };
        const [found, users] = await Promise.all([everyPage(devices(asking)), usersByDevice(asking)]);
        return recordsOf(found, users);
      },
      async *snapshot(signal) {
        const asking = { upstream, customer, signal };
        const users = await usersByDevice(asking);
        for await (const page of devices(asking)) yield recordsOf(page, users);
      },
    };
  },
});
