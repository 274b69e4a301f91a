import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { optionalPermissions } from '../src/browser/permissions.ts';
import { practices } from '../src/practices/index.ts';

/** Which folder may import which others, and which packages, besides itself. The table of `docs/architecture.md`. */
const MAY_IMPORT: Record<string, { folders: string[]; packages: string[] }> = {
  'src/posture': { folders: [], packages: ['valibot'] },
  'src/practices': { folders: ['src/posture'], packages: [] },
  'src/sources': { folders: ['src/posture', 'src/browser'], packages: ['ua-parser-js', 'valibot'] },
  'src/browser': { folders: ['src/posture'], packages: ['valibot', 'webextension-polyfill'] },
  'src/background': {
    folders: ['src/posture', 'src/practices', 'src/sources', 'src/browser', 'src/locales'],
    packages: ['valibot'],
  },
  'src/locales': { folders: ['src/posture'], packages: [] },
  'src/ui': { folders: ['src/posture', 'src/locales'], packages: ['preact', 'preact/hooks'] },
  'src/popup': {
    folders: ['src/ui', 'src/posture', 'src/browser', 'src/locales'],
    packages: ['preact', 'preact/hooks'],
  },
  'src/options': {
    folders: ['src/ui', 'src/posture', 'src/browser', 'src/locales'],
    packages: ['preact', 'preact/hooks'],
  },
  server: {
    folders: ['src/posture', 'src/practices'],
    packages: [
      '@hono/node-server',
      'hono',
      'hono-openapi',
      'valibot',
      'node:crypto',
      'node:events',
      'node:fs/promises',
      'node:fs',
      'node:http',
      'node:net',
      'node:path',
      'node:timers/promises',
      'node:util',
      '@valibot/to-json-schema',
      'cockatiel',
      'lru-cache',
      '@redis/client',
      'rate-limiter-flexible',
      'jose',
      'openid-client',
      'pino',
      'prom-client',
      'undici',
      'yaml',
      'csv-parse',
      'mdast-util-from-markdown',
      '@microsoft/microsoft-graph-types',
    ],
  },
};

const FORBIDDEN_NAMES =
  /(^|[/-])(shared|common|core|lib|utils?|helpers?|misc|manager|service|handler|data|base|info)([/.-]|$)/;
const FILE_BUDGET = 200;

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const code = tracked.filter((file) => /^(src|server)\/.*\.tsx?$/.test(file));
const contents = new Map(code.map((file) => [file, readFileSync(file, 'utf8')]));

const folderOf = (file: string): string =>
  Object.keys(MAY_IMPORT).find((folder) => file.startsWith(`${folder}/`)) ?? '?';

/** Static, type-only, side-effect and dynamic imports and re-exports. */
const importsOf = (text: string): string[] => [
  ...[...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/gms)].map(([, from]) => from ?? ''),
  ...[...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)].map(([, from]) => from ?? ''),
  ...[...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, from]) => from ?? ''),
];

describe('imports run downwards', () => {
  test('every folder of code has its line in the table', () => {
    expect(code.filter((file) => folderOf(file) === '?')).toEqual([]);
  });

  test.each(code)('%s', (file) => {
    const allowed = MAY_IMPORT[folderOf(file)];
    const wrong = importsOf(contents.get(file) ?? '').filter((from) => {
      if (!from.startsWith('.')) return !allowed?.packages.some((name) => from === name || from.startsWith(`${name}/`));
      const folder = folderOf(`${normalize(join(dirname(file), from))}`);
      return folder !== folderOf(file) && !allowed?.folders.includes(folder);
    });
    expect(
      wrong,
      `${file} may import ${allowed?.folders.join(', ') || 'nothing'}; move what it needs, or the code itself`,
    ).toEqual([]);
  });

  test('the extension API has one door', () => {
    const users = code.filter((file) => importsOf(contents.get(file) ?? '').includes('webextension-polyfill'));
    expect(users).toEqual(['src/browser/api.ts']);
  });
});

