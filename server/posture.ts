import { collate, type Seal } from '../src/posture/collate.ts';
import type { Device } from '../src/posture/device.ts';
import type { Instant } from '../src/posture/instant.ts';
import type { SourceFault, SourceReport, SourceStatus } from '../src/posture/source.ts';
import { WIRE_VERSION } from '../src/posture/wire.ts';
import type { ManagementSystem } from './sources/source.ts';

/** How long an extension may keep a posture document without asking again. */
export const POSTURE_MAX_AGE_SECONDS = 900;

/** What one source said of a person, and how asking it went. */
export interface SourceAnswer {
  readonly id: string;
  readonly name: string;
  readonly system: ManagementSystem;
  readonly status: SourceStatus;
  readonly reason: SourceFault | null;
  /** When `json` was answered. */
  readonly answeredAt: Instant;
  /** What the system sent; from its last answer when it is failing now. */
  readonly json: unknown;
}

export interface PostureContent {
  readonly version: typeof WIRE_VERSION;
  /** The etag of the organisation document that belongs to it. */
  readonly organization: string;
  readonly person: { readonly key: string; readonly name: string };
  readonly devices: readonly Device[];
  readonly sources: readonly SourceReport[];
}

/** The devices of one person as all sources together describe them, and how each source took part. */
export const postureOf = (
  answers: readonly SourceAnswer[],
  { organization, person, seal }: Pick<PostureContent, 'organization' | 'person'> & { readonly seal: Seal },
): PostureContent => ({
  version: WIRE_VERSION,
  organization,
  person,
  devices: collate(
    answers.flatMap(({ id, system, json }) => system.devicesIn(json, { source: id })),
    seal,
  ),
  sources: answers.map(({ id, name, system, status, reason, answeredAt }) => ({
    id,
    name,
    status,
    reason,
    answeredAt,
    covers: system.covers,
  })),
});
