import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { companyOnly } from '../../../scripts/package/manifest.mjs';
import reasonWords from '../../../src/locales/en/reasons.ts';
import { companyPermissions } from '../../../src/posture/permission.ts';
import { reasons } from '../../../src/posture/reason.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('manifest.json')) as Record<string, readonly string[]>;

/** The first two cells of every row of a Markdown table whose first cell is code. */
const rowsOf = (file: string): ReadonlyMap<string, string> =>
  new Map([...read(file).matchAll(/^\| `([\w.-]+)` \| (.+?) \|/gm)].map(([, name = '', cell = '']) => [name, cell]));

describe('docs/stores.md tells the stores what docs/permissions.md tells everybody', () => {
  const explained = rowsOf('docs/permissions.md');
  const told = rowsOf('docs/stores.md');
  const declared = [...(manifest['permissions'] ?? []), ...(manifest['optional_permissions'] ?? []), ...companyOnly];

  test.each(declared)('%s', (permission) => {
    const reason = explained.get(permission);
    expect(reason).toMatch(/\w{3}/);
    expect(told.get(permission), `put this line into docs/stores.md: | \`${permission}\` | ${reason} |`).toBe(reason);
  });

  test('and of nothing that no manifest declares', () => {
    expect([...told.keys()]).toEqual(declared);
  });
});

test('what only a company’s own build may declare is one list, in the code, the packages and the words for people', () => {
  expect(companyOnly).toEqual([...companyPermissions]);
  const [, after = ''] = read('docs/permissions.md').split('## What only a company');
  const [section = ''] = after.split('\n## ');
  expect([...section.matchAll(/^\| `(enterprise\.\w+)`/gm)].map(([, name]) => name)).toEqual(companyOnly);
});

describe('the help desk has a row for every reason, with the words that people read', () => {
  const rows = rowsOf('docs/rollout/help-desk.md');

  test.each(reasons)('%s', (reason) => {
    const words = reasonWords[reason].what.replaceAll(/\{\w+\}/g, '…').replaceAll('’', "'");
    expect(rows.get(reason)).toBe(words);
  });

  test('and for no other', () => {
    expect([...rows.keys()].toSorted()).toEqual([...reasons].toSorted());
  });
});

const documents = [
  'docs/stores.md',
  'docs/deploying-extension.md',
  ...readdirSync('docs/rollout').map((file) => `docs/rollout/${file}`),
];

test.each(documents)('every link in %s leads somewhere', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
});

test('every file of the kit, and where it goes, stands in docs/deploying-extension.md', () => {
  const text = read('docs/deploying-extension.md');
  for (const file of ['linux/chrome.json', 'linux/edge.json', 'linux/policies.json', 'google-admin/chrome.json'])
    expect(text).toContain(file);
  for (const file of ['chrome.reg', 'edge.reg', 'firefox.reg', 'stethoscope.admx', 'intune.json', 'this-computer.ps1'])
    expect(text).toContain(`windows/${file}`);
  for (const browser of ['chrome', 'edge', 'firefox']) expect(text).toContain(`macos/${browser}.mobileconfig`);
});
