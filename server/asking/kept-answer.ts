import * as v from 'valibot';
import { time } from '../../src/posture/fact.ts';
import { DAY, elapsed, HOUR, type Instant, isAfter } from '../../src/posture/instant.ts';

/** What one source said of one person. Kept as text: it is a third of the size, and goes to other replicas as it is. */
export interface KeptAnswer {
  /** When it was said; of a snapshot, when the reading of the inventory began. */
  readonly answeredAt: Instant;
  /** The person's records, as a JSON list of `KeptRecord`. */
  readonly text: string;
  /** The devices are all there, but something about them could not be asked. */
  readonly isPartial: boolean;
  /** Of a partial answer: the records of the last whole one, which still tell what this one leaves out (wire rule 5). */
  readonly before?: string | undefined;
}

const keptRecordSchema = v.object({ record: v.unknown(), isShared: v.boolean() });

/** One of a person's records, as a system lists it, and whether others use the device, too. */
export type KeptRecord = v.InferOutput<typeof keptRecordSchema>;

export const keptAnswerSchema = v.object({
  answeredAt: time,
  text: v.string(),
  isPartial: v.boolean(),
  before: v.optional(v.string()),
});

/** So long an answer counts as current. An inventory of a whole day, and two hours to read it. */
export const CURRENT_FOR_MS = 26 * HOUR;

/** So long an answer is kept at all: what a source observed is too old to count a week later (`src/posture/facts.ts`). */
export const KEPT_FOR_MS = 7 * DAY;

export const ageMs = ({ answeredAt }: KeptAnswer, now: Instant): number => elapsed(answeredAt, now);

/** The later one of two answers. */
export const newer = (a: KeptAnswer | undefined, b: KeptAnswer | undefined): KeptAnswer | undefined =>
  a && b ? (isAfter(b.answeredAt, a.answeredAt) ? b : a) : (a ?? b);

/** A partial answer, with what was known in whole before it. */
export const after = (earlier: KeptAnswer | undefined, answer: KeptAnswer): KeptAnswer =>
  answer.isPartial && earlier ? { ...answer, before: earlier.isPartial ? earlier.before : earlier.text } : answer;

/** The records of an answer. A device that is listed twice is one device (wire rule 9). */
export const recordsIn = ({ text, before }: KeptAnswer): readonly KeptRecord[] => [
  ...parsed(text),
  ...(before === undefined ? [] : parsed(before)),
];

const parsed = (text: string): readonly KeptRecord[] => v.parse(v.array(keptRecordSchema), JSON.parse(text));
