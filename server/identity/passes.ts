import * as v from 'valibot';
import { epochMs, type Instant } from '../../src/posture/instant.ts';
import { sealedValues } from '../asking/sealed-values.ts';

/** What the gateway hands out and gets back: nobody else can read, change or exchange it, and nothing of it is remembered here. */
export interface Passes {
  readonly give: (kind: PassKind, content: object, until: Instant) => string;
  /** What was handed out as such a pass, and whether its time is over; undefined for what was not. */
  readonly read: <Schema extends v.GenericSchema>(
    kind: PassKind,
    schema: Schema,
    pass: string,
    now: Instant,
  ) => { readonly content: v.InferOutput<Schema>; readonly isOver: boolean } | undefined;
}

/** A pass of one kind is none of another. */
export type PassKind = 'state' | 'code' | 'refresh' | 'person';

/** Only what we sealed ourselves is read by it. */
const envelope = v.object({ until: v.number(), content: v.unknown() });

/** Longer than any pass is. */
const LONGEST = 8192;

/** @param key at least 32 bytes, the same on every replica */
export function passesWith(key: Uint8Array): Passes {
  const { sealed, opened } = sealedValues(key, 'sign-in');
  return {
    give: (kind, content, until) => sealed(kind, JSON.stringify({ until: epochMs(until), content })),
    read: (kind, schema, pass, now) => {
      const text = pass.length > LONGEST ? undefined : opened(kind, pass);
      if (text === undefined) return undefined;
      const { until, content } = v.parse(envelope, JSON.parse(text));
      const read = v.safeParse(schema, content);
      return read.success ? { content: read.output, isOver: epochMs(now) >= until } : undefined;
    },
  };
}
