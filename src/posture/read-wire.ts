import * as v from 'valibot';
import type { Device } from './device.ts';
import { type Exception, exceptionSchema } from './exception.ts';
import { type FactId, isFactId } from './facts.ts';
import { type Platform, platforms } from './platform.ts';
import type { Overrides } from './policy.ts';
import type { Signal } from './signal.ts';
import type { SourceReport } from './source.ts';
import {
  deviceSchema,
  LIMITS,
  type OrganizationDocument,
  organizationSchema,
  postureSchema,
  type WireDevice,
} from './wire.ts';

/** A posture answer after reading: whole devices only, and the count of what had to be left out. */
export interface PostureDocument {
  readonly generatedAt: string;
  readonly organization: string;
  readonly sample: boolean;
  readonly thisComputer?: string;
  readonly person: { readonly key: string; readonly name: string };
  readonly devices: readonly Device[];
  readonly sources: readonly SourceReport[];
  /** What was agreed about these devices. */
  readonly exceptions: readonly Exception[];
  /** What is asked differently of this person. */
  readonly overrides: Overrides;
  readonly omitted: { readonly retired: number; readonly overLimit: number; readonly unreadable: number };
}

/** Why a document cannot be used. */
export type WireProblem = 'wrong-version' | 'unreadable';

export type Read<Document> = { readonly document: Document } | { readonly problem: WireProblem };

/** Reads `GET /v1/organization`. Never throws. */
export function readOrganization(json: unknown): Read<OrganizationDocument> {
  return read(organizationSchema, json);
}

/**
 * Reads `GET /v1/posture`. Never throws. A device that lacks a required field is left out and counted, a second one with the same
 * id too; signals of facts that this version does not know are ignored.
 */
export function readPosture(json: unknown): Read<PostureDocument> {
  const envelope = read(postureSchema, json);
  if ('problem' in envelope) return envelope;
  const { devices, sources, thisComputer, omitted, exceptions, policy, ...rest } = envelope.document;
  const { generatedAt, organization, sample, person } = rest;
  const within = devices.slice(0, LIMITS.devices);
  const readable = within.flatMap(readDevice);
  const unique = [...new Map(readable.toReversed().map((device) => [device.id, device])).values()].toReversed();
  return {
    document: {
      generatedAt,
      organization,
      sample,
      person,
      ...(thisComputer !== undefined && { thisComputer }),
      devices: unique,
      sources: sources.map((source) => ({ ...source, covers: readCover(source.covers) })),
      exceptions: exceptions.slice(0, LIMITS.exceptions).flatMap(readException),
      overrides: policy?.practices ?? {},
      omitted: {
        retired: wholeNumber(omitted.retired),
        overLimit: wholeNumber(omitted.overLimit) + devices.length - within.length,
        unreadable: within.length - unique.length,
      },
    },
  };
}

function read<Schema extends v.GenericSchema>(schema: Schema, json: unknown): Read<v.InferOutput<Schema>> {
  if (typeof json === 'object' && json !== null && 'version' in json && json.version !== 1)
    return { problem: 'wrong-version' };
  const result = v.safeParse(schema, json);
  return result.success ? { document: result.output } : { problem: 'unreadable' };
}

function readDevice(json: unknown): readonly Device[] {
  const result = v.safeParse(deviceSchema, json);
  return result.success ? [deviceOf(result.output)] : [];
}

function readException(json: unknown): readonly Exception[] {
  const result = v.safeParse(exceptionSchema, json);
  return result.success ? [result.output] : [];
}

const deviceOf = ({ model, serialEnding, signals, ...rest }: WireDevice): Device => ({
  ...rest,
  ...(model !== undefined && { model }),
  ...(serialEnding !== undefined && { serialEnding }),
  signals: signals.slice(0, LIMITS.signalsPerDevice).flatMap(knownSignal),
});

/** Of a browser profile: only this extension itself can have observed it, so nobody's word for it counts on the wire. */
const OF_BROWSER: readonly string[] = [
  'browserVersion',
  'safeBrowsing',
  'httpsOnly',
  'trackingProtection',
  'extensions',
  'passkey',
  'toolbar',
] satisfies FactId[];

const isToldByCompany = (fact: string): fact is FactId => isFactId(fact) && !OF_BROWSER.includes(fact);

const knownSignal = ({ fact, since, ...rest }: WireDevice['signals'][number]): readonly Signal[] =>
  isToldByCompany(fact) ? [{ ...rest, fact, ...(since !== undefined && { since }) }] : [];

function readCover(covers: Readonly<Record<string, readonly string[]>>): SourceReport['covers'] {
  const known: Partial<Record<Platform, readonly FactId[]>> = {};
  for (const platform of platforms) {
    const names = Object.hasOwn(covers, platform) ? covers[platform] : undefined;
    if (names !== undefined) known[platform] = names.filter(isToldByCompany);
  }
  return known;
}

const wholeNumber = (count: number): number => (Number.isSafeInteger(count) && count >= 0 ? count : 0);
