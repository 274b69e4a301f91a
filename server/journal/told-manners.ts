import type { Manners, Turn } from '../upstream/calm.ts';
import type { Journal } from './journal.ts';

/** A turn that comes sooner was not waited for, in milliseconds. */
const AT_ONCE_MS = 5;

/** The same manners towards a source; the journal hears when a request waits for its turn, and when the source is left alone. */
export function toldManners(manners: Manners, source: string, journal: Journal): Manners {
  const { turn } = manners;
  const way = manners.isForAnInventory ? 'inventory' : 'person';
  return {
    ...manners,
    ...(turn && { turn: told(turn, (ms) => journal.waited(source, ms)) }),
    onBroken: (isBroken) => journal.broke(source, way, isBroken),
  };
}

const told =
  (turn: Turn, tell: (ms: number) => void): Turn =>
  async (signal) => {
    const beganAt = performance.now();
    try {
      await turn(signal);
    } finally {
      const ms = performance.now() - beganAt;
      if (ms > AT_ONCE_MS) tell(ms);
    }
  };
