import * as v from 'valibot';
import { baselineSchema } from './baseline.ts';
import { companyWordsSchema } from './company-text.ts';
import { text, time } from './fact.ts';
import { withinMeasure } from './measure.ts';
import { organizationInfo } from './organization.ts';
import { forms, platforms } from './platform.ts';
import { overridesSchema, policySchema } from './policy.ts';
import { sourceFaults, sourceStatuses } from './source.ts';

/** The version of the documents that this code speaks. Within a version, fields are only added. */
export const WIRE_VERSION = 1;

/** Wire rule 14: what an endpoint may send at most. */
export const LIMITS = {
  bytes: 2 * 1024 * 1024,
  devices: 100,
  signalsPerDevice: 200,
  hintsPerDevice: 50,
  sources: 100,
  exceptions: 1000,
} as const;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const version = v.literal(WIRE_VERSION);

const signalSchema = v.object({
  /** Of no fact that this version knows: left out, and shown nowhere. */
  fact: v.string(),
  value: v.pipe(v.unknown(), v.transform(withinMeasure)),
  source: id,
  observedAt: time,
  since: v.exactOptional(time),
});

const sightingSchema = v.object({
  source: id,
  lastContactAt: v.nullable(time),
  joinedBy: v.picklist(['serial', 'hardware-uuid', 'imei', 'mac', 'alone']),
});

export const deviceSchema = v.object({
  id,
  name: text,
  platform: v.fallback(v.picklist(platforms), 'unknown'),
  form: v.fallback(v.picklist(forms), 'computer'),
  model: v.optional(text),
  ownership: v.optional(v.fallback(v.picklist(['company', 'personal', 'shared', 'unknown']), 'unknown'), 'unknown'),
  serialEnding: v.optional(v.pipe(v.string(), v.maxLength(4))),
  match: v.optional(v.array(id), []),
  /** Serial number, hardware UUID and asset tags as salted hashes, each with its kind before it; those of other kinds are ignored. */
  hints: v.fallback(v.exactOptional(v.pipe(v.array(id), v.maxLength(LIMITS.hintsPerDevice))), []),
  seenBy: v.array(sightingSchema),
  mayBeSameAs: v.optional(v.array(id), []),
  signals: v.array(signalSchema),
});

const reportSchema = v.object({
  id,
  name: text,
  status: v.picklist(sourceStatuses),
  reason: v.optional(v.nullable(v.fallback(v.picklist(sourceFaults), 'unreadable')), null),
  answeredAt: v.optional(v.nullable(time), null),
  covers: v.optional(v.record(v.string(), v.array(v.string())), {}),
});

/** `GET {endpoint}/v1/posture`: what is personal. Its devices are read one by one, so that a broken one costs only itself. */
export const postureSchema = v.object({
  version,
  generatedAt: time,
  /** The etag of the organisation document that this answer was made with. */
  organization: id,
  sample: v.optional(v.boolean(), false),
  /** On sample answers only: a sealed key of the computer that the reader is to see as "this computer". */
  thisComputer: v.optional(id),
  person: v.object({ key: id, name: text }),
  devices: v.array(v.unknown()),
  sources: v.pipe(v.array(reportSchema), v.maxLength(LIMITS.sources)),
  /** What was agreed about these devices. Read one by one, so that a broken one costs only itself. */
  exceptions: v.optional(v.array(v.unknown()), []),
  /** What is asked differently of this person. */
  policy: v.fallback(v.optional(v.object({ practices: overridesSchema })), undefined),
  omitted: v.optional(v.object({ retired: v.number(), overLimit: v.number() }), { retired: 0, overLimit: 0 }),
});

/** `GET {endpoint}/v1/organization`: what is the same for everybody. */
export const organizationSchema = v.object({
  version,
  etag: id,
  generatedAt: time,
  minimumExtension: v.optional(v.pipe(v.string(), v.regex(/^\d+(?:\.\d+){0,3}$/))),
  organization: organizationInfo,
  signIn: v.object({ mode: v.picklist(['gateway', 'session', 'token', 'none']) }),
  policy: policySchema,
  baseline: v.optional(baselineSchema),
  words: companyWordsSchema,
});

export const errorSchema = v.object({ error: v.object({ code: v.string(), message: text, requestId: v.string() }) });

export type OrganizationDocument = v.InferOutput<typeof organizationSchema>;
export type WireDevice = v.InferOutput<typeof deviceSchema>;
export type PostureEnvelope = v.InferOutput<typeof postureSchema>;
