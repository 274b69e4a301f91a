import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LiveCompany, liveCompany } from '../../../server/commands/live-company.ts';
import { createGateway, type Gateway } from '../../../server/gateway.ts';
import { bundledBaseline } from '../../../src/posture/bundled-baseline.ts';
import { readOrganization, readPosture } from '../../../src/posture/read-wire.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { serveJson } from '../../support/json-server.ts';
import { NOW } from '../../support/posture.ts';

/*
 * From the file that a company writes to the documents that an extension reads: a fake Jamf Pro, a fake mirror, a real gateway.
 */

const tokens = { jane: 'jane-token-0123456789', joe: 'joe-token-0123456789' };
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const computer = (serialNumber: string, email: string) => ({
  general: { name: 'A Mac', reportDate: NOW, lastContact: NOW },
  hardware: { serialNumber },
  userAndLocation: { email },
  diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: 'UNENCRYPTED' } },
});
const computers = [computer('ZSJANE1', 'jane@acme.example'), computer('ZSJOES1', 'joe@acme.example')];

let folder: string;
let system: HttpServer;
let live: LiveCompany;
let gateway: Gateway;

const yaml = (origin: string) => `organization: { name: Acme }
key: { env: KEY }
identity:
  mode: token
  tokens:
    - { sha256: ${hashOf(tokens.jane)}, email: jane@acme.example, groups: [lab] }
    - { sha256: ${hashOf(tokens.joe)}, email: joe@acme.example }
sources:
  - { id: jamf, kind: jamf, url: '${origin}', clientId: reader, clientSecret: { env: SECRET } }
policy:
  version: '7'
  practices:
    disk-encryption:
      exceptions: [{ device: zsjane1, until: 2027-03-31, why: A new disk is on its way. }]
  groups:
    - { group: lab, practices: { firewall: { importance: nudge } } }
words:
  en:
    disk-encryption: { why: 'Our **customers** trust us.' }
baseline: { url: '${origin}/baseline.json' }
`;

beforeAll(async () => {
  system = await serveJson(({ path, query }) => {
    if (path === '/baseline.json') return { body: { ...bundledBaseline, asOf: '2026-11-23' } };
    if (path.endsWith('/oauth/token')) return { body: { access_token: 'granted', expires_in: 600 } };
    const results = computers.filter(({ userAndLocation }) => query.get('filter')?.includes(userAndLocation.email));
    return { body: { totalCount: results.length, results } };
  });
  folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
  const file = join(folder, 'stethoscope.yaml');
  await writeFile(file, yaml(system.origin));
  live = await liveCompany(
    file,
    { now: () => NOW, environment: { KEY: 'k'.repeat(32), SECRET: 's' }, fetch },
    () => undefined,
  );
  const requestId = () => 'r_1';
  gateway = createGateway({ now: () => NOW, baseline: bundledBaseline, requestId, serves: live.company });
});

afterAll(async () => {
  live.stop();
  await system.close();
  await rm(folder, { recursive: true });
});

const ask = async (path: string, token?: string) => {
  const headers: HeadersInit = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return (await gateway.fetch(new Request(`http://gateway.example${path}`, { headers }))).text();
};
const postureOf = async (token: string) => {
  const read = readPosture(JSON.parse(await ask('/v1/posture', token)));
  if ('problem' in read) throw new Error(read.problem);
  return read.document;
};

describe('what everybody may read', () => {
  test('has the policy and the company’s wording, and nothing of single people, groups or devices', async () => {
    const text = await ask('/v1/organization');
    const read = readOrganization(JSON.parse(text));
    if ('problem' in read) throw new Error(read.problem);
    expect(read.document.policy).toMatchObject({ version: '7' });
    expect(read.document.words?.['en']?.['disk-encryption']?.why).toHaveLength(1);
    for (const told of ['zsjane1', 'ZSJANE1', '2027-03-31', 'new disk', 'lab', 'jane@', hashOf(tokens.jane)]) {
      expect(text).not.toContain(told);
    }
  });

  test('has the newer baseline of the mirror', async () => {
    await vi.waitFor(async () => expect(JSON.parse(await ask('/v1/organization')).baseline.asOf).toBe('2026-11-23'));
  });
});

describe('what one person may read', () => {
  test('has their exception, named by their device, and what is asked of their groups', async () => {
    const { devices, exceptions, overrides } = await postureOf(tokens.jane);
    expect(exceptions).toEqual([
      { practice: 'disk-encryption', device: devices[0]?.id, until: '2027-03-31', why: 'A new disk is on its way.' },
    ]);
    expect(overrides).toMatchObject({ firewall: { importance: 'nudge' } });
    expect(await ask('/v1/posture', tokens.jane)).not.toMatch(/zsjane1|lab/i);
  });

  test('has nothing of what was agreed with somebody else', async () => {
    expect(await postureOf(tokens.joe)).toMatchObject({ exceptions: [], overrides: {} });
  });
});

test('When the policy changes, the sources go on as they are', async () => {
  const signIns = () => system.requests.filter(({ url }) => url?.endsWith('/oauth/token')).length;
  await postureOf(tokens.joe);
  expect(signIns()).toBe(1);
  await writeFile(join(folder, 'stethoscope.yaml'), yaml(system.origin).replace("version: '7'", "version: '8'"));
  await vi.waitFor(() => expect(live.company.terms().policy.version).toBe('8'));
  expect((await postureOf(tokens.joe)).devices).toHaveLength(1);
  expect(signIns()).toBe(1);
});
