import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCompanyFile } from '../../../server/sources/company-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'inventory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('A file is read with the time at which it was changed', async () => {
  const file = path.join(folder, 'devices.csv');
  writeFileSync(file, 'owners\n');
  const changedAt = new Date('2026-11-23T06:00:00Z');
  utimesSync(file, changedAt, changedAt);
  expect(await readCompanyFile(file)).toEqual({ text: 'owners\n', changedAt: '2026-11-23T06:00:00.000Z' });
});

test.each<[string, string, (file: string) => void]>([
  ['is not there', 'refused', () => {}],
  ['is a folder', 'unreadable', (file) => mkdirSync(file)],
  ['is a pipe', 'unreadable', (file) => execFileSync('mkfifo', [file])],
  [
    'is larger than any inventory',
    'unreadable',
    (file) => {
      writeFileSync(file, '');
      truncateSync(file, 33 * 1024 * 1024);
    },
  ],
])('What %s is %s', async (what, fault, make) => {
  const file = path.join(folder, what.replaceAll(' ', '-'));
  make(file);
  await expect(readCompanyFile(file)).rejects.toMatchObject({ fault });
});
