import { collate, collated, type Seal } from '../src/posture/collate.ts';
import type { Device } from '../src/posture/device.ts';
import { earliest, elapsed, epochMs, type Instant, latest } from '../src/posture/instant.ts';
import type { SourceFault, SourceReport, SourceStatus } from '../src/posture/source.ts';
import { LIMITS, WIRE_VERSION } from '../src/posture/wire.ts';
import { withHints } from './device-hints.ts';
import { type AttributeCheck, coversWith } from './sources/attribute-check.ts';
import type { Listing, ManagementSystem } from './sources/source.ts';
import { SourceFailure } from './upstream/failure.ts';

/** How long an extension may keep a posture document without asking again, when no source says more. */
export const POSTURE_MAX_AGE_SECONDS = 900;

/** An answer that is being fetched is there soon, but nobody need ask every second. */
const SHORTEST_MAX_AGE_SECONDS = 60;

/** What one source said of a person, and how asking it went. */
export interface SourceAnswer {
  readonly id: string;
  readonly name: string;
  readonly system: ManagementSystem;
  /** The checks that the company set up for this source. */
  readonly checks?: readonly AttributeCheck[];
  readonly status: SourceStatus;
  readonly reason: SourceFault | null;
  /** When `json` was answered; null when there never was an answer, and nothing to read. */
  readonly answeredAt: Instant | null;
  /** When asking again may tell something new. */
  readonly dueAt?: Instant;
  /** What the system sent; from its last answer when it is failing now. */
  readonly json: unknown;
  /** The same for devices that others use, too. Absent where there are none. */
  readonly sharedJson?: unknown;
}

export interface PostureContent {
  readonly version: typeof WIRE_VERSION;
  /** The etag of the organisation document that belongs to it. */
  readonly organization: string;
  readonly person: { readonly key: string; readonly name: string };
  readonly devices: readonly Device[];
  readonly sources: readonly SourceReport[];
  /** How many devices are not shown: those out of use, and those beyond the limit. */
  readonly omitted: { readonly retired: number; readonly overLimit: number };
}

/** How long an extension may keep a posture document: until the first of its sources may tell something new, in seconds. */
export function maxAgeSeconds(answers: readonly SourceAnswer[], now: Instant): number {
  const dueAt = earliest(...answers.map((answer) => answer.dueAt));
  return dueAt === undefined
    ? POSTURE_MAX_AGE_SECONDS
    : Math.max(SHORTEST_MAX_AGE_SECONDS, Math.ceil(elapsed(now, dueAt) / 1000));
}

/**
 * The devices of one person as all sources together describe them, and how each source took part. A source whose answer cannot be
 * read has failed, and the others stand as they are.
 */
export function postureOf(
  answers: readonly SourceAnswer[],
  { organization, person, seal }: Pick<PostureContent, 'organization' | 'person'> & { readonly seal: Seal },
): PostureContent {
  const heard = answers.map(hear);
  const devices = collated(
    heard.flatMap(({ listing }) => listing.inUse),
    seal,
  ).map((one) => withHints(one, person.key));
  const retired = collate(
    heard.flatMap(({ listing }) => listing.retired),
    seal,
  ).filter(({ match }) => !devices.some((device) => device.match.some((key) => match.includes(key))));
  const shown = new Set(devices.toSorted(byContact).slice(0, LIMITS.devices));
  return {
    version: WIRE_VERSION,
    organization,
    person,
    devices: devices.filter((device) => shown.has(device)),
    sources: heard.map(({ report }) => report),
    omitted: { retired: retired.length, overLimit: devices.length - shown.size },
  };
}

/** The latest contact first. */
const byContact = (a: Device, b: Device): number => contactOf(b) - contactOf(a);

const contactOf = ({ seenBy }: Device): number =>
  epochMs(latest(...seenBy.map(({ lastContactAt }) => lastContactAt ?? undefined)) ?? '1970-01-01');

/** What came of asking a source. */
export interface Heard {
  readonly listing: Listing;
  readonly report: SourceReport;
}

/** Reads the answer of a source. */
export function hear(answer: SourceAnswer): Heard {
  const { id, name, status, reason, answeredAt, system, checks = [] } = answer;
  const report = { id, name, status, reason, answeredAt, covers: coversWith(system.covers, checks) };
  try {
    return { listing: listingIn(answer), report };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return { listing: nothing, report: { ...report, status: 'failed', reason: reason ?? 'unreadable' } };
  }
}

const nothing: Listing = { inUse: [], retired: [] };

function listingIn({ id, system, checks, answeredAt, json, sharedJson }: SourceAnswer): Listing {
  if (answeredAt === null) return nothing;
  const as = { source: id, checks };
  const own = system.devicesIn(json, as);
  if (sharedJson === undefined) return own;
  const others = system.devicesIn(sharedJson, as);
  return {
    inUse: [...own.inUse, ...others.inUse.map((device) => ({ ...device, ownership: 'shared' as const }))],
    retired: [...own.retired, ...others.retired],
  };
}
