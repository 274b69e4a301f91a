import fc from 'fast-check';
import { vi } from 'vitest';

vi.setConfig({ testTimeout: 900_000 });

/** `npm run prove` asks for more. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);

/** Holds for every case that fast-check makes up. */
export const property = <Ts extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  predicate: (...args: Ts) => void,
): void => fc.assert(fc.property(...arbitraries, predicate), { numRuns });
