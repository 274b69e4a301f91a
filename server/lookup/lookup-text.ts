import type { Identity, JoinedBy, ReportedDevice } from '../../src/posture/device.ts';
import type { Finding } from '../../src/posture/finding.ts';
import { DAY, elapsed, type Instant } from '../../src/posture/instant.ts';
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
    ...records.map((record) => `  ${recordLine(record, joinedBy(looked, record.source))}`),
    ...rivals.map((rival) => `  ! not joined with ${rival.device.name || rival.device.id}: ${conflict(looked, rival)}`),
    ...assessed.findings.map((finding) => `  ${findingLine(finding)}`),
  ];
}

function silence(lastContactAt: Instant | null, now: Instant): string {
  if (lastContactAt === null) return ', never heard from';
  const days = Math.floor(elapsed(lastContactAt, now) / DAY);
  return days < SILENT_DAYS ? '' : `, silent for ${days} days`;
}

const joinedBy = ({ device }: LookedUp, source: string): JoinedBy =>
  device.seenBy.find((sighting) => sighting.source === source)?.joinedBy ?? 'alone';

function recordLine({ source, name, identity, lastContactAt }: ReportedDevice, by: JoinedBy): string {
  const contact = lastContactAt === undefined ? 'no contact known' : `last contact ${minuteOf(lastContactAt)}`;
  const joined = by === 'alone' ? 'not joined with another' : `joined by ${by}`;
  return `${source}  “${name}”, ${keysText(identity)}, ${contact}, ${joined}`;
}

function keysText({ serial, hardwareUuid, imei, macs = [] }: Identity): string {
  const keys = [
    serial && `serial ${serial}`,
    hardwareUuid && `hardware UUID ${hardwareUuid}`,
    imei && `IMEI ${imei}`,
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
  const names = (some: typeof compared) => some.map(({ kind }) => kind);
  return `same ${names(agreed).join(', ')}, but another ${[...names(differing), ...platforms].join(', ') || 'record contradicts'}`;
}

const valuesOf = ({ records }: LookedUp, kind: (typeof strongKeys)[number]): readonly string[] =>
  records.flatMap(({ identity }) => identity[kind] ?? []);

function findingLine({ practice, rating, reason, blamed, observed, decidedBy, alsoSaid, agreed }: Finding): string {
  const why = reason === undefined ? (observed ?? '') : [reason, ...blamed].join(' ');
  const said = decidedBy.length > 0 ? `  by ${decidedBy.map(signalText).join(', ')}` : '';
  const also = alsoSaid.length > 0 ? `  (also said: ${alsoSaid.map(signalText).join(', ')})` : '';
  const exception = agreed === undefined ? '' : `  agreed until ${agreed.until}: ${agreed.why}`;
  return `${rating.padEnd(15)}${practice.padEnd(22)}${why}${said}${also}${exception}`;
}

const signalText = ({ source, fact, value, observedAt }: Signal): string =>
  `${source} ${fact}=${JSON.stringify(value)} ${minuteOf(observedAt)}`;

/** `2026-11-23 06:00`, in UTC. */
const minuteOf = (at: Instant): string => at.slice(0, 16).replace('T', ' ');
