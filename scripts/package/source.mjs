import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bytes } from './zip.mjs';

/**
 * What the extension is built from, as it lies in the folder: all that git does not
 * ignore, also where there is no git, as in an unpacked archive.
 * @param {string} top
 * @returns {import('./zip.mjs').Files}
 */
export function sourceFiles(top) {
  const names = existsSync(path.join(top, '.git')) ? tracked(top) : unpacked(top);
  return new Map(names.map((name) => [name, bytes(path.join(top, name))]));
}

/** @param {string} top */
function tracked(top) {
  const printed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
  });
  return printed.split('\0').filter((name) => name !== '' && isFile(path.join(top, name)));
}

/** @param {string} top */
function unpacked(top) {
  const ignored = readFileSync(path.join(top, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  /** @type {(folder: string) => string[]} */
  const below = (folder) =>
    readdirSync(path.join(top, folder))
      .filter((name) => !ignored.includes(name) && !name.endsWith('.log'))
      .flatMap((name) => {
        const entry = path.posix.join(folder, name);
        return lstatSync(path.join(top, entry)).isDirectory() ? below(entry) : [entry];
      });
  return below('');
}

/** @param {string} file */
const isFile = (file) => existsSync(file) && lstatSync(file).isFile();
