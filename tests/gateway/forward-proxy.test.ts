import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { type ForwardProxy, startForwardProxy } from '../support/forward-proxy.ts';
import {
  companyFolder,
  endGatewayProcesses,
  jamfAt,
  secrets,
  startGatewayProcess,
  tokenOf,
} from '../support/gateway-process.ts';
import { makePrivateAuthority, type PrivateAuthority } from '../support/private-ca.ts';

/*
 * A Jamf Pro that only the company's proxy can find, behind a certificate that only the company's own authority vouches for.
 */

const jane = 'jane@acme.example';
const password = 'a-proxy-password';

let authority: PrivateAuthority;
let jamf: Server;
let port: number;
let proxy: ForwardProxy;
let company: Awaited<ReturnType<typeof companyFolder>>;

beforeAll(async () => {
  authority = await makePrivateAuthority(['jamf.acme.example', 'localhost']);
  jamf = createServer({ key: authority.key, cert: authority.cert }, (request, response) => {
    const answer = request.url?.endsWith('/token')
      ? { access_token: 't', expires_in: 1800 }
      : request.url?.endsWith('/baseline.json')
        ? { ...bundledBaseline, asOf: '2026-11-24' }
        : { totalCount: 1, results: [{ general: { name: 'A Mac' }, userAndLocation: { email: jane } }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(jamf, 'listening');
  port = (jamf.address() as AddressInfo).port;
});
afterAll(async () => {
  jamf.closeAllConnections();
  jamf.close();
  await authority.remove();
});

beforeEach(async () => {
  proxy = await startForwardProxy({ 'jamf.acme.example:443': port }, password);
  company = await companyFolder([jane], configurationFor('https://jamf.acme.example'));
});
afterEach(async () => {
  await endGatewayProcesses();
  await proxy.close();
  await company.remove();
});

const configurationFor = (origin: string) =>
  `sources: [${jamfAt(origin)}]\nbaseline: { url: '${origin}/baseline.json' }`;

const throughProxy = () => ({ ...secrets, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: authority.file });

async function asked(environment: NodeJS.ProcessEnv, file = company.file) {
  const gateway = await startGatewayProcess({ args: ['serve', file], environment });
  const { devices, sources } = await (await gateway.ask('/v1/posture', tokenOf(jane))).json();
  return { gateway, names: devices.map(({ name }: { name: string }) => name), source: sources[0] };
}

describe('a gateway behind a forward proxy', () => {
  test('asks its sources and the mirror by way of it, and trusts the company’s own authority', async () => {
    const { gateway, names, source } = await asked(throughProxy());
    expect([names, source.status]).toEqual([['A Mac'], 'answered']);
    expect(new Set(proxy.asked)).toEqual(new Set(['jamf.acme.example:443']));
    await vi.waitFor(() => expect(gateway.written()).toContain('newest versions is of 2026-11-24'), 5000);
    expect(gateway.written()).not.toContain(password);
  });

  test('trusts nobody whom it was not told to trust', async () => {
    const { NODE_EXTRA_CA_CERTS: _, ...environment } = throughProxy();
    expect((await asked(environment)).source).toMatchObject({ status: 'failed', reason: 'refused' });
    expect(proxy.asked).toContain('jamf.acme.example:443');
  });

  test('says that a source failed when the proxy does not let it through', async () => {
    const environment = { ...throughProxy(), HTTPS_PROXY: proxy.url.replace(password, 'wrong') };
    expect((await asked(environment)).source).toMatchObject({ status: 'failed', reason: 'refused' });
  });

  test('goes straight to the hosts that NO_PROXY excepts', async () => {
    const near = await companyFolder([jane], configurationFor(`https://localhost:${port}`));
    const { names } = await asked({ ...throughProxy(), NO_PROXY: 'other.example,localhost' }, near.file);
    expect([names, proxy.asked]).toEqual([['A Mac'], []]);
    await near.remove();
  });

  test('does so for the commands, too', async () => {
    const command = spawn(process.execPath, ['dist/gateway/main.js', 'check-sources', company.file], {
      env: { ...throughProxy() },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    expect(await text(command.stdout)).toMatch(/^jamf .* yes$/m);
    expect(proxy.asked).toContain('jamf.acme.example:443');
  });
});
