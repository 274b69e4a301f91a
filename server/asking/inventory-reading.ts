import type { Instant } from '../../src/posture/instant.ts';
import type { Records } from '../sources/connection.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { keptRecord } from './own-answer.ts';
import type { Replicas } from './replicas.ts';

type Told = Pick<KeptAnswer, 'text' | 'isPartial'>;

/** One reading of a whole inventory, by the person. */
export interface Reading {
  readonly startedAt: Instant;
  readonly people: ReadonlyMap<string, Told>;
}

/** Of somebody to whom no device belongs. */
export const nothing: Told = { text: '[]', isPartial: false };

/** Reads all pages. @throws SourceFailure when one of them fails: half an inventory says nothing of who has nothing */
export async function readingOf(pages: AsyncIterable<Records>, startedAt: Instant): Promise<Reading> {
  const found = new Map<string, { readonly texts: string[]; isPartial: boolean }>();
  for await (const { records, isPartial = false } of pages) {
    for (const record of records) {
      const text = JSON.stringify(keptRecord(record));
      for (const owner of record.owners) {
        const person = found.get(owner) ?? { texts: [], isPartial: false };
        person.texts.push(text);
        person.isPartial ||= isPartial;
        found.set(owner, person);
      }
    }
  }
  const people = [...found].map(([email, { texts, isPartial }]): [string, Told] => [
    email,
    { text: `[${texts.join(',')}]`, isPartial },
  ]);
  return { startedAt, people: new Map(people) };
}

/** Where the replicas of a gateway find the last reading of one source. */
export interface SharedReading {
  /** When the last reading that was told as a whole began; undefined when there is none, or nobody can say. */
  readonly begunAt: () => Promise<Instant | undefined>;
  /** What it says of a person: null for nothing, undefined when nobody can say. */
  readonly of: Replicas['read'];
  readonly tell: (reading: Reading) => Promise<void>;
  /** Reads where no other replica is reading. */
  readonly alone: (read: () => Promise<void>) => Promise<unknown>;
}

/** This is nobody's address: under it stands when the reading began. */
const EVERYBODY = '*';

export function sharedReading(source: string, { nameOf, read, write, alone }: Replicas): SharedReading {
  const nameFor = (email: string) => nameOf(`inventory of ${source}`, email);
  return {
    begunAt: async () => (await read(nameFor(EVERYBODY)))?.answeredAt,
    of: (email) => read(nameFor(email)),
    tell: async ({ startedAt: answeredAt, people }) => {
      for (const [email, told] of people) await write(nameFor(email), { answeredAt, ...told });
      await write(nameFor(EVERYBODY), { answeredAt, ...nothing });
    },
    alone: (work) => alone(nameFor(EVERYBODY), work),
  };
}

/** Without replicas nobody else knows anything. */
export const unshared: SharedReading = {
  begunAt: () => Promise.resolve(undefined),
  of: () => Promise.resolve(undefined),
  tell: () => Promise.resolve(),
  alone: (read) => read(),
};
