import fc from 'fast-check';
import { changed, type Json, type Path, withAt } from './foreign-text.ts';

/** Stands for a number that JSON can write and no computer can. */
export const HUGE = '1e999';

const nested = (levels: number): Json => (levels === 0 ? 'on' : [nested(levels - 1)]);

const strange: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, HUGE, '', ' ', 'NaN', '-0', '0x10', '1e9', 'null'],
  ...['__proto__', 'constructor', 'toString', '\u202e\u2069', '\u0000', '\ud800', '𝒐𝒏', '{count}', '<img src=x>'],
  ...['1970-01-01', '2026-02-31', '9999-12-31', '0000-01-01', '2026-11-23T25:61:00Z', '+275760-09-13T00:00:00Z'],
  ...['x'.repeat(1000), '9'.repeat(1000), '1.'.repeat(40), 'on', 'off', 'macos', 'unknown', 'browser', 'platform'],
  ...[[], {}, [[]], [null], nested(5), nested(60), { version: 1 }, { name: 'x', state: 'running' }],
];

/** Every value of a document, the innermost first. */
export const placesOf = (document: Json): readonly Path[] => {
  const places: Path[] = [];
  changed(document, (value, path) => {
    places.push(path);
    return value;
  });
  return places;
};

export const valueAt = (document: Json, place: Path): Json =>
  place.reduce<Json>((value, step) => (value as { readonly [key: string]: Json })[step] ?? null, document);

const without = (document: Json, place: Path): Json =>
  changed(document, (value, path) => {
    const key = place.at(-1);
    if (path.join('\n') !== place.slice(0, -1).join('\n') || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.filter((_, i) => i !== key);
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  });

const repeated = (document: Json, place: Path, times: number): Json => {
  const value = valueAt(document, place);
  return Array.isArray(value) ? withAt(document, place, Array.from({ length: times }, () => value).flat()) : document;
};

type Change = (document: Json, places: readonly Path[]) => Json;

const change: fc.Arbitrary<Change> = fc
  .record({
    what: fc.constantFrom('replace', 'replace', 'remove', 'repeat', 'exchange'),
    here: fc.nat(),
    there: fc.nat(),
    given: fc.oneof(fc.constantFrom(...strange), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>),
    times: fc.constantFrom(2, 3, 150),
  })
  .map(({ what, here, there, given, times }) => (document, places) => {
    const place = places[here % places.length] ?? [];
    const other = places[there % places.length] ?? [];
    if (what === 'replace') return withAt(document, place, given);
    if (what === 'remove') return without(document, place);
    if (what === 'repeat') return repeated(document, place, times);
    return withAt(document, place, valueAt(document, other));
  });

/** As it comes from the network. */
export const sent = (document: Json): unknown => JSON.parse(JSON.stringify(document).replaceAll(`"${HUGE}"`, HUGE));

/** A document with up to four things wrong in it, as it comes from the network. */
export const mutated = (document: Json): fc.Arbitrary<unknown> =>
  fc
    .array(change, { maxLength: 4 })
    .map((changes) => sent(changes.reduce((result, one) => one(result, placesOf(result)), document)));
