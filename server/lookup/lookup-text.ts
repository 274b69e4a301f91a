import type { Identity, ReportedDevice } from '../../src/posture/device.ts';
import type { Finding } from '../../src/posture/finding.ts';
import { DAY, elapsed, type Instant } from '../../src/posture/instant.ts';
import type { Reason } from '../../src/posture/reason.ts';
import { strongKeys } from '../../src/posture/same-device.ts';
import type { Signal } from '../../src/posture/signal.ts';
import type { Heard } from '../posture.ts';
import type { LookedUp, Lookup } from './lookup.ts';

/** A device that nobody has heard from for so long is called silent. */
const SILENT_DAYS = 7;

/** What was looked up, for a terminal. What others wrote cannot move its cursor: control characters are taken out. */
export const lookupText = ({ sources, devices }: Lookup, email: string, now: Instant): string =>
  [
    email,
    ...sources.map(sourceLine),
    ...(devices.length === 0 ? ['', 'No device.'] : devices.flatMap((device) => deviceLines(device, devices, now))),
  ]
    .map((line) => line.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').trimEnd())
    .join('\n');

function sourceLine({ report, listing }: Heard): string {
  const { id, name, status, reason, answeredAt } = report;
  const fault = reason === null ? '' : ` (${reason})`;
  const when = answeredAt === null ? ', has never answered' : ` at ${minuteOf(answeredAt)}`;
  const { inUse, retired } = listing;
  return `  ${id}  ${name}: ${status}${fault}${when}, ${inUse.length} in use, ${retired.length} retired`;
}

function deviceLines(looked: LookedUp, all: readonly LookedUp[], now: Instant): readonly string[] {
  const { device, records, assessed } = looked;
  const { name, platform, form, ownership, id, mayBeSameAs } = device;
  const rivals = all.filter((other) => mayBeSameAs.includes(other.device.id));
  return [
    '',
    `${name || 'Without a name'}  ${platform} ${form}, ${ownership}, ${id}${silence(assessed.lastContactAt, now)}`,
    ...records.flatMap((record) => recordLines(record, records)),
    ...rivals.map((rival) => `  ! not joined with ${rival.device.name || rival.device.id}: ${conflict(looked, rival)}`),
    ...assessed.findings.map((finding) => `  ${findingLine(finding)}`),
  ];
}

function silence(lastContactAt: Instant | null, now: Instant): string {
  if (lastContactAt === null) return ', never heard from';
  const days = Math.floor(elapsed(lastContactAt, now) / DAY);
  return days < SILENT_DAYS ? '' : `, silent for ${days} days`;
}

/** What one source says of a device, and why that is about this one. */
function recordLines(record: ReportedDevice, all: readonly ReportedDevice[]): readonly string[] {
  const { source, name, identity, lastContactAt, signals } = record;
  const contact = lastContactAt === undefined ? 'no contact known' : `last contact ${minuteOf(lastContactAt)}`;
  const moments = [...new Set(signals.map(({ observedAt }) => observedAt))].toSorted().toReversed();
  const saidAt = (at: Instant) => signals.filter(({ observedAt }) => observedAt === at).map(statement);
  return [
    `  ${source}  “${name}”, ${keysText(identity)}, ${contact}`,
    `      ${joinedText(record, all)}`,
    ...moments.map((at) => `      observed ${minuteOf(at)}: ${saidAt(at).join(', ')}`),
  ];
}

const keyNames = { serial: 'serial', hardwareUuid: 'hardware UUID', imei: 'IMEI' } as const;

/** By which keys a record was joined with which others. */
function joinedText(record: ReportedDevice, all: readonly ReportedDevice[]): string {
  const others = all.filter((other) => other !== record);
  if (others.length === 0) return 'not joined with another';
  const by = (name: string, holders: readonly ReportedDevice[]) =>
    holders.length === 0 ? [] : [`by ${name} with ${[...new Set(holders.map(({ source }) => source))].join(', ')}`];
  const { identity } = record;
  const strong = strongKeys.flatMap((kind) =>
    by(
      keyNames[kind],
      others.filter((other) => identity[kind] !== undefined && other.identity[kind] === identity[kind]),
    ),
  );
  const macs = others.filter((other) => other.identity.macs?.some((mac) => identity.macs?.includes(mac)));
  return `joined ${(strong.length > 0 ? strong : by('MAC', macs)).join('; ')}`;
}

function keysText({ serial, hardwareUuid, imei, macs = [] }: Identity): string {
  const keys = [
    serial && `${keyNames.serial} ${serial}`,
    hardwareUuid && `${keyNames.hardwareUuid} ${hardwareUuid}`,
    imei && `${keyNames.imei} ${imei}`,
    macs.length > 0 && `MAC ${macs.join(' ')}`,
  ].filter(Boolean);
  return keys.length === 0 ? 'nothing that identifies it' : keys.join(', ');
}

/** In which keys two devices agree, and in which they do not. */
function conflict(a: LookedUp, b: LookedUp): string {
  const platforms = a.device.platform === b.device.platform ? [] : ['platform'];
  const compared = strongKeys.map((kind) => ({ kind, of: [valuesOf(a, kind), valuesOf(b, kind)] as const }));
  const agreed = compared.filter(({ of: [one, other] }) => one.some((value) => other.includes(value)));
  const differing = compared.filter(
    ({ of: [one, other] }) => one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value)),
  );
  const names = (some: typeof compared) => some.map(({ kind }) => keyNames[kind]);
  return `same ${names(agreed).join(', ')}, but another ${[...names(differing), ...platforms].join(', ') || 'record contradicts'}`;
}

