import type { Standing } from '../monitoring.ts';
import { type Journal, silent } from './journal.ts';

/** Remembers how each source answered last. */
export interface Standings extends Journal {
  readonly of: (source: string) => Standing;
}

export function createStandings(): Standings {
  const last = new Map<string, Standing>();
  return {
    ...silent,
    asked: ({ source, outcome }) => void last.set(source, outcome === 'answered' ? 'ok' : 'failing'),
    reconnected: () => last.clear(),
    of: (source) => last.get(source) ?? 'not-asked',
  };
}
