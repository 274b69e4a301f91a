import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { specifications } from './prism.ts';

const folder = 'tests/contract';

/** What each file tests by: the names of documents that stand in it. */
const named = readdirSync(folder)
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/[\w-]+\.openapi\.json/g) ?? []);

test('Every document of a vendor that is here proves a source', () => {
  const documents = readdirSync(specifications).filter((file) => file.endsWith('.openapi.json'));
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.filter((file) => !named.includes(file))).toEqual([]);
});
