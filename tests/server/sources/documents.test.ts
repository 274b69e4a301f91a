import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { systems } from '../../../server/sources/index.ts';
import type { ManagementSystem } from '../../../server/sources/source.ts';
import type { Platform } from '../../../src/posture/platform.ts';

const folder = 'docs/sources';
const all: readonly (readonly [kind: string, system: ManagementSystem])[] = Object.entries(systems);
const pageOf = (kind: string): string => readFileSync(`${folder}/${kind}.md`, 'utf8');

const headings = [
  'What it can tell',
  'What it cannot',
  'Permissions',
  'In stethoscope.yaml',
  'Quota and freshness',
  'Known limits',
];

const sectionOf = (page: string, heading: string): string =>
  page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

/** Everything of a configuration but the sources. */
const rest = `organization:
  name: Acme
key: { env: STETHOSCOPE_KEY }
identity:
  mode: token
  tokens:
    - { sha256: ${'0a'.repeat(32)}, email: jane.doe@acme.example }
`;

test('Every system has its page, and every page its system', () => {
  const pages = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
  expect(pages.toSorted()).toEqual(all.map(([kind]) => kind).toSorted());
});

test('Whoever is new is shown configurations that are taken as they stand', () => {
  const examples = readFileSync('docs/getting-started.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g);
  const kinds = [...examples].map(([, example = '']) => {
    const read = readConfiguration(example);
    return 'mistakes' in read ? read.mistakes : read.configuration.sources.map(({ kind }) => kind);
  });
  expect(kinds).toEqual([['fleet'], ['intune']]);
});

describe.each(all)('the page of %s', (kind, system) => {
  const page = pageOf(kind);

  test('says everything that an administrator has to know, and warns of what was never tried', () => {
    expect(page.startsWith(`# ${system.name}\n`)).toBe(true);
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
    for (const heading of headings) expect(sectionOf(page, heading).trim(), heading).not.toBe('');
    expect(page.includes('**Preview.**')).toBe(system.isPreview === true);
  });

  test('lists the facts that it covers, platform by platform', () => {
    const rows = sectionOf(page, 'What it can tell').matchAll(/^\| (\w+) \| (.+) \|$/gm);
    const told = [...rows]
      .filter(([, platform]) => platform !== 'platform')
      .map(([, platform = '', facts = '']) => [platform.toLowerCase(), facts.replaceAll('`', '').split(', ')]);
    const covered = (Object.keys(system.covers) as Platform[]).map((platform) => [platform, system.covers[platform]]);
    expect(told).toEqual(covered);
  });

  test('has an example that a configuration takes as it stands', () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(sectionOf(page, 'In stethoscope.yaml')) ?? [];
    expect(readConfiguration(rest + example)).toMatchObject({ configuration: { sources: [{ kind }] } });
  });

  test('names the quota that is kept to, and what a person takes of it', () => {
    const { quota, requestsPerPerson } = system.connector!;
    const text = sectionOf(page, 'Quota and freshness');
    expect(text).toMatch(new RegExp(`\\b${quota.requests} requests? in ${quota.perSeconds} seconds?\\b`));
    if (requestsPerPerson !== undefined) expect(text).toMatch(new RegExp(`about ${requestsPerPerson} requests?\\b`));
  });
});
