/** Numbers from 0 to 1 that a seed decides: a test that fails names its seed, and `SEED` repeats it. */
export function randomFrom(seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)) {
  let state = seed;
  // Mulberry32: small, and good enough to choose moments by.
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
  return { random, seed };
}
