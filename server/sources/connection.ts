import * as v from 'valibot';
import type { Instant } from '../../src/posture/instant.ts';
import type { IsThrottled } from '../upstream/answer.ts';
import type { Authorize, Upstream } from '../upstream/upstream.ts';
import type { CompanyFile } from './company-file.ts';
import type { SecretReference } from './secret.ts';

/** A record as a system lists it, and whose device it is about: verified e-mail addresses, in lower case. */
export interface OwnedRecord {
  readonly owners: readonly string[];
  readonly record: unknown;
  /**
   * Whether others use the device, too. Where a system does not say, several owners are several people; one person may have more than
   * one address.
   */
  readonly isShared?: boolean;
}

/** What a system lists. */
export interface Records {
  readonly records: readonly OwnedRecord[];
  /** The devices are all there, but something about them could not be asked. */
  readonly isPartial?: boolean;
}

/**
 * Ways to ask one system that a company runs. At least one is there. Each rejects with a SourceFailure, or with the reason of the
 * signal. Who asks for a person keeps only what is owned by that very address: a search is not a comparison.
 */
export interface Connection {
  /** The devices of one person, by their verified e-mail address in lower case. */
  readonly byPerson?: (email: string, signal: AbortSignal) => Promise<Records>;
  /** The whole inventory, page by page. */
  readonly snapshot?: (signal: AbortSignal) => AsyncIterable<Records>;
}

/** What a connection is made with: everything that is not the system's own. */
export interface Tools {
  readonly now: () => Instant;
  readonly secret: (reference: SecretReference) => Promise<string>;
  /** The way to a system, which keeps to this asker's manners. */
  readonly upstream: (options: {
    readonly baseUrl: string;
    readonly authorize?: Authorize;
    readonly isThrottled?: IsThrottled;
    /** Requests at the same time, where the vendor names a number. */
    readonly concurrency?: number;
  }) => Upstream;
  /** A file of the company's, for inventories that are kept as one. @throws SourceFailure */
  readonly readText: (path: string) => Promise<CompanyFile>;
}

/** What the vendor allows: so many requests in so many seconds, for the whole company. */
export interface Quota {
  readonly requests: number;
  readonly perSeconds: number;
}

/** How a system is connected: its part of the configuration, and what asking costs. */
export interface Connector {
  /** The fields of `sources[]` in the configuration that are this system's own. */
  readonly settings: v.GenericSchema & { readonly entries: v.ObjectEntries };
  readonly quota: Quota;
  /**
   * Names whom the vendor counts the quota of: sources that name the same share it. Where the settings do not tell, it is better to
   * take two for one than to pass a quota.
   */
  readonly account: (settings: unknown) => string;
  /** Requests that the answer for one person usually takes; undefined where nobody can be asked about alone. */
  readonly requestsPerPerson?: number;
  /** Devices on one page of the whole inventory; undefined where there is no such list. */
  readonly devicesPerPage?: number;
  /** @throws ValiError when the settings are not what `settings` describes. */
  readonly connect: (settings: unknown, tools: Tools) => Connection;
}

type Given<Entries extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<Entries, undefined>>;

interface Definition<Entries extends v.ObjectEntries>
  extends Pick<Connector, 'quota' | 'requestsPerPerson' | 'devicesPerPage'> {
  readonly settings: Entries;
  readonly account: (settings: Given<Entries>) => string;
  readonly connect: (settings: Given<Entries>, tools: Tools) => Connection;
}

/** Describes how a system is connected, with the types of its own settings. */
export function connector<const Entries extends v.ObjectEntries>(definition: Definition<Entries>): Connector {
  const settings = v.object(definition.settings);
  return {
    ...definition,
    settings,
    account: (given) => definition.account(v.parse(settings, given)),
    connect: (given, tools) => definition.connect(v.parse(settings, given), tools),
  };
}

/** E-mail addresses as they are compared. */
export const ownersOf = (...addresses: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(addresses.flatMap((address) => (address ? [address.trim().toLowerCase()] : []))),
];

/** The base URL of a system. Plain http is for tests and for systems on the same machine. */
export const baseUrl = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && isPrivateOrSecure(new URL(text)), 'Expected an https:// address'),
);

/** The host of a base URL, by which a company's own server is told from others. */
export const hostOf = (url: string): string => new URL(url).host;

const isPrivateOrSecure = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
