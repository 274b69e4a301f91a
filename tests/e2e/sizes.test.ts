import { describe, expect, test } from 'vitest';
import { written } from '../../bench/limits.ts';
import { sizes } from '../../bench/sizes.ts';

const { measured } = sizes();

describe('the build is small enough to be opened all day', () => {
  test('each of its parts that has a limit is measured', () => {
    const limited = measured.filter(({ limit }) => Number.isFinite(limit)).map(({ what }) => what);
    expect(limited).toEqual([
      'JavaScript of the popup, gzip',
      'JavaScript of the worker, gzip',
      'Chrome build, packed',
    ]);
    // Less would mean that a file was not found to be loaded.
    for (const { what, value } of measured) expect([what, value > 20]).toEqual([what, true]);
  });

  test.each(measured.filter(({ limit }) => Number.isFinite(limit)))('$what', ({ value, limit, unit, details }) => {
    expect(value, `${written(value, unit)}: ${details}`).toBeLessThanOrEqual(limit);
  });
});
