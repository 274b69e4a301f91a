import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { top } from '../scripts/run.mjs';
import type { Chapter } from './limits.ts';

const DIST = join(top, 'dist/chrome');

const KB = 1000;

/** What a page or the worker begins with; null where nothing is promised. */
const entries = {
  popup: { from: 'src/popup/index.html', limitKb: 45 },
  steps: { from: 'src/popup/steps.html', limitKb: null },
  options: { from: 'src/options/index.html', limitKb: null },
  worker: { from: 'service-worker-loader.js', limitKb: 40 },
} as const;

const read = (file: string): Buffer => readFileSync(join(DIST, file));

/** What a built page or module loads at once: scripts of a page, and static imports. Minified code knows no other way to write them. */
function loadedBy(file: string): readonly string[] {
  const text = read(file).toString('utf8');
  const names = file.endsWith('.html')
    ? [...text.matchAll(/<script\b[^>]*\bsrc="([^"]+\.js)"/g)]
    : [...text.matchAll(/(?:^|[;}\n]|\*\/)\s*(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*["'`]([^"'`]+\.js)["'`]/g)];
  return names.map(([, name = '']) =>
    posix.join(name.startsWith('/') ? '' : posix.dirname(file), name).replace(/^\//, ''),
  );
}

/** An entry's scripts with all that they import, each once. */
function closureOf(entry: string): readonly string[] {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    loadedBy(file).forEach(follow);
  };
  follow(entry);
  return [...found].filter((file) => file.endsWith('.js'));
}

const gzipped = (file: string): number => gzipSync(read(file), { level: 9 }).length;

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(DIST, posix.join(entry.parentPath, entry.name)));

/**
 * The bytes of the folder as a ZIP file, as a store takes it: each file deflated or stored, whichever is less, with a local header of
 * 30 bytes and an entry of 46 in the directory, both with the name, and 22 bytes at the end (APPNOTE.TXT of PKWARE, 4.3).
 */
const packedBytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => {
    const content = read(file);
    return (
      sum +
      Math.min(content.length, deflateRawSync(content, { level: 9 }).length) +
      30 +
      46 +
      2 * Buffer.byteLength(file)
    );
  }, 22);

/** How large the Chrome build is. */
export function sizes(): Chapter {
  const scripts = Object.entries(entries).map(([name, { from, limitKb }]) => {
    const closure = closureOf(from);
    const largest = closure.map((file) => ({ file, bytes: gzipped(file) })).toSorted((a, b) => b.bytes - a.bytes);
    return {
      what: `JavaScript of the ${name}, gzip`,
      value: largest.reduce((sum, { bytes }) => sum + bytes, 0) / KB,
      limit: limitKb ?? Number.POSITIVE_INFINITY,
      unit: 'KB',
      details: largest
        .slice(0, 4)
        .map(({ file, bytes }) => `${posix.basename(file)} ${(bytes / KB).toFixed(1)}`)
        .join(', '),
    };
  });
  const files = filesOf(DIST);
  return {
    title: 'Sizes',
    how: [
      'Of `dist/chrome`. JavaScript: what an entry loads with all that this imports statically, each file compressed by itself (gzip,',
      'level 9). Packed: the folder as a ZIP file. 1 KB is 1,000 bytes.',
    ].join('\n'),
    measured: [
      ...scripts,
      {
        what: 'Chrome build, packed',
        value: packedBytes(files) / KB,
        limit: 200,
        unit: 'KB',
        details: `${files.length} files`,
      },
    ],
  };
}
