import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkConfig } from '../../server/commands/check-config.ts';
import { checkSources } from '../../server/commands/check-sources.ts';
import { liveCompany } from '../../server/commands/live-company.ts';
import { lookUp } from '../../server/commands/lookup.ts';
import { newToken } from '../../server/commands/new-token.ts';
import { createGateway } from '../../server/gateway.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { instant } from '../../src/posture/instant.ts';
import { readPosture } from '../../src/posture/read-wire.ts';
import type { HttpServer } from '../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../support/json-server.ts';
import { judge, type Prism } from './prism.ts';

/*
 * The way of docs/getting-started.md, with the very files that it shows, up to the answer that the popup is made of. The company's
 * system is a fake, behind the vendor's own document.
 */

const email = 'jane@acme.example';
const now = () => new Date(Date.now() - 3_600_000).toISOString();

const fleetHost = {
  id: 7,
  platform: 'darwin',
  os_version: 'macOS 26.2.1',
  display_name: 'Jane’s MacBook Pro',
  hardware_serial: 'ZS5MPL7Q2X',
  uuid: '5A3B1E0C-0000-4000-8000-00000000B001',
  device_mapping: [{ email, source: 'mdm_idp_accounts' }],
  disk_encryption_enabled: true,
  policies: [],
  get seen_time() {
    return now();
  },
  get detail_updated_at() {
    return now();
  },
};

const intuneDevice = {
  id: 'c1',
  userPrincipalName: email,
  deviceName: 'Jane’s MacBook Pro',
  operatingSystem: 'macOS',
  osVersion: '26.2.1 (25C101)',
  isEncrypted: true,
  complianceState: 'compliant',
  serialNumber: 'ZS5MPL7Q2X',
  get lastSyncDateTime() {
    return now();
  },
};

interface Tenant {
  readonly kind: 'fleet' | 'intune';
  readonly specification: string;
  readonly fake: (asked: Asked) => Told;
  /** What the example of the document is changed to, so that it is about the tenant of this test. */
  readonly reach: (yaml: string, origins: { readonly judged: string; readonly aside: string }) => string;
}

const list = (...value: object[]) => ({ body: { value } });

const tenants: readonly Tenant[] = [
  {
    kind: 'fleet',
    specification: 'fleet-getprimo-trimmed.openapi.json',
    fake: ({ path, query }) =>
      path === '/api/v1/fleet/hosts'
        ? { body: { hosts: query.get('query') === email ? [fleetHost] : [] } }
        : { body: { host: fleetHost } },
    reach: (yaml, { judged }) => yaml.replace('https://fleet.acme.example', judged),
  },
  {
    kind: 'intune',
    specification: 'graph-intune-2026-trimmed.openapi.json',
    fake: ({ path, query }) => {
      if (path.endsWith('/deviceCompliancePolicyStates')) {
        return list({ id: 's1', displayName: 'Acme', state: 'compliant' });
      }
      return query.get('$filter')?.includes(email) ? list(intuneDevice) : list();
    },
    // Graph has its version before the paths of the document, and signs people in elsewhere.
    reach: (yaml, { aside }) => yaml.replace('tenant:', `url: ${aside}\n    loginUrl: ${aside}\n    tenant:`),
  },
];

const printed = vi.spyOn(console, 'log');
const output = () => printed.mock.calls.flat().join('\n');
const environment = { STETHOSCOPE_KEY: 'k'.repeat(32), FLEET_TOKEN: 'secret', INTUNE_SECRET: 'secret' };

let folder: string;
let servers: (HttpServer | Prism)[];
beforeEach(async () => {
  printed.mockReset().mockImplementation(() => undefined);
  servers = [];
  folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
});
afterEach(async () => {
  printed.mockReset();
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true });
});

/** The file of the document, for this tenant, with the line of a token that was just made. */
async function written({ kind, specification, fake, reach }: Tenant) {
  const own = await serveJson(fake);
  const judged = await judge(specification, own.origin);
  const aside = await serveJson(async ({ path, query }) => {
    if (path.endsWith('/token')) return { body: { access_token: 'granted', expires_in: 3599 } };
    if (path.endsWith('/settingStates'))
      return list({ setting: 'MacOSCompliancePolicy.FirewallEnabled', state: 'compliant' });
    const url = new URL(`${path.replace(/^\/v1\.0/, '')}?${query}`, judged.origin);
    return { body: await (await fetch(url, { headers: { authorization: 'Bearer granted' } })).text() };
  });
  servers = [own, judged, aside];
  await newToken([email]);
  const [token = ''] = /^[\w-]{40,}$/m.exec(output()) ?? [];
  const [line = ''] = /^ +- \{ sha256.*$/m.exec(output()) ?? [];
  const document = await readFile('docs/getting-started.md', 'utf8');
  const [example = ''] = [...document.matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, yaml = '']) => yaml)
    .filter((yaml) => yaml.includes(`kind: ${kind}`));
  const file = join(folder, 'stethoscope.yaml');
  const yaml = reach(example.replace(/^ +- \{ sha256.*$/m, line), { judged: judged.origin, aside: aside.origin });
  await writeFile(file, yaml);
  return { file, token };
}

describe.each(tenants)('somebody new with $kind', (tenant) => {
  test('comes from the document to their own devices', async () => {
    const { file, token } = await written(tenant);
    await checkConfig([file], environment);
    expect(output()).toContain(`${file} is right: Acme, ${tenant.kind}`);
    await checkSources([file], environment);
    expect(output()).toMatch(new RegExp(`^${tenant.kind} +by person .* yes$`, 'm'));
    await lookUp([email, '--config', file], environment);
    expect(output()).toMatch(/Jane’s MacBook Pro {2}macos computer/);
    expect(output()).toMatch(/ok +disk-encryption/);

    const outside = { now: () => instant(Date.now()), environment, fetch };
    const live = await liveCompany(file, outside, () => undefined);
    const gateway = createGateway({
      ...outside,
      baseline: bundledBaseline,
      serves: live.company,
      requestId: () => 'r',
    });
    const ask = (headers: HeadersInit) => gateway.fetch(new Request('http://127.0.0.1:8787/v1/posture', { headers }));
    const answer = await ask({ Authorization: `Bearer ${token}` });
    const read = readPosture(await answer.json());
    expect('document' in read && read.document.devices.map(({ name }) => name)).toEqual(['Jane’s MacBook Pro']);
    expect((await ask({})).status).toBe(401);
    live.stop();
  });
});
