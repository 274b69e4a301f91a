import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { managedSchemaText } from '../../scripts/managed-schema.mjs';
import { inJson, managedSettings } from '../../src/posture/managed-settings.ts';

interface Declared {
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Declared>>;
  readonly items?: Declared;
}

const text = readFileSync('public/managed-schema.json', 'utf8');
const schema = JSON.parse(text) as Declared;
const keys = Object.entries(schema.properties ?? {});

test('the file is the one that the settings make', async () => {
  expect(text, 'run npm run managed-schema').toBe(await managedSchemaText());
});

test('every setting has its key, and every object one for its JSON besides', () => {
  expect(keys.map(([name]) => name)).toEqual([...Object.keys(managedSettings), ...Object.keys(inJson)]);
  const objects = keys.filter(([, { type }]) => type === 'object').map(([name]) => name);
  expect(Object.values(inJson)).toEqual(objects);
});

/** https://developer.chrome.com/docs/extensions/reference/manifest/storage: with anything else Chrome does not load the extension. */
describe('nothing stands in it that Chrome does not accept', () => {
  const everywhere = (one: Declared): Declared[] => [
    one,
    ...Object.values(one.properties ?? {}).flatMap(everywhere),
    ...(one.items === undefined ? [] : everywhere(one.items)),
  ];

  test.each(everywhere(schema).map((one) => [one.title ?? one.type, one] as const))('%s', (_, one) => {
    expect(['type', 'title', 'description', 'properties', 'items']).toEqual(expect.arrayContaining(Object.keys(one)));
    expect(['object', 'array', 'string', 'integer', 'boolean']).toContain(one.type);
    expect(one.properties !== undefined).toBe(one.type === 'object');
    expect(one.items !== undefined).toBe(one.type === 'array');
  });
});

test('every key, and what stands inside it, is explained', () => {
  const named = ([name, one]: readonly [string, Declared]): (readonly [string, Declared])[] => [
    [name, one],
    ...Object.entries(one.properties ?? {}).flatMap(named),
  ];
  for (const [name, { title, description }] of keys.flatMap(named)) {
    expect([name, title]).toEqual([name, expect.stringMatching(/^\S.*\w$/)]);
    expect([name, description]).toEqual([name, expect.stringMatching(/^\S.*\.$/)]);
  }
});
