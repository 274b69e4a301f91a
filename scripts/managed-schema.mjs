import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Refusal, whenStarted } from './run.mjs';

/**
 * Makes `public/managed-schema.json` out of `src/posture/managed-settings.ts` and its words. With --check it writes nothing and
 * exits with 1 when the file is another one.
 */

/** @typedef {import('@valibot/to-json-schema').JsonSchema} JsonSchema */
/** @typedef {{ title: string, description: string, fields?: Record<string, Words> }} Words */
/** @typedef {Words & { type: string, properties?: Record<string, Declared>, items?: { type: string } }} Declared */

const file = fileURLToPath(new URL('../public/managed-schema.json', import.meta.url));

/**
 * The one type that Chrome wants for each value (https://developer.chrome.com/docs/extensions/reference/manifest/storage). What it may
 * be more narrowly is left out: Chrome drops a value that does not fit before anybody could name it.
 * @param {JsonSchema} schema
 * @returns {JsonSchema}
 */
function plain(schema) {
  const [first] = schema.anyOf ?? [];
  return typeof first === 'object' ? plain(first) : schema;
}

/**
 * @param {JsonSchema} schema
 * @param {Words} words
 * @returns {Declared}
 */
function declared(schema, { title, description, fields = {} }) {
  const { type, properties, items } = plain(schema);
  if (type === 'object') {
    const inside = Object.entries(properties ?? {}).map(([name, one]) => {
      const about = fields[name];
      if (typeof one !== 'object' || about === undefined) throw new Refusal(`${title}: ${name} has no words.`);
      return [name, declared(one, about)];
    });
    return { title, description, type, properties: Object.fromEntries(inside) };
  }
  if (type === 'array') return { title, description, type, items: { type: typeOf(/** @type {JsonSchema} */ (items)) } };
  return { title, description, type: typeOf({ type }) };
}

/**
 * A list of allowed texts names no type.
 * @param {JsonSchema} schema
 */
const typeOf = (schema) => String(plain(schema).type ?? 'string');

/** The text of the file. */
export async function managedSchemaText() {
  // Node 20 cannot import TypeScript by itself.
  const { runnerImport } = await import('vite');
  /** @param {string} name */
  const load = async (name) => (await runnerImport(name, { configFile: false })).module;
  const [{ managedSettings, inJson }, { default: words }] = await Promise.all([
    load('./src/posture/managed-settings.ts'),
    load('./src/locales/en/managed.ts'),
  ]);
  const own = Object.keys(managedSettings).map((name) => {
    const schema = toJsonSchema(managedSettings[name], { typeMode: 'input', errorMode: 'ignore' });
    return [name, declared(schema, words[name])];
  });
  const asText = Object.keys(inJson).map((name) => [name, declared({ type: 'string' }, words[name])]);
  const properties = Object.fromEntries([...own, ...asText]);
  return `${JSON.stringify({ type: 'object', properties }, null, 2)}\n`;
}

await whenStarted(import.meta.url, async () => {
  const text = await managedSchemaText();
  if (!process.argv.includes('--check')) return writeFileSync(file, text);
  if (readFileSync(file, 'utf8') !== text)
    throw new Refusal('public/managed-schema.json is another one: run npm run managed-schema.');
});
