import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableJson } from '../../src/posture/readable-json.ts';

test('it is the JSON of the same value, whatever that is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what fits into a line stands in one, and what is undefined is left out', () => {
  const long = 'x'.repeat(90);
  expect(readableJson({ a: { b: 1, c: undefined }, d: undefined, e: [long, 'y'] })).toBe(
    `{\n  "a": { "b": 1 },\n  "e": [\n    "${long}",\n    "y"\n  ]\n}`,
  );
});
