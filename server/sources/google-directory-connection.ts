import * as v from 'valibot';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { type Connector, connector, type OwnedRecord, ownersOf } from './connection.ts';
import { searchWord } from './filter-text.ts';
import { pageOf } from './google.ts';
import { type GoogleSettings, googleAccount, googleSettings, googleUpstream } from './google-account.ts';
import { listOf, maybe, readAnswer, said } from './source.ts';

/** https://developers.google.com/workspace/admin/directory/v1/limits */
const quota = { requests: 2400, perSeconds: 60 };

const pageSchema = v.object({ nextPageToken: maybe(v.string()) });

interface List {
  /** The last part of the path. */
  readonly devices: 'mobile' | 'chromeos';
  /** The name of the list in an answer. */
  readonly list: string;
  readonly perPage: number;
  /** The field of a search by person. */
  readonly searched: 'email' | 'user';
  readonly ownersIn: (record: unknown) => readonly string[];
}

const pages = ({ customer }: GoogleSettings, upstream: Upstream, list: List, signal: AbortSignal, query?: string) =>
  pagesOf<string>('', async (pageToken) => {
    const json = await upstream.json(
      {
        url: `admin/directory/v1/customer/${customer}/devices/${list.devices}`,
        query: {
          projection: 'FULL',
          maxResults: String(list.perPage),
          ...(query !== undefined && { query }),
          ...(pageToken !== '' && { pageToken }),
        },
      },
      signal,
    );
    const { nextPageToken } = readAnswer(pageSchema, json);
    return { records: pageOf(list.list, v.unknown(), json), next: nextPageToken || null };
  });

/** A list of the Admin SDK's Directory API. */
const directoryConnector = (list: List): Connector =>
  connector({
    settings: googleSettings,
    quota,
    account: googleAccount('google-directory'),
    requestsPerPerson: 1,
    devicesPerPage: list.perPage,
    connect: (settings, tools) => {
      const scope = `https://www.googleapis.com/auth/admin.directory.device.${list.devices}.readonly`;
      const upstream = googleUpstream(settings, 'https://admin.googleapis.com', scope, tools);
      const owned = (record: unknown): OwnedRecord => ({ record, owners: list.ownersIn(record) });
      return {
        byPerson: async (email, signal) => {
          const query = `${list.searched}:${searchWord(email)}`;
          return { records: (await everyPage(pages(settings, upstream, list, signal, query))).map(owned) };
        },
        async *snapshot(signal) {
          for await (const page of pages(settings, upstream, list, signal)) yield { records: page.map(owned) };
        },
      };
    },
  });

const mobileSchema = v.object({ email: maybe(listOf(v.string())) });
const chromebookSchema = v.object({ annotatedUser: said });

/** Phones and tablets, by the accounts on them. */
export const googleMobileConnector = directoryConnector({
  devices: 'mobile',
  list: 'mobiledevices',
  perPage: 100,
  searched: 'email',
  ownersIn: (record) => {
    const mobile = v.safeParse(mobileSchema, record);
    return mobile.success ? ownersOf(...(mobile.output.email ?? [])) : [];
  },
});

/** Chromebooks, by the user that the company assigned. Who signed in lately may be anybody. */
export const googleChromeosConnector = directoryConnector({
  devices: 'chromeos',
  list: 'chromeosdevices',
  perPage: 300,
  searched: 'user',
  ownersIn: (record) => {
    const chromebook = v.safeParse(chromebookSchema, record);
    return chromebook.success ? ownersOf(chromebook.output.annotatedUser) : [];
  },
});
