import type { Identity, ReportedDevice } from './device.ts';

/** The keys that a maker gives to one device only, strongest first. */
export const strongKeys = ['serial', 'hardwareUuid', 'imei'] as const;
export type StrongKey = (typeof strongKeys)[number];

type Report = ReportedDevice;
type Group = readonly Report[];

/**
 * Groups the records that describe one device (wire rule 9). The rule looks at sets, never at an order, so any order and any
 * repetition of the records gives the same groups.
 *
 * A key joins the records that hold it unless those contradict each other in another strong key or in their platform; then it
 * joins none of them. Where a chain of keys leads to a contradiction all the same, the weakest kind of key is given up first.
 */
export function groupsOf(records: readonly Report[]): readonly Group[] {
  const strong = records.filter(({ identity }) => hasStrongKey(identity));
  const weak = records.filter(({ identity }) => !hasStrongKey(identity));
  return [...joinByKeys(strong, strongKeys), ...joinByMac(weak, records)];
}

export const hasStrongKey = (identity: Identity): boolean => strongKeys.some((key) => identity[key] !== undefined);

/** iPadOS is reported as iOS by most systems. */
const family = ({ platform }: Report): string => (platform === 'ipados' ? 'ios' : platform);

/** Whether the records cannot be one device: they differ in a strong key, or run different systems (a second system of the same machine). */
export function contradicts(group: Group): boolean {
  const differ = (values: readonly (string | undefined)[]) =>
    new Set(values.filter((value) => value !== undefined)).size > 1;
  const families = group.map(family).filter((name) => name !== 'unknown');
  return differ(families) || strongKeys.some((key) => differ(group.map(({ identity }) => identity[key])));
}

function joinByKeys(records: Group, keys: readonly StrongKey[]): readonly Group[] {
  if (keys.length === 0) return records.map((record) => [record]);
  const links = keys.flatMap((key) => [...groupBy(records, ({ identity }) => identity[key]).values()]);
  const agreed = links.filter((holders) => !contradicts(holders));
  return components(records, agreed).flatMap((group) =>
    contradicts(group) ? joinByKeys(group, keys.slice(0, -1)) : [group],
  );
}

/** A MAC address joins only records that have nothing better, if it is seen on one device of each source and the platforms agree. */
function joinByMac(records: Group, everyone: Group): readonly Group[] {
  const holders = new Map<string, Report[]>();
  for (const record of everyone) {
    for (const mac of record.identity.macs ?? []) holders.set(mac, [...(holders.get(mac) ?? []), record]);
  }
  const links = [...holders.values()].filter(
    (group) => isOnePerSource(group) && group.every((record) => records.includes(record)) && isOnePlatform(group),
  );
  return components(records, links).flatMap((group) =>
    isOnePerSource(group) ? [group] : group.map((record) => [record]),
  );
}

const isOnePerSource = (group: Group): boolean => new Set(group.map(({ source }) => source)).size === group.length;
const isOnePlatform = (group: Group): boolean => new Set(group.map(({ platform }) => platform)).size === 1;

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** The connected components of the records under the links. */
function components(records: Group, links: readonly Group[]): readonly Group[] {
  const leader = new Map<Report, Report>(records.map((record) => [record, record]));
  const leaderOf = (record: Report): Report => {
    let at = record;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    return at;
  };
  for (const [first, ...rest] of links) {
    for (const record of first === undefined ? [] : rest) leader.set(leaderOf(record), leaderOf(first as Report));
  }
  const groups = new Map<Report, Report[]>();
  for (const record of records) groups.set(leaderOf(record), [...(groups.get(leaderOf(record)) ?? []), record]);
  return [...groups.values()];
}
