import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkSources } from '../../../server/commands/check-sources.ts';
import { type AskedSystem, serveSystem } from '../../support/asked-system.ts';

let jamf: AskedSystem;
let folder: string;
let file: string;
const printed = vi.spyOn(console, 'log');
beforeEach(async () => {
  printed.mockReset().mockImplementation(() => undefined);
  [jamf, folder] = await Promise.all([serveSystem(), mkdtemp(join(tmpdir(), 'stethoscope-'))]);
  file = join(folder, 'stethoscope.yaml');
  await writeFile(
    file,
    `organization: { name: Acme }
key: { env: KEY }
identity: { mode: token, tokens: [{ sha256: '${'0'.repeat(64)}', email: jane@acme.example }] }
sources: [{ kind: jamf, id: macs, url: '${jamf.origin}', clientId: c, clientSecret: { env: SECRET } }]
`,
  );
});
afterEach(async () => {
  await jamf.close();
  await rm(folder, { recursive: true });
});

const check = (...args: string[]) => checkSources(args, { SECRET: 's' });
const output = () => printed.mock.calls.flat().join('\n');

test('Prints how each source is asked, how often, and that it answers', async () => {
  await check(file, '--people', '100000');
  expect(output()).toMatch(/^macs +by person +1 +50 in 10 s +every 7\.7 h +yes$/m);
  expect(output()).toContain('For 100000 people');
  expect(jamf.questions()).toBe(1);
});

test('Says which sources the vendor counts together, and asks each less often', async () => {
  const text = await readFile(file, 'utf8');
  const [, macs = ''] = /sources: \[(.*)\]/.exec(text) ?? [];
  const phones = macs.replace('kind: jamf', 'kind: jamf-mobile').replace('id: macs', 'id: phones');
  await writeFile(file, text.replace(macs, `${macs}, ${phones}`));
  await check(file, '--people', '50000');
  expect(output()).toMatch(/^macs +by person +1 +50 in 10 s, shared by 2 +every 8\.7 h +yes$/m);
  expect(output()).toMatch(/^phones +by person +1 +50 in 10 s, shared by 2 +every 8\.7 h +yes$/m);
});

test('Says when there are too many people for a quota to ask them one by one', async () => {
  await check('--people=1000000', file);
  expect(output()).toMatch(/^macs +by inventory +12500 +/m);
});

test('Without a number of people, asks for it', async () => {
  await check(file);
  expect(output()).toMatch(/every 12\.0 h/);
  expect(output()).toContain('--people N');
});

test('Fails when a source does', async () => {
  jamf.behaviour = 'fail';
  await expect(check(file)).rejects.toThrow('1 of 1 sources failed');
  expect(output()).toMatch(/refused$/m);
});

test.each([
  [[]],
  [['--people', '10']],
  [['FILE', '--people', 'many']],
  [['FILE', '--people', '0']],
  [['FILE', '--nonsense']],
])('Given %j, says how it is used', async (args) => {
  await expect(check(...args)).rejects.toThrow('check-sources stethoscope.yaml [--people 1000]');
});
