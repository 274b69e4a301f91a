import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** @typedef {ReadonlyMap<string, Uint8Array>} Files what is in each file, by its path with forward slashes */

/** The first moment that a zip can name. It stands there in local time, so it is the same text in every time zone. */
const mtime = new Date(1980, 0, 1);

/**
 * An archive that is the same whenever and wherever it is made: entries in the order of their names, all of one moment.
 * @param {Files} files
 * @returns {Uint8Array}
 */
export function zip(files) {
  const names = [...files.keys()].toSorted();
  const entries = names.map((name) => [name, files.get(name) ?? new Uint8Array()]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime });
}

/**
 * Everything below a folder.
 * @param {string} folder
 * @returns {Files}
 */
export function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Map(names.map((name) => [name.split(path.sep).join('/'), bytes(path.join(folder, name))]));
}

/** @param {string} file */
export const bytes = (file) => new Uint8Array(readFileSync(file));

/** @param {string} text */
export const asBytes = (text) => new TextEncoder().encode(text);
