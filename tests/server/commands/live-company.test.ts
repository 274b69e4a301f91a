import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LiveCompany, liveCompany } from '../../../server/commands/live-company.ts';
import { NOW } from '../../support/posture.ts';
import { whole } from '../config/whole-configuration.ts';

const environment = { STETHOSCOPE_KEY: 'k'.repeat(32), JAMF_SECRET: 's', OTHER_KEY: 'o'.repeat(32) };

let folder: string;
let said: string[];
let live: LiveCompany | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
  said = [];
});

afterEach(async () => {
  live?.stop();
  live = undefined;
  await rm(folder, { recursive: true });
});

async function serve(file = join(folder, 'stethoscope.yaml'), text = whole) {
  if (!file.includes('..data')) await writeFile(file, text);
  live = await liveCompany(file, { now: () => NOW, environment, fetch }, (line) => said.push(line), 50);
  return { file, company: live.company };
}

const acme = whole.replace('name: Acme', 'name: Acme Two');

test('A change is used without a restart, and said', async () => {
  const { file, company } = await serve();
  expect(company.terms().organization.name).toBe('Acme');
  await writeFile(file, acme);
  await vi.waitFor(() => expect(company.terms().organization.name).toBe('Acme Two'));
  expect(said.join('\n')).toContain('is used now');
});

test('A file that an editor puts in its place counts, too', async () => {
  const { file, company } = await serve();
  await writeFile(`${file}.new`, acme);
  await rename(`${file}.new`, file);
  await vi.waitFor(() => expect(company.terms().organization.name).toBe('Acme Two'));
});

test('A folder that is swapped behind a link counts, as Kubernetes does it', async () => {
  await mkdir(join(folder, 'one'));
  await mkdir(join(folder, 'two'));
  await writeFile(join(folder, 'one', 'stethoscope.yaml'), whole);
  await writeFile(join(folder, 'two', 'stethoscope.yaml'), acme);
  await symlink('one', join(folder, '..data'));
  const { company } = await serve(join(folder, '..data', 'stethoscope.yaml'));
  await symlink('two', join(folder, '..data_tmp'));
  await rename(join(folder, '..data_tmp'), join(folder, '..data'));
  await vi.waitFor(() => expect(company.terms().organization.name).toBe('Acme Two'));
});

test('What is wrong changes nothing, is said with its line, and the next right one counts', async () => {
  const { file, company } = await serve();
  await writeFile(file, whole.replace('kind: jamf', 'kind: jamff'));
  await vi.waitFor(() => expect(said.join('\n')).toContain('stethoscope.yaml:11:5 sources.0.kind'));
  expect(company.terms().organization.name).toBe('Acme');
  await rm(file);
  await vi.waitFor(() => expect(said.join('\n')).toContain('cannot be read'));
  expect(company.terms().organization.name).toBe('Acme');
  await writeFile(file, acme);
  await vi.waitFor(() => expect(company.terms().organization.name).toBe('Acme Two'));
});

test('Wording in files of its own is followed', async () => {
  await writeFile(join(folder, 'why.md'), 'Before');
  const { company } = await serve(undefined, `${whole}words:\n  en:\n    firewall: { why: { file: why.md } }\n`);
  expect(JSON.stringify(company.terms().words)).toContain('Before');
  await writeFile(join(folder, 'why.md'), 'Afterwards');
  await vi.waitFor(() => expect(JSON.stringify(company.terms().words)).toContain('Afterwards'));
});

test('Another key waits for a restart, and all else counts', async () => {
  const { file, company } = await serve();
  const { key } = company;
  await writeFile(file, acme.replace('STETHOSCOPE_KEY', 'OTHER_KEY'));
  await vi.waitFor(() => expect(said.join('\n')).toContain('It counts after a restart'));
  expect(company.key).toBe(key);
  expect(company.terms().organization.name).toBe('Acme Two');
});

test('At the start, what is wrong is refused', async () => {
  await expect(serve(undefined, 'organization: {}')).rejects.toThrow('This setting is missing');
});
