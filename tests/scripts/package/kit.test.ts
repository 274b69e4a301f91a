import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as parsePlist } from 'plist';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitFiles } from '../../../scripts/package/kit.mjs';
import { readRegistryFile } from '../../support/registry-file.ts';

const ids = { chrome: 'abcdefghijklmnopabcdefghijklmnop', firefox: 'stethoscope@checks.acme.example' };
const endpoint = 'https://checks.acme.example/a&b';
const updateUrl = 'https://updates.acme.example/s/update.xml';
const settings = {
  contact: { label: 'IT "help"', url: 'mailto:it@acme.example' },
  notifications: false,
  checkEveryMinutes: 60,
};
const all = { endpoint, ...settings };
const nothing = { updateUrl: undefined, settings: undefined, chromeId: undefined, edgeId: undefined };
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

type Kit = ReadonlyMap<string, Uint8Array>;

const folder = mkdtempSync(join(tmpdir(), 'stethoscope-'));
let kit: Kit;
let fromStores: Kit;

beforeAll(async () => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  kit = await kitFiles({ ...nothing, endpoint, ids, updateUrl, settings: join(folder, 'settings.json') });
  fromStores = await kitFiles({ ...nothing, endpoint, ids, chromeId: 'p'.repeat(32) });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (name: string, of = kit): Uint8Array => {
  const content = of.get(`kit/${name}`);
  if (content === undefined) throw new Error(`${name} is not in the kit`);
  return content;
};
const text = (name: string, of = kit): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes(name, of));
const json = (name: string, of = kit) => JSON.parse(text(name, of));

const inChromium = {
  installation_mode: 'force_installed',
  update_url: updateUrl,
  override_update_url: true,
  toolbar_pin: 'force_pinned',
};
const inFirefox = {
  installation_mode: 'force_installed',
  install_url: `https://updates.acme.example/s/stethoscope-${version}.xpi`,
  default_area: 'navbar',
};

describe('Linux', () => {
  test.each(['linux/chrome.json', 'linux/edge.json'])('%s', (name) => {
    expect(json(name)).toEqual({
      ExtensionSettings: { [ids.chrome]: inChromium },
      '3rdparty': { extensions: { [ids.chrome]: all } },
    });
  });

  test('linux/policies.json', () => {
    expect(json('linux/policies.json')).toEqual({
      policies: { ExtensionSettings: { [ids.firefox]: inFirefox }, '3rdparty': { Extensions: { [ids.firefox]: all } } },
    });
  });
});

test('Google Admin gets each setting under "Value"', () => {
  const values = Object.entries(all).map(([name, value]) => [name, { Value: value }]);
  expect(json('google-admin/chrome.json')).toEqual(Object.fromEntries(values));
});

