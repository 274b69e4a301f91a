import * as v from 'valibot';
import type { Device } from '../posture/device.ts';
import { ownerships } from '../posture/device.ts';
import { exceptionSchema } from '../posture/exception.ts';
import type { Instant } from '../posture/instant.ts';
import { forms, platforms } from '../posture/platform.ts';
import { overridesSchema } from '../posture/policy.ts';
import type { PostureDocument } from '../posture/read-wire.ts';
import { type OrganizationDocument, organizationSchema } from '../posture/wire.ts';
import { item } from './storage.ts';
import { at, clockOffset, omitted, signal, sourceReport } from './stored-assessment.ts';

/** A document as it last came, with what its answer said about asking again. */
export interface Kept<Document> {
  readonly document: Document;
  readonly etag: string | null;
  readonly maxAgeSeconds: number;
  readonly fetchedAt: Instant;
}

/** The last good answers of one endpoint. */
export interface Answers {
  readonly endpoint: string;
  readonly organization: Kept<OrganizationDocument> | null;
  readonly posture: Kept<PostureDocument> | null;
  /** When it was last asked, whatever came of it. */
  readonly askedAt: Instant;
  /** When both were last there, and up to date. */
  readonly answeredAt: Instant | null;
  /** How far the endpoint's clock was ahead of this computer's when it last told, in milliseconds; absent where they agree. */
  readonly clockOffsetMs?: number;
}

const device: v.GenericSchema<unknown, Device> = v.object({
  id: v.string(),
  name: v.string(),
  platform: v.picklist(platforms),
  form: v.picklist(forms),
  model: v.exactOptional(v.string()),
  ownership: v.picklist(ownerships),
  serialEnding: v.exactOptional(v.string()),
  match: v.array(v.string()),
  hints: v.exactOptional(v.array(v.string())),
  seenBy: v.array(
    v.object({
      source: v.string(),
      lastContactAt: v.nullable(at),
      joinedBy: v.picklist(['serial', 'hardware-uuid', 'imei', 'mac', 'alone']),
    }),
  ),
  mayBeSameAs: v.array(v.string()),
  signals: v.array(signal),
});

const posture: v.GenericSchema<unknown, PostureDocument> = v.object({
  generatedAt: at,
  organization: v.string(),
  sample: v.boolean(),
  thisComputer: v.exactOptional(v.string()),
  person: v.object({ key: v.string(), name: v.string() }),
  devices: v.array(device),
  sources: v.array(sourceReport),
  exceptions: v.optional(v.array(exceptionSchema), []),
  overrides: v.optional(overridesSchema, {}),
  omitted,
});

const kept = <Document>(document: v.GenericSchema<unknown, Document>): v.GenericSchema<unknown, Kept<Document>> =>
  v.object({ document, etag: v.nullable(v.string()), maxAgeSeconds: v.number(), fetchedAt: at });

export const answersSchema: v.GenericSchema<unknown, Answers> = v.object({
  endpoint: v.string(),
  organization: v.nullable(kept(organizationSchema)),
  posture: v.nullable(kept(posture)),
  askedAt: at,
  answeredAt: v.nullable(at),
  clockOffsetMs: v.exactOptional(clockOffset),
});

/** The last good answers of the endpoint, which a failing one is judged by. No page needs them to show an assessment. */
export const storedAnswers = item('answers', answersSchema);