describe('names and sizes', () => {
  test('no file or folder has a name that says nothing', () => {
    const nameless = tracked.filter((file) => /^(src|server|scripts|tests)\//.test(file) && FORBIDDEN_NAMES.test(file));
    expect(nameless, 'name it after what it holds').toEqual([]);
  });

  test.each(code)('%s is short enough to be read', (file) => {
    const lines = (contents.get(file) ?? '').split('\n').length - 1;
    expect(lines, `split ${file} by what it holds`).toBeLessThanOrEqual(FILE_BUDGET);
  });

  test('components are named as what they export, everything else in kebab-case', () => {
    const wrong = code.filter((file) => !/^([a-z0-9]+(-[a-z0-9]+)*|[A-Z][A-Za-z]+)\.(d\.)?tsx?$/.test(basename(file)));
    expect(wrong).toEqual([]);
  });
});

describe('no escape hatches', () => {
  test.each([
    ['any', /(:|<|\bas) *any\b/],
    ['HTML strings', /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|new Function|(?<!\.)\beval\(/],
    ['suppressed types', /@ts-(ignore|expect-error|nocheck)/],
    ['unfinished work', /\b(TODO|FIXME|XXX|HACK)\b/],
  ])('no %s', (_, pattern) => {
    expect(code.filter((file) => pattern.test(contents.get(file) ?? ''))).toEqual([]);
  });

  test('every lint suppression carries its reason', () => {
    const bare = code.filter((file) => /biome-ignore[^:\n]*:?\s*$/m.test(contents.get(file) ?? ''));
    expect(bare).toEqual([]);
  });

  test('judgement reads no clock', () => {
    const readers = code.filter(
      (file) => /^src\/(posture|practices)\//.test(file) && /Date\.now|new Date\(\)/.test(contents.get(file) ?? ''),
    );
    expect(readers).toEqual([]);
  });
});

describe('a practice is its file, its words, its test and one line in the index', () => {
  const files = code.filter((file) => /^src\/practices\/(?!index)/.test(file)).map((file) => basename(file, '.ts'));

  test('every file is in the index', () => {
    expect(practices.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  test.each(files)('%s has its test and its English words', (id) => {
    expect(existsSync(`tests/practices/${id}.test.ts`), `write tests/practices/${id}.test.ts`).toBe(true);
    for (const words of [`src/locales/en/practices/${id}.ts`, `src/locales/en/remedies/${id}.ts`]) {
      expect(existsSync(words), `write ${words}`).toBe(true);
    }
  });
});

describe('a source is its file, its test and one line in the index', () => {
  test.each(['src/sources', 'server/sources'])('%s', (folder) => {
    const index = contents.get(`${folder}/index.ts`) ?? '';
    const files = code.filter((file) => dirname(file) === folder).map((file) => basename(file, '.ts'));
    const isListed = (name: string) =>
      new RegExp(
        `^import (?!type)\\w+ from '\\./${name}\\.ts'|^import \\{(?! ?type)[^}]*\\} from '\\./${name}\\.ts'`,
        'm',
      ).test(index);
    for (const file of files.filter(isListed)) {
      expect(existsSync(`tests/${folder.replace('src/', '')}/${file}.test.ts`), `test ${folder}/${file}.ts`).toBe(true);
    }
    expect(files).toContain('index');
  });
});

test('every permission of the manifest is explained', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as Record<string, string[]>;
  const explained = readFileSync('docs/permissions.md', 'utf8');
  const { permissions = [], optional_permissions: optional = [] } = manifest;
  expect(permissions).toEqual(['storage', 'alarms', 'identity']);
  expect(optional).toEqual(['management', 'privacy', 'idle', 'notifications']);
  expect(optional).toEqual(expect.arrayContaining([...optionalPermissions]));
  for (const permission of [...permissions, ...optional]) expect(explained).toContain(`\`${permission}\``);
});

test('every package that is used has its reason in docs/dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>;
  const reasons = readFileSync('docs/dependencies.md', 'utf8');
  const unexplained = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !reasons.includes(`\`${name}\``),
  );
  expect(unexplained).toEqual([]);
});