describe('Windows', () => {
  const flat = {
    endpoint,
    contactJson: JSON.stringify(settings.contact),
    notifications: 0,
    checkEveryMinutes: 60,
  };

  test.each([
    ['chrome', 'SOFTWARE\\Policies\\Google\\Chrome'],
    ['edge', 'SOFTWARE\\Policies\\Microsoft\\Edge'],
  ])('the registry file for %s', (browser, key) => {
    const registry = readRegistryFile(bytes(`windows/${browser}.reg`));
    expect(Object.fromEntries(registry)).toEqual({
      [`HKEY_LOCAL_MACHINE\\${key}\\ExtensionSettings\\${ids.chrome}`]: { ...inChromium, override_update_url: 1 },
      [`HKEY_LOCAL_MACHINE\\${key}\\3rdparty\\extensions\\${ids.chrome}\\policy`]: flat,
    });
  });

  test('the registry file for Firefox', () => {
    const registry = readRegistryFile(bytes('windows/firefox.reg'));
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox';
    const { ExtensionSettings: lines, ...others } = registry.get(key) ?? {};
    expect(others).toEqual({});
    expect((lines as string[]).map((line) => JSON.parse(line))).toEqual([{ [ids.firefox]: inFirefox }]);
    expect(registry.get(`${key}\\3rdparty\\Extensions\\${ids.firefox}`)).toEqual(flat);
    expect(registry.size).toBe(2);
  });

  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => ['policy', 'string', 'presentation'].includes(name),
  });
  const { properties: schema } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
  const flatKeys = Object.keys(schema).filter((name) => !['object', 'array'].includes(schema[name].type));

  test('the group policy sets every key of the schema that is no object, in each browser', () => {
    const admx = text('windows/stethoscope.admx');
    expect(XMLValidator.validate(admx)).toBe(true);
    const { policy: policies } = parser.parse(admx).policyDefinitions.policies;
    const names = (policies as { name: string }[]).map(({ name }) => name);
    const wanted = ['chrome', 'edge', 'firefox'].flatMap((browser) => flatKeys.map((name) => `${browser}_${name}`));
    expect(names.toSorted()).toEqual([...wanted, 'chrome_install', 'edge_install'].toSorted());
  });

  test('every text and box that the group policy names stands in its words', () => {
    const admx = text('windows/stethoscope.admx');
    const adml = text('windows/en-US/stethoscope.adml');
    expect(XMLValidator.validate(adml)).toBe(true);
    const { stringTable, presentationTable } = parser.parse(adml).policyDefinitionResources.resources;
    const idsOf = (list: { id: string }[]) => [...new Set(list.map(({ id }) => id))].toSorted();
    const namedIn = (kind: string) =>
      [...new Set([...admx.matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(([, id]) => id))].toSorted();
    expect(idsOf(stringTable.string)).toEqual(namedIn('string'));
    expect(idsOf(presentationTable.presentation)).toEqual(namedIn('presentation'));
  });

  test('Intune’s profile brings the templates first, and then sets only what they or Mozilla’s have', () => {
    const [templates, ...rows] = json('windows/intune.json').omaSettings as { omaUri: string; value: string }[];
    expect(templates?.value).toBe(text('windows/stethoscope.admx'));
    const known = [...text('windows/stethoscope.admx').matchAll(/<policy name="(\w+)"/g)].map(([, name]) => name);
    for (const { omaUri, value } of rows) {
      const [, area, policy] = /^\.\/Device\/Vendor\/MSFT\/Policy\/Config\/([\w~]+)\/(\w+)$/.exec(omaUri) ?? [];
      if (area?.startsWith('Firefox~')) expect(policy).toBe('ExtensionSettingsOneLine');
      else expect(known).toContain(policy);
      expect(XMLValidator.validate(`<value>${value}</value>`), value).toBe(true);
    }
    const values = Object.fromEntries(rows.map(({ omaUri, value }) => [omaUri.split('/').at(-1), value]));
    expect(values['chrome_endpoint']).toBe(
      '<enabled/><data id="chrome_endpoint" value="https://checks.acme.example/a&amp;b"/>',
    );
    expect(values['firefox_notifications']).toBe('<disabled/>');
    expect(values['edge_install']).toBe('<enabled/>');
    const [, oneLine = ''] = /value="([^"]+)"/.exec(values['ExtensionSettingsOneLine'] ?? '') ?? [];
    expect(JSON.parse(oneLine.replaceAll('&quot;', '"'))).toEqual({ [ids.firefox]: inFirefox });
  });

  test('the table for Intune has the rows of the profile', () => {
    const rows = parseCsv(text('windows/intune.csv'), { columns: true, record_delimiter: '\r\n' }) as Row[];
    const profile = json('windows/intune.json').omaSettings as { displayName: string; omaUri: string; value: string }[];
    expect(rows).toEqual(
      profile.map(({ displayName, omaUri, value }) => ({
        Name: displayName,
        'OMA-URI': omaUri,
        'Data type': 'String',
        Value: value,
      })),
    );
  });

  test('the script writes its hint where each browser’s settings are', () => {
    const script = text('windows/this-computer.ps1');
    for (const browser of ['chrome', 'edge', 'firefox']) {
      const keys = [...readRegistryFile(bytes(`windows/${browser}.reg`)).keys()];
      const [key = ''] = keys.filter((one) => /3rdparty/.test(one));
      expect(script).toContain(`'${key.replace('HKEY_LOCAL_MACHINE', 'HKLM:')}'`);
    }
  });

  interface Row {
    readonly [column: string]: string;
  }
});

