import { execFile } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const top = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { version: string };
const name = `stethoscope-${version}`;
const updateUrl = 'https://updates.acme.example/stethoscope/update.xml';
const folder = mkdtempSync(join(tmpdir(), 'stethoscope-'));
const keyFile = join(folder, 'key.pem');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pack = async (where: string, out: string, ...args: string[]): Promise<string> => {
  const command = ['scripts/package.mjs', '--key', keyFile, '--out', out, ...args];
  return (await promisify(execFile)(process.execPath, command, { cwd: where })).stdout;
};

const read = (...parts: string[]): Buffer => readFileSync(join(folder, ...parts));
const text = (...parts: string[]): string => read(...parts).toString('utf8');
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const unpackedZip = (...parts: string[]) => unzipSync(new Uint8Array(read(...parts)));

interface Manifest {
  readonly version: string;
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly update_url?: string;
  readonly [name: string]: unknown;
}

const manifestIn = (...parts: string[]): Manifest =>
  JSON.parse(strFromU8(unpackedZip(...parts)['manifest.json'] ?? new Uint8Array()));

/** A CRX3 file is a header before a zip (https://github.com/chromium/chromium/blob/main/components/crx_file/crx3.proto). */
function crxOf(...parts: string[]) {
  const file = read(...parts);
  const headerLength = file.readUInt32LE(8);
  return {
    magic: file.toString('latin1', 0, 4),
    version: file.readUInt32LE(4),
    header: file.subarray(12, 12 + headerLength),
    zip: new Uint8Array(file.subarray(12 + headerLength)),
  };
}

let printed: string;

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  printed = await pack(top, join(folder, 'first'), '--update-url', updateUrl);
}, 120_000);

test('the source archive, unpacked elsewhere and packaged there, gives every file again, byte for byte', async () => {
  const source = join(folder, 'source');
  for (const [file, content] of Object.entries(unpackedZip('first', `${name}-source.zip`))) {
    mkdirSync(dirname(join(source, file)), { recursive: true });
    writeFileSync(join(source, file), content);
  }
  symlinkSync(join(top, 'node_modules'), join(source, 'node_modules'));
  await pack(source, join(folder, 'second'), '--update-url', updateUrl);
  expect(text('second', 'SHA256SUMS')).toBe(text('first', 'SHA256SUMS'));
  const files = readdirSync(join(folder, 'first'));
  expect(readdirSync(join(folder, 'second'))).toEqual(files);
  for (const file of files) expect(read('second', file).equals(read('first', file)), file).toBe(true);
}, 120_000);

test('the list of sums names every file with its own', () => {
  const files = readdirSync(join(folder, 'first')).filter((file) => file !== 'SHA256SUMS');
  expect(files).toHaveLength(6);
  const lines = files.toSorted().map((file) => `${sha256(read('first', file))}  ${file}`);
  expect(text('first', 'SHA256SUMS')).toBe(`${lines.join('\n')}\n`);
});

test('the version is that of package.json, everywhere', () => {
  expect(manifestIn('first', `${name}-chrome.zip`).version).toBe(version);
  expect(manifestIn('first', `${name}.xpi`).version).toBe(version);
  expect(text('first', 'update.xml')).toContain(` version="${version}" `);
  expect(text('first', 'updates.json')).toContain(`"version": "${version}"`);
});

describe('the CRX', () => {
  test('is signed with the key that was given, under the id that was printed', () => {
    const { magic, version: format, header, zip } = crxOf('first', `${name}.crx`);
    expect([magic, format]).toEqual(['Cr24', 3]);
    const publicKey = createPublicKey(createPrivateKey(readFileSync(keyFile)));
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const half = createHash('sha256').update(der).digest().subarray(0, 16);
    const id = [...half.toString('hex')].map((digit) => 'abcdefghijklmnop'['0123456789abcdef'.indexOf(digit)]).join('');
    expect(printed).toContain(`Id in Chrome and Edge: ${id}`);
    // Field 10000 of the header, the last one, is what is signed beside the zip: a field 1 with the sixteen bytes of the id.
    const signedData = Buffer.concat([Buffer.from([0x0a, 16]), half]);
    expect(header.subarray(-signedData.length).equals(signedData)).toBe(true);
    const signature = header.subarray(-(signedData.length + 4 + 256), -(signedData.length + 4));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(signedData.length);
    const verify = createVerify('sha256').update('CRX3 SignedData\0').update(length).update(signedData).update(zip);
    expect(verify.verify(publicKey, signature)).toBe(true);
  });

  test('looks for updates where it was told, and what a store gets looks nowhere', () => {
    const { zip } = crxOf('first', `${name}.crx`);
    const manifest = JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array())) as Manifest;
    expect(manifest.update_url).toBe(updateUrl);
    const { update_url: _, ...rest } = manifest;
    expect(manifestIn('first', `${name}-chrome.zip`)).toEqual(rest);
  });

  test('is offered by update.xml', () => {
    const xml = text('first', 'update.xml');
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', processEntities: false });
    expect(parser.parse(xml).gupdate.app).toEqual({
      appid: /Edge: ([a-p]{32})/.exec(printed)?.[1],
      updatecheck: {
        codebase: `https://updates.acme.example/stethoscope/${name}.crx`,
        version,
        hash_sha256: sha256(read('first', `${name}.crx`)),
        prodversionmin: '120',
      },
    });
  });
});

