import type { Device, Identity, JoinedBy, Ownership, ReportedDevice, Sighting } from './device.ts';
import { epochMs, latest } from './instant.ts';
import { groupsOf, type StrongKey, strongKeys } from './same-device.ts';
import type { Signal } from './signal.ts';

/** Turns an identity key into an opaque, stable text. The gateway seals with a key of its own (HMAC). */
export type Seal = (key: string) => string;

type Group = readonly ReportedDevice[];

/** An identity key as it is sealed: its kind and its value. A hint of this computer is sealed the same way and compared. */
export const identityKey = (kind: StrongKey | 'mac' | 'name', value: string): string => `${kind}:${value}`;

/** A device, and the records that it was made of, the latest contact first. */
export interface Collated {
  readonly device: Device;
  readonly records: readonly ReportedDevice[];
}

/**
 * Makes devices out of what the sources report: joins the records of one device, keeps every signal, and leaves serials, IMEIs and
 * MAC addresses behind (wire rules 7 and 9). Any order and any repetition of the records gives the same devices.
 */
export const collate = (reported: readonly ReportedDevice[], seal: Seal): readonly Device[] =>
  collated(reported, seal).map(({ device }) => device);

/** The same, for those who want to see what was joined. */
export function collated(reported: readonly ReportedDevice[], seal: Seal): readonly Collated[] {
  const groups = groupsOf(distinct(reported)).map((group) => group.toSorted(byImportance));
  const holders = countBy(groups.flatMap((group) => [...new Set(keysOf(group))]));
  const ids = idsOf(groups, (group) => idOf(group, holders, seal));
  const sharesKey = (a: Group, b: Group) => keysOf(a).some((key) => keysOf(b).includes(key));
  return groups
    .map((group) => ({
      records: group,
      device: deviceOf(group, {
        id: ids.get(group) ?? '',
        match: [...new Set(keysOf(group))].toSorted().map(seal),
        mayBeSameAs: groups
          .filter((other) => other !== group && sharesKey(group, other))
          .flatMap((other) => ids.get(other) ?? []),
      }),
    }))
    .toSorted((a, b) => (a.device.id < b.device.id ? -1 : 1));
}

const distinct = (records: readonly ReportedDevice[]): readonly ReportedDevice[] => [
  ...new Map(records.map((record) => [JSON.stringify(record), record])).values(),
];

/** The latest contact first: its name and model are the ones that people see today. */
const byImportance = (a: ReportedDevice, b: ReportedDevice): number =>
  epochMs(b.lastContactAt ?? '1970-01-01') - epochMs(a.lastContactAt ?? '1970-01-01') ||
  (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const strongKeysOf = (identity: Identity): readonly string[] =>
  strongKeys.flatMap((kind) => (identity[kind] === undefined ? [] : [identityKey(kind, identity[kind])]));

/** The strong keys of a group, strongest first. */
const keysOf = (group: Group): readonly string[] =>
  strongKeys.flatMap((kind) =>
    group
      .flatMap(({ identity }) => strongKeysOf(identity))
      .filter((key) => key.startsWith(`${kind}:`))
      .toSorted(),
  );

const countBy = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Records that nothing tells apart, such as those of cloned machines, are numbered in the order of what they say. */
function idsOf(groups: readonly Group[], idFor: (group: Group) => string): ReadonlyMap<Group, string> {
  const taken = new Map<string, number>();
  return new Map(
    groups
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      .map((group) => {
        const id = idFor(group);
        const before = taken.get(id) ?? 0;
        taken.set(id, before + 1);
        return [group, before === 0 ? id : `${id}_${before + 1}`];
      }),
  );
}

/** The strongest key that is this device's alone, so that the id stays the same when a source is missing. */
function idOf(group: Group, holders: ReadonlyMap<string, number>, seal: Seal): string {
  const keys = keysOf(group);
  const macs = group.flatMap(({ identity }) => identity.macs ?? []).toSorted();
  const own = keys.find((key) => holders.get(key) === 1);
  const all = [...keys, ...macs.slice(0, 1).map((mac) => identityKey('mac', mac))];
  const last = group
    .map(({ source, name, platform }) => `${source}|${platform}|${name}`)
    .toSorted()
    .join('|');
  const key = own ?? (keys.length > 0 ? `${all.join('|')}|${last}` : (all[0] ?? identityKey('name', last)));
  return `d_${seal(key).replace(/^.*:/, '').slice(0, 24)}`;
}

function deviceOf(group: Group, given: Pick<Device, 'id' | 'match' | 'mayBeSameAs'>): Device {
  const [first] = group;
  const model = group.find((record) => record.model !== undefined)?.model;
  const serial = group.find(({ identity }) => identity.serial !== undefined)?.identity.serial;
  return {
    id: given.id,
    name: group.find(({ name }) => name !== '')?.name ?? '',
    platform: group.find(({ platform }) => platform !== 'unknown')?.platform ?? 'unknown',
    form: first?.form ?? 'computer',
    ...(model !== undefined && { model }),
    ownership: ownershipOf(group),
    ...(serial !== undefined && { serialEnding: serial.slice(-4) }),
    match: given.match,
    seenBy: sightingsOf(group),
    mayBeSameAs: given.mayBeSameAs.toSorted(),
    signals: signalsOf(group),
  };
}

/** Whoever else uses it, one source's word for that is enough. */
const ownershipOf = (group: Group): Ownership =>
  group.find(({ ownership }) => ownership === 'shared')?.ownership ??
  group.find(({ ownership }) => ownership !== 'unknown')?.ownership ??
  'unknown';

const jointOf: Record<StrongKey, JoinedBy> = { serial: 'serial', hardwareUuid: 'hardware-uuid', imei: 'imei' };

/** One line for each source: its latest contact, and the strongest key that its record shares with another source's. */
function sightingsOf(group: Group): readonly Sighting[] {
  const sources = [...new Set(group.map(({ source }) => source))].toSorted();
  return sources.map((source) => {
    const own = group.filter((record) => record.source === source);
    const others = group.filter((record) => record.source !== source);
    const shares = (kind: StrongKey) =>
      own.some(
        ({ identity }) =>
          identity[kind] !== undefined && others.some((other) => other.identity[kind] === identity[kind]),
      );
    const shared = strongKeys.find(shares);
    return {
      source,
      lastContactAt: latest(...own.map(({ lastContactAt }) => lastContactAt)) ?? null,
      joinedBy: shared === undefined ? (others.length > 0 ? 'mac' : 'alone') : jointOf[shared],
    };
  });
}

const signalsOf = (group: Group): readonly Signal[] =>
  [...new Map(group.flatMap(({ signals }) => signals).map((signal) => [JSON.stringify(signal), signal])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, signal]) => signal);
