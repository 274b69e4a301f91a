import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bytes } from './zip.mjs';

/**
 * What the extension is built from, as it lies in the folder: the files that git knows, and no other, for a key or a note may lie beside
 * them; in an unpacked archive, where there is no git, all that it would not ignore.
 * @param {string} top
 * @returns {import('./zip.mjs').Files}
 */
export function sourceFiles(top) {
  const names = existsSync(path.join(top, '.git')) ? tracked(top) : unpacked(top);
  return new Map(names.map((name) => [name, bytes(path.join(top, name))]));
}

/** @param {string} top */
function tracked(top) {
  const printed = execFileSync('git', ['ls-files', '-z'], {
    cwd: top,
    encoding: 'utf8',
  });
  return printed.split('\0').filter((name) => name !== '' && isFile(path.join(top, name)));
}

/** @param {string} top */
function unpacked(top) {
  const lines = readFileSync(path.join(top, '.gitignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  /** @type {(name: string) => boolean} */
  const isIgnored = (name) =>
    lines.some((line) => (line.startsWith('*') ? name.endsWith(line.slice(1)) : name === line.replace(/\/$/, '')));
  /** @type {(folder: string) => string[]} */
  const below = (folder) =>
    readdirSync(path.join(top, folder))
      .filter((name) => !isIgnored(name))
      .flatMap((name) => {
        const entry = path.posix.join(folder, name);
        return lstatSync(path.join(top, entry)).isDirectory() ? below(entry) : [entry];
      });
  return below('');
}

/** @param {string} file */
const isFile = (file) => existsSync(file) && lstatSync(file).isFile();