describe('macOS', () => {
  interface Profile {
    readonly PayloadUUID: string;
    readonly PayloadContent: readonly Record<string, unknown>[];
  }
  const profile = (name: string) => parsePlist(text(name)) as unknown as Profile;
  const own = (payload: Record<string, unknown> | undefined) =>
    Object.fromEntries(Object.entries(payload ?? {}).filter(([name]) => !/^Payload(?!Type)/.test(name)));

  test.each([
    ['chrome', 'com.google.Chrome'],
    ['edge', 'com.microsoft.Edge'],
  ])('the profile for %s', (browser, domain) => {
    expect(profile(`macos/${browser}.mobileconfig`).PayloadContent.map(own)).toEqual([
      { PayloadType: domain, ExtensionSettings: { [ids.chrome]: inChromium } },
      { PayloadType: `${domain}.extensions.${ids.chrome}`, ...all },
    ]);
  });

  test('the profile for Firefox', () => {
    expect(profile('macos/firefox.mobileconfig').PayloadContent.map(own)).toEqual([
      {
        PayloadType: 'org.mozilla.firefox',
        EnterprisePoliciesEnabled: true,
        ExtensionSettings: { [ids.firefox]: inFirefox },
        '3rdparty': { Extensions: { [ids.firefox]: all } },
      },
    ]);
  });

  test.each([
    ['macos/jamf', '$SERIALNUMBER'],
    ['macos/intune', '{{serialnumber}}'],
  ])('%s has the tool fill in which computer it is', (place, serial) => {
    expect(profile(`${place}/chrome.mobileconfig`).PayloadContent[1]).toMatchObject({ device: { serial } });
    const { '3rdparty': others } = profile(`${place}/firefox.mobileconfig`).PayloadContent[0] ?? {};
    expect(others).toEqual({ Extensions: { [ids.firefox]: { ...all, device: { serial } } } });
  });

  test('a profile that is made again takes the place of the older one', () => {
    const uuids = (of: Kit) =>
      [...of.keys()]
        .filter((name) => name.endsWith('.mobileconfig'))
        .map((name) => {
          const { PayloadUUID: uuid } = parsePlist(new TextDecoder().decode(of.get(name))) as unknown as Profile;
          expect(uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}$/);
          return uuid;
        });
    expect(uuids(kit)).toEqual(uuids(fromStores));
  });
});

test('without a place for updates the stores install', () => {
  const { ExtensionSettings: chrome } = json('linux/chrome.json', fromStores);
  expect(chrome).toEqual({
    ['p'.repeat(32)]: {
      installation_mode: 'force_installed',
      update_url: 'https://clients2.google.com/service/update2/crx',
      toolbar_pin: 'force_pinned',
    },
  });
  const { ExtensionSettings: edge } = json('linux/edge.json', fromStores);
  expect(edge[ids.chrome].update_url).toBe('https://edge.microsoft.com/extensionwebstorebase/v1/crx');
  const { ExtensionSettings: firefox } = json('linux/policies.json', fromStores).policies;
  expect(firefox[ids.firefox].install_url).toBe(
    'https://addons.mozilla.org/firefox/downloads/latest/stethoscope%40checks.acme.example/latest.xpi',
  );
});

test('the kit says of every file where it goes and how far it was tried', () => {
  const readme = text('README.md');
  const told = [
    ...readme.matchAll(/^\| ([^|]+) \| [^|]+ \| (proved in \w+|checked for form only|not checked[^|]*) \|$/gm),
  ]
    .flatMap(([, files = '']) => files.split(', '))
    .map((file) => (file.startsWith('en-US/') ? `windows/${file}` : file));
  const matches = (pattern: string, name: string) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`).test(name);
  const names = [...kit.keys()].map((name) => name.slice('kit/'.length)).filter((name) => name !== 'README.md');
  expect(names.filter((name) => told.filter((pattern) => matches(pattern, name)).length !== 1)).toEqual([]);
  expect(told.filter((pattern) => !names.some((name) => matches(pattern, name)))).toEqual([]);
});

describe('a slip in the settings is found before any computer has them', () => {
  test.each([
    [{ endpiont: 'https://acme.example' }, 'There is no setting endpiont'],
    [{ checkEveryMinutes: 1 }, 'checkEveryMinutes cannot be 1'],
    [{ contact: { label: 'IT', url: 'javascript:alert(1)' } }, 'contact cannot be'],
  ])('%j', async (slip, sentence) => {
    const file = join(folder, 'slip.json');
    writeFileSync(file, JSON.stringify(slip));
    await expect(kitFiles({ ...nothing, endpoint, ids, settings: file })).rejects.toThrow(sentence);
  });

  test('an endpoint without encryption', async () => {
    await expect(kitFiles({ ...nothing, endpoint: 'http://checks.acme.example', ids })).rejects.toThrow(
      'endpoint cannot be',
    );
  });
});
