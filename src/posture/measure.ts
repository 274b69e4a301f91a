import { TEXT_LIMIT } from './fact.ts';

/** More than any fact's value has: entries of a list or an object, and levels of them. */
const LIMIT_ENTRIES = 200;
const LIMIT_LEVELS = 4;

/**
 * The value of a signal, for it is kept as it came until a fact's schema reads it, and shown nowhere before: its texts are cut, and
 * what is larger or deeper than any fact becomes null, which no fact understands. Nothing is left out of a list: the rest would say
 * something else.
 */
export function withinMeasure(value: unknown, levels: number = LIMIT_LEVELS): unknown {
  if (typeof value === 'string') return value.slice(0, TEXT_LIMIT);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || levels === 0) return null;
  const entries = Object.entries(value);
  if (entries.length > LIMIT_ENTRIES) return null;
  const within = entries.map(([key, part]) => [key, withinMeasure(part, levels - 1)] as const);
  return Array.isArray(value) ? within.map(([, part]) => part) : Object.fromEntries(within);
}