const valuesOf = ({ records }: LookedUp, kind: (typeof strongKeys)[number]): readonly string[] =>
  records.flatMap(({ identity }) => identity[kind] ?? []);

/** Why nothing is known, as far as systems have to do with it. */
const whyUnknown: Partial<Record<Reason, string>> = {
  'not-reported': 'covered, and not told',
  'not-covered': 'no source tells it on this platform',
  stale: 'what was said is too old to count',
  'sources-disagree': 'within an hour of each other and contradicting, so that neither counts',
  'source-failed': 'who tells it has not answered',
  'value-not-understood': 'what was said is none of the values that it can have',
  'clock-wrong': 'said of a time that has not come: a clock is wrong',
  'baseline-missing': 'the baseline does not know this version',
  'baseline-outdated': 'the baseline is too old to say what is new',
};

function findingLine({ practice, rating, reason, blamed, observed, decidedBy, alsoSaid, agreed }: Finding): string {
  const named = blamed.length > 0 ? ` (${blamed.join(', ')})` : '';
  const why = reason === undefined ? (observed ?? '') : `${reason}${named}: ${whyUnknown[reason] ?? ''}`;
  const said = decidedBy.length > 0 ? `  by ${decidedBy.map(signalText).join(', ')}` : '';
  const isOverruled = (signal: Signal) =>
    decidedBy.some(({ fact, value }) => fact === signal.fact && JSON.stringify(value) !== JSON.stringify(signal.value));
  const list = (words: string, signals: readonly Signal[]) =>
    signals.length > 0 ? `  (${words}: ${signals.map(signalText).join(', ')})` : '';
  const also =
    list(
      'also said',
      alsoSaid.filter((signal) => !isOverruled(signal)),
    ) + list('later than', alsoSaid.filter(isOverruled));
  const exception = agreed === undefined ? '' : `  agreed until ${agreed.until}: ${agreed.why}`;
  return `${rating.padEnd(15)}${practice.padEnd(22)}${why}${said}${also}${exception}`;
}

const statement = ({ fact, value }: Signal): string => `${fact}=${JSON.stringify(value)}`;

const signalText = (signal: Signal): string => `${signal.source} ${statement(signal)} ${minuteOf(signal.observedAt)}`;

/** `2026-11-23 06:00`, in UTC. */
const minuteOf = (at: Instant): string => at.slice(0, 16).replace('T', ' ');
