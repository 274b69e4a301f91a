import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceFiles } from '../../../scripts/package/source.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stethoscope-source-'));
  mkdirSync(join(folder, 'src/dist'), { recursive: true });
  mkdirSync(join(folder, 'artifacts'));
  writeFileSync(join(folder, '.gitignore'), 'artifacts/\ndist/\n*.pem\n');
  for (const file of ['src/main.ts', 'src/dist/built.js', 'artifacts/a.crx', 'stethoscope.pem', 'README.md'])
    writeFileSync(join(folder, file), file);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = () => [...sourceFiles(folder).keys()].toSorted();

test('the source archive holds what git knows, and neither a key nor a note that lies beside it', () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '--quiet');
  git('add', '.gitignore', 'README.md', 'src/main.ts');
  writeFileSync(join(folder, 'to-do.txt'), 'Passwords');
  expect(names()).toEqual(['.gitignore', 'README.md', 'src/main.ts']);
});

test('of an unpacked archive it holds all but what git would ignore', () => {
  expect(names()).toEqual(['.gitignore', 'README.md', 'src/main.ts']);
});
