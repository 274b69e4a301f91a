import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import { type FactId, type FactValue, factIds } from '../../src/posture/facts.ts';
import { type Instant, readInstant } from '../../src/posture/instant.ts';
import { type Signal, signal } from '../../src/posture/signal.ts';
import type { SourceReport } from '../../src/posture/source.ts';
import { SourceFailure } from '../upstream/failure.ts';
import type { AttributeCheck } from './attribute-check.ts';
import type { Connector } from './connection.ts';

/** The devices in an answer of a management system. */
export interface Listing {
  readonly inUse: readonly ReportedDevice[];
  /** Retired, wiped or no longer managed: what is still said of them is about nobody's device. */
  readonly retired: readonly ReportedDevice[];
}

/** How an answer is to be read. */
export interface Reading {
  /** The id of the source that says so. */
  readonly source: string;
  /** What the company made of values that it has its devices report. Only systems that keep such values read them. */
  readonly checks?: readonly AttributeCheck[] | undefined;
}

/** A product in which a company keeps its devices, and how its answers are read. A company may run two of one kind. */
export interface ManagementSystem {
  readonly kind: string;
  /** What people call it: "Jamf Pro". */
  readonly name: string;
  /** Proven against documents and imitations only, never against a company's own. The name says so too. */
  readonly isPreview?: true;
  readonly covers: SourceReport['covers'];
  /** It tells the results of checks that the company defined itself, and reads what they mean (`checks` of the configuration). */
  readonly readsChecks?: true;
  /**
   * The devices in an answer of the system. What the answer does not say explicitly has no signal; a broken record or field costs
   * only itself.
   * @throws SourceFailure when it is not a list of this system at all: that is a failure, not "no devices".
   */
  readonly devicesIn: (json: unknown, as: Reading) => Listing;
  /** Records of the system as one answer that `devicesIn` reads. */
  readonly answerOf: (records: readonly unknown[]) => unknown;
  /** How the system is asked. */
  readonly connector?: Connector;
}

/** Reads an answer as a whole. */
export function readAnswer<Schema extends v.GenericSchema>(schema: Schema, json: unknown): v.InferOutput<Schema> {
  const read = v.safeParse(schema, json);
  if (read.success) return read.output;
  throw new SourceFailure('unreadable');
}

/** Reads the records of an answer one by one. */
export function listingOf<Record>(
  records: readonly Record[],
  read: { readonly deviceOf: (record: Record) => ReportedDevice; readonly isRetired: (record: Record) => boolean },
): Listing {
  const devicesOf = (retired: boolean) =>
    records.filter((record) => read.isRetired(record) === retired).map((record) => read.deviceOf(record));
  return { inUse: devicesOf(false), retired: devicesOf(true) };
}

/** A field of a foreign record: `undefined` when it is absent, null or of another type. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined);

/** A list out of which the elements that cannot be read are left. */
export const listOf = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    v.array(v.fallback(v.nullable(schema), null)),
    v.transform((all) => all.filter((element) => element !== null)),
  );

/** A text that says something. */
export const said = maybe(v.pipe(v.string(), v.trim(), v.minLength(1)));

export const flag = maybe(v.boolean());

/** A date; the "never" sentinels of the systems are no date. */
export const date = maybe(
  v.pipe(
    v.string(),
    v.transform((text) => readInstant(text)),
  ),
);

type Values = { readonly [Id in FactId]?: FactValue<Id> | undefined };

/** Signals of the facts that are known. None at all when nobody knows when they were observed. */
export const signalsOf = (values: Values, source: string, observedAt: Instant | undefined): readonly Signal[] =>
  observedAt === undefined
    ? []
    : factIds.flatMap((fact) => {
        const value = values[fact];
        return value === undefined ? [] : [signal<FactId>(fact, value, source, observedAt)];
      });

export const onOrOff = (value: boolean | undefined): 'on' | 'off' | undefined =>
  value === undefined ? undefined : value ? 'on' : 'off';
