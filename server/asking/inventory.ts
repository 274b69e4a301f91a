import { setTimeout as pause } from 'node:timers/promises';
import { elapsed, type Instant, isAfter, MINUTE } from '../../src/posture/instant.ts';
import type { SourceFault } from '../../src/posture/source.ts';
import { type Journal, silent } from '../journal/journal.ts';
import { telling } from '../journal/telling.ts';
import type { ConnectedSource } from '../sources/connected-source.ts';
import { SourceFailure } from '../upstream/failure.ts';
import { type Ask, askPerson } from './ask-person.ts';
import { nothing, type Reading, readingOf, type SharedReading, sharedReading, unshared } from './inventory-reading.ts';
import { ageMs, CURRENT_FOR_MS, type KeptAnswer } from './kept-answer.ts';
import type { Replicas } from './replicas.ts';

export interface InventoryOptions {
  readonly now: () => Instant;
  /** How often the whole inventory is read, in milliseconds. */
  readonly everyMs: number;
  readonly replicas?: Replicas | undefined;
  readonly journal?: Journal | undefined;
  /** Ends the reading. */
  readonly signal: AbortSignal;
}

/** What is known of an inventory. */
interface Inventory {
  reading: Reading | undefined;
  /** Why the last reading failed. */
  fault: SourceFault | undefined;
  readonly elsewhere: SharedReading;
}

/** How often it is looked whether a reading is due. */
const DUE_EVERY_MS = MINUTE;

/** How often somebody who waits for the first reading looks for it. */
const LOOK_EVERY_MS = 250;

/**
 * Reads the inventory of a source again and again, page by page in the background, and answers from the last whole reading. Until
 * there is one, a system that can be asked about one person is asked so; the others keep people waiting.
 */
export function askInventory(source: ConnectedSource, options: InventoryOptions): Ask {
  const { now, replicas, journal } = options;
  const elsewhere = replicas ? sharedReading(source.id, replicas) : unshared;
  const inventory: Inventory = { reading: undefined, fault: undefined, elsewhere };
  // It ends when its signal says so.
  keepReading(source, inventory, options).catch(() => undefined);
  const single = source.connection.byPerson && askPerson(source, now, journal);
  return async (email, signal) => {
    const first = await answerIn(inventory, email);
    if (first === undefined && single) return single(email, signal);
    const answer = first ?? (await firstAnswer(inventory, email, signal));
    if (ageMs(answer, now()) > CURRENT_FOR_MS) throw new SourceFailure(inventory.fault ?? 'timeout');
    return answer;
  };
}

/** Waits for the first reading. @throws SourceFailure when it fails */
async function firstAnswer(inventory: Inventory, email: string, signal: AbortSignal): Promise<KeptAnswer> {
  for (;;) {
    const answer = await answerIn(inventory, email);
    if (answer) return answer;
    if (inventory.fault) throw new SourceFailure(inventory.fault);
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function keepReading(source: ConnectedSource, inventory: Inventory, options: InventoryOptions): Promise<never> {
  const { now, everyMs, signal, journal = silent } = options;
  const { elsewhere } = inventory;
  const read = async () => {
    const { snapshot } = source.connection;
    if (snapshot === undefined) return;
    const asked = { source: source.id, way: 'inventory', signal } as const;
    const { reading } = await telling(journal, asked, async () => ({
      reading: await readingOf(snapshot(signal), now()),
    }));
    inventory.reading = reading;
    inventory.fault = undefined;
    await elsewhere.tell(reading);
  };
  for (;;) {
    const begunAt = await elsewhere.begunAt();
    // Another replica has read a later one.
    if (inventory.reading && begunAt && isAfter(begunAt, inventory.reading.startedAt)) inventory.reading = undefined;
    const lastAt = inventory.reading?.startedAt ?? begunAt;
    if (lastAt === undefined || elapsed(lastAt, now()) >= everyMs) {
      await elsewhere.alone(read).catch((error: unknown) => {
        inventory.fault = error instanceof SourceFailure ? error.fault : 'unreadable';
        if (!(error instanceof SourceFailure || signal.aborted)) journal.failed(error);
      });
    }
    await pause(DUE_EVERY_MS, undefined, { signal, ref: false });
  }
}

async function answerIn({ reading, elsewhere }: Inventory, email: string): Promise<KeptAnswer | undefined> {
  if (reading) return { answeredAt: reading.startedAt, ...(reading.people.get(email) ?? nothing) };
  const answeredAt = await elsewhere.begunAt();
  if (answeredAt === undefined) return undefined;
  const answer = await elsewhere.of(email);
  // Not to be told is not the same as to be told that there is nothing.
  if (answer === undefined) throw new SourceFailure('refused');
  return answer?.answeredAt === answeredAt ? answer : { answeredAt, ...nothing };
}
