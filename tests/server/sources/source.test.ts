import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { systems } from '../../../server/sources/index.ts';
import {
  date,
  flag,
  listOf,
  type ManagementSystem,
  maybe,
  readAnswer,
  said,
  signalsOf,
} from '../../../server/sources/source.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';

const read = (schema: v.GenericSchema, field: unknown) => v.parse(v.object({ field: schema }), { field });

test.each(Object.entries(systems))(
  '%s is listed under its kind, and has a name and covers something',
  (kind, system) => {
    expect(system.kind).toBe(kind);
    expect(system.name).not.toBe('');
    expect(Object.values(system.covers).flat().length).toBeGreaterThan(0);
  },
);

test('What was never tried with a company says so in its name', () => {
  const all: readonly ManagementSystem[] = Object.values(systems);
  expect(all.filter(({ name }) => name.endsWith(' (preview)'))).toEqual(all.filter(({ isPreview }) => isPreview));
});

describe('a field of a foreign record', () => {
  test.each([
    ['a text', said, ' Mac ', 'Mac'],
    ['an empty text', said, '  ', undefined],
    ['a number instead of a text', said, 7, undefined],
    ['null instead of a text', said, null, undefined],
    ['false', flag, false, false],
    ['a text instead of a boolean', flag, 'false', undefined],
    ['null instead of a boolean', flag, null, undefined],
    ['seven digits of a second and an offset', date, '2017-01-01T00:02:49.3205976-08:00', '2017-01-01T08:02:49.320Z'],
    ['a time without a zone', date, '2026-11-23T06:00:00', '2026-11-23T06:00:00.000Z'],
    ['never, as the year 1', date, '0001-01-01T00:00:00Z', undefined],
    ['never, as 1970', date, '1970-01-01T00:00:00Z', undefined],
    ['never, as 2000', date, '2000-01-01T00:00:00Z', undefined],
    ['no date', date, 'soon', undefined],
    ['a list without its broken elements', maybe(listOf(v.string())), ['a', 1, null, 'b'], ['a', 'b']],
    ['an object instead of a list', maybe(listOf(v.string())), {}, undefined],
  ])('%s', (_, schema, field, value) => {
    expect(read(schema, field)).toEqual({ field: value });
  });

  test('may be missing', () => {
    expect(v.parse(v.object({ said, flag, date }), {})).toEqual({});
  });
});

test('An answer that is something else is refused without repeating what it said', () => {
  const refused = () => readAnswer(v.object({ value: v.array(v.unknown()) }), { error: 'secret' });
  expect(refused).toThrow(SourceFailure);
  expect(refused).not.toThrow(/secret/);
});

test('Facts that are known become signals; without a time of observation none do', () => {
  const values = { firewall: 'off', osVersion: undefined } as const;
  const observedAt = '2026-11-23T06:00:00.000Z';
  expect(signalsOf(values, 'jamf', observedAt)).toEqual([
    { fact: 'firewall', value: 'off', source: 'jamf', observedAt },
  ]);
  expect(signalsOf(values, 'jamf', undefined)).toEqual([]);
});