test('the XPI is offered by updates.json, with its hash', () => {
  const { gecko } = manifestIn('first', `${name}.xpi`)['browser_specific_settings'] as Record<string, Gecko>;
  expect(gecko?.update_url).toBe('https://updates.acme.example/stethoscope/updates.json');
  expect(JSON.parse(text('first', 'updates.json'))).toEqual({
    addons: {
      [gecko?.id ?? '']: {
        updates: [
          {
            version,
            update_link: `https://updates.acme.example/stethoscope/${name}.xpi`,
            update_hash: `sha256:${sha256(read('first', `${name}.xpi`))}`,
            applications: { gecko: { strict_min_version: gecko?.strict_min_version } },
          },
        ],
      },
    },
  });
});

interface Gecko {
  readonly id: string;
  readonly strict_min_version: string;
  readonly update_url?: string;
  readonly data_collection_permissions: unknown;
}

test('the manifests say who may talk to the extension, where it never runs, and what leaves the browser', () => {
  const chrome = manifestIn('first', `${name}-chrome.zip`);
  expect(chrome['externally_connectable']).toEqual({ ids: [] });
  expect([chrome['incognito'], chrome['minimum_chrome_version']]).toEqual(['not_allowed', '120']);
  const firefox = manifestIn('first', `${name}.xpi`);
  const { gecko } = firefox['browser_specific_settings'] as Record<string, Gecko>;
  expect(firefox['incognito']).toBe('not_allowed');
  expect(gecko?.data_collection_permissions).toEqual({ required: ['authenticationInfo'] });
});

test('Mozilla’s linter finds no fault, and one place to look at, in the popup and in what the other pages share: where preact writes what it was told is HTML', async () => {
  const unpacked = join(folder, 'xpi');
  for (const [file, content] of Object.entries(unpackedZip('first', `${name}.xpi`))) {
    mkdirSync(dirname(join(unpacked, file)), { recursive: true });
    writeFileSync(join(unpacked, file), content);
  }
  const lint = ['lint', '--source-dir', unpacked, '--no-config-discovery', '--self-hosted', '--output', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, ['node_modules/web-ext/bin/web-ext.js', ...lint]);
  const { errors, warnings, notices } = JSON.parse(stdout) as Record<
    string,
    { readonly code: string; readonly file: string }[]
  >;
  expect([errors, notices]).toEqual([[], []]);
  // No code of ours uses it: tests/architecture.test.ts.
  expect(warnings?.map(({ code, file }) => [code, basename(file).replace(/-.*/, '')]).toSorted()).toEqual([
    ['UNSAFE_VAR_ASSIGNMENT', 'index.html'],
    ['UNSAFE_VAR_ASSIGNMENT', 'pages'],
  ]);
}, 60_000);

test('a company’s own build is another extension, to which the installation grants what was chosen', async () => {
  const company = ['--company', 'https://checks.acme.example', '--with', 'management,enterprise.hardwarePlatform'];
  const said = await pack(top, join(folder, 'own'), ...company);
  expect(said).toContain('Granted by the installation: management, enterprise.hardwarePlatform');
  const chrome = manifestIn('own', `${name}-chrome.zip`);
  expect(chrome.permissions).toEqual(['storage', 'alarms', 'identity', 'management', 'enterprise.hardwarePlatform']);
  expect(chrome.optional_permissions).toEqual(['privacy', 'idle', 'notifications']);
  const firefox = manifestIn('own', `${name}.xpi`);
  expect(firefox.permissions).toEqual(['storage', 'alarms', 'identity', 'management']);
  const { gecko } = firefox['browser_specific_settings'] as Record<string, Gecko>;
  expect(gecko).toMatchObject({
    id: 'stethoscope@checks.acme.example',
    update_url: 'https://checks.acme.example/extension/updates.json',
  });
  // Whom it asks is said by device management or by the person, and by no package.
  for (const content of Object.values(unpackedZip('own', `${name}-chrome.zip`)))
    expect(strFromU8(content, true)).not.toContain('checks.acme.example');
}, 120_000);

test('a folder with other files in it is left alone', async () => {
  mkdirSync(join(folder, 'others'));
  writeFileSync(join(folder, 'others', 'letter.txt'), 'Dear all');
  await expect(pack(top, join(folder, 'others'))).rejects.toThrow('holds other files');
  expect(text('others', 'letter.txt')).toBe('Dear all');
});
