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
 * Reads `GET /v1/posture`. Never throws, and any order of devices and signals gives the same answer. A device that lacks a
 * required field is left out and counted, a second one with the same id too; signals of facts that this version does not know are
 * ignored.
 */
export function readPosture(json: unknown): Read<PostureDocument> {
  const envelope = read(postureSchema, json);
  if ('problem' in envelope) return envelope;
  const { devices, sources, thisComputer, omitted, exceptions, policy, ...rest } = envelope.document;
  const { generatedAt, organization, sample, person } = rest;
  const unique = oncePerId(devices.flatMap(readDevice));
  const within = unique.toSorted((a, b) => compare(a.id, b.id)).slice(0, LIMITS.devices);
  return {
    document: {
      generatedAt,
      organization,
      sample,
      person,
      ...(thisComputer !== undefined && { thisComputer }),
      devices: within,
      sources: oncePerId(sources).map((source) => ({ ...source, covers: readCover(source.covers) })),
      exceptions: exceptions.slice(0, LIMITS.exceptions).flatMap(readException),
      overrides: policy?.practices ?? {},
      omitted: {
        retired: wholeNumber(omitted.retired),
        overLimit: wholeNumber(omitted.overLimit) + unique.length - within.length,
        unreadable: devices.length - unique.length,
      },
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of those with the same id the one whose text comes last stays: which it is does not depend on the order in which they came. */
function oncePerId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  const kept = new Map<string, Item>();
  for (const item of items) {
    const other = kept.get(item.id);
    if (other === undefined || JSON.stringify(item) > JSON.stringify(other)) kept.set(item.id, item);
  }
  return [...kept.values()];
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
  signals: newest(signals.filter(isKnown)),
});

/** What is left out of too many signals is what is oldest; saying one thing many times pushes nothing out. */
function newest(signals: readonly Signal[]): readonly Signal[] {
  if (signals.length <= LIMITS.signalsPerDevice) return signals;
  const unique = [...new Map(signals.map((signal) => [JSON.stringify(signal), signal])).entries()];
  if (unique.length <= LIMITS.signalsPerDevice) return unique.map(([, signal]) => signal);
  return unique
    .toSorted(([textA, a], [textB, b]) => compare(b.observedAt, a.observedAt) || compare(textA, textB))
    .slice(0, LIMITS.signalsPerDevice)
    .map(([, signal]) => signal);
}

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

const isKnown = (signal: WireDevice['signals'][number]): signal is WireDevice['signals'][number] & Signal =>
  isToldByCompany(signal.fact);

function readCover(covers: Readonly<Record<string, readonly string[]>>): SourceReport['covers'] {
  const known: Partial<Record<Platform, readonly FactId[]>> = {};
  for (const platform of platforms) {
    const names = Object.hasOwn(covers, platform) ? covers[platform] : undefined;
    if (names !== undefined) known[platform] = names.filter(isToldByCompany);
  }
  return known;
}

const wholeNumber = (count: number): number => (Number.isSafeInteger(count) && count >= 0 ? count : 0);
