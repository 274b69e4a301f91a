import { expect, test } from 'vitest';
import { configurationJsonSchema } from '../../../server/config/json-schema.ts';
import { systems } from '../../../server/sources/index.ts';
import { practices } from '../../../src/practices/index.ts';

/** Draft 7, as far as it is looked at here. */
interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Part;
  readonly oneOf?: readonly Part[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
}

const schema: Part = JSON.parse(JSON.stringify(configurationJsonSchema()));
const at = (...path: readonly string[]): Part =>
  path.reduce<Part>((part, name) => (name === '[]' ? part.items : part.properties?.[name]) ?? {}, schema);

test('An editor is told what is needed, and that nothing else is known', () => {
  expect(schema.required).toEqual(['organization', 'key', 'identity', 'sources']);
  for (const part of [schema, at('organization'), at('policy'), at('policy', 'practices')]) {
    expect(part.additionalProperties).toBe(false);
  }
});

test('It offers every kind of source with the settings of its own', () => {
  const kinds = at('sources', '[]').oneOf ?? [];
  expect(kinds.map(({ properties }) => properties?.['kind']?.const)).toEqual(Object.keys(systems));
  expect(Object.keys(kinds[0]?.properties ?? {})).toContain('clientSecret');
});

test('It offers every practice, and what can be asked of it', () => {
  const known = at('policy', 'practices').properties ?? {};
  expect(Object.keys(known)).toEqual(practices.map(({ id }) => id));
  expect(known['firewall']?.properties?.['importance']?.enum).toEqual(['nudge', 'warn']);
});
