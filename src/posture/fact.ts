import * as v from 'valibot';
import { isDay, readInstant } from './instant.ts';

/** Strings from outside are cut at this many characters (wire rule 14). */
export const TEXT_LIMIT = 300;

/** Bidi embeddings, overrides and isolates (UAX #9): with them a name could turn the words around it, or leave its isolate. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Half of a surrogate pair: a cut can leave one, and not every browser stores it. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

export const text = v.pipe(
  v.string(),
  v.transform((value) =>
    value.slice(0, TEXT_LIMIT).replaceAll(BIDI_CONTROLS, '').replaceAll(LONE_SURROGATES, '\ufffd'),
  ),
);

/** How many there are. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A day of the calendar, such as `2026-10-13`. Browsers do not agree on what the 31st of February is. */
export const day = v.pipe(v.string(), v.check(isDay, 'Not a day of the calendar'));

/** A date of any RFC 3339 form, kept as an `Instant`. */
export const time = v.pipe(
  v.string(),
  v.transform((written) => readInstant(written) ?? ''),
  v.minLength(1, 'Not a date with a time zone'),
);

/** Only these schemes are ever made into a link out of an endpoint's text (wire rule 14). */
export const link = v.pipe(v.string(), v.maxLength(2000), v.regex(/^(?:https:\/\/|mailto:)[^\s]+$/i));

export interface FactDefinition<Schema extends v.GenericSchema> {
  readonly value: Schema;
  /** How long a statement about this fact can be relied on, in hours; infinite for one that does not age. */
  readonly maxAgeHours: number;
  /** The same for what this browser observes of itself; the browser is asked anew at every check. */
  readonly browserMaxAgeHours?: number;
  /** Where each source may see another part: makes one value of their parts. Absent: the latest statement decides alone. */
  readonly combine?: Combine<v.InferOutput<Schema>>;
}

/** The latest statement, and the latest ones of the other sources, newest first. */
type Combine<Value> = (latest: Value, others: readonly Value[]) => Value;

export const fact = <Schema extends v.GenericSchema>(
  value: Schema,
  maxAgeHours: number,
  browserMaxAgeHours?: number,
): FactDefinition<Schema> =>
  browserMaxAgeHours === undefined ? { value, maxAgeHours } : { value, maxAgeHours, browserMaxAgeHours };

/** A fact of which each source may see another part. */
export const inParts = <Schema extends v.GenericSchema>(
  definition: FactDefinition<Schema>,
  combine: Combine<v.InferOutput<Schema>>,
): FactDefinition<Schema> => ({ ...definition, combine });
