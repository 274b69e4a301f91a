import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AskedSystem, serveSystem } from '../support/asked-system.ts';
import {
  companyFolder,
  endGatewayProcesses,
  jamfAt,
  secrets,
  startGatewayProcess,
  tokenOf,
} from '../support/gateway-process.ts';

const jane = 'jane@acme.example';

let endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await endGatewayProcesses();
  for (const end of endings) await end();
  endings = [];
});

async function startCompany(environment: NodeJS.ProcessEnv = {}) {
  const jamf: AskedSystem = await serveSystem();
  const company = await companyFolder([jane], `sources: [${jamfAt(jamf.origin)}]`);
  endings.push(jamf.close, company.remove);
  const gateway = await startGatewayProcess({
    args: ['serve', company.file],
    environment: { ...secrets, ...environment },
  });
  return { jamf, gateway };
}

const standing = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, ...(await response.json()) };
};

describe('the gateway', () => {
  test('is one file that needs nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
    endings.push(() => rm(folder, { recursive: true }));
    await copyFile('dist/gateway/main.js', join(folder, 'main.js'));
    const gateway = await startGatewayProcess({ program: 'main.js', cwd: folder });
    expect(await (await gateway.ask('/healthz')).json()).toEqual({ status: 'ok', sample: true });
    const description = await (await gateway.ask('/openapi.json')).json();
    expect(Object.keys(description.paths)).toContain('/v1/posture');
    const { devices } = await (await gateway.ask('/sample/green/v1/posture')).json();
    expect(devices.length).toBeGreaterThan(0);
    expect(await readdir(folder)).toEqual(['main.js']);
    const [line, ...others] = gateway.written().trim().split('\n');
    for (const one of [line, ...others]) expect(JSON.parse(one ?? '')).toMatchObject({ level: 'info' });
  });

  test('says how it stands, and how each source answered last, without a word about why', async () => {
    const { jamf, gateway } = await startCompany();
    expect(await standing(`${gateway.origin}/readyz`)).toEqual({
      status: 'ready',
      sources: { jamf: 'not-asked' },
    });
    jamf.behaviour = 'fail';
    await gateway.ask('/v1/posture', tokenOf(jane));
    expect(await standing(`${gateway.origin}/readyz`)).toMatchObject({ status: 'ready', sources: { jamf: 'failing' } });
  });

  test('tells counts at a port of their own only', async () => {
    const { gateway } = await startCompany();
    await gateway.ask('/v1/posture', tokenOf(jane));
    for (const _ of [1, 2]) await gateway.ask('/v1/posture', tokenOf(jane));
    expect((await gateway.ask('/metrics')).status).toBe(404);
    const text = await (await fetch(`${gateway.monitoring}/metrics`)).text();
    expect(text).toContain('stethoscope_requests_total{method="GET",route="/v1/posture",status="200"} 3');
    expect(text).toContain('stethoscope_requests_total{method="GET",route="none",status="404"} 1');
    expect(text).toContain('stethoscope_source_answers_total{source="jamf",way="person",outcome="answered"} 1');
    expect(text).toContain('stethoscope_answers_found_total{source="jamf",how="asked"} 1');
    expect(text).toContain('stethoscope_answers_found_total{source="jamf",how="kept"} 2');
    expect((await fetch(`${gateway.monitoring}/v1/posture`)).status).toBe(404);
  });

  test('refuses what is no setting, and a port that somebody has', async () => {
    const holder = createServer().listen(0, 'localhost');
    await vi.waitFor(() => expect(holder.listening).toBe(true));
    endings.push(async () => holder.close());
    const { port } = holder.address() as { port: number };
    const refusalOf = (environment: NodeJS.ProcessEnv) => {
      const { status, stderr } = spawnSync(process.execPath, ['dist/gateway/main.js'], {
        env: environment,
        timeout: 10_000,
      });
      return { status, said: stderr.toString().trim() };
    };
    for (const variable of ['PORT', 'METRICS_PORT']) {
      expect(refusalOf({ HOST: 'localhost', PORT: '0', [variable]: String(port) })).toEqual({
        status: 1,
        said: `Port ${port} of localhost is in use. Choose another with ${variable}.`,
      });
    }
    expect(refusalOf({ PORT: 'http' }).said).toBe('PORT is not a number from 0 to 65535: http');
    expect(refusalOf({ LOG_LEVEL: 'loud' }).said).toContain('LOG_LEVEL is none of');
    expect(refusalOf({ HTTPS_PROXY: 'jane:secret@proxy' })).toEqual({
      status: 1,
      said: 'HTTPS_PROXY is not an address such as http://proxy.acme.example:3128',
    });
  });
});

describe('a gateway that is told to stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s finishes the answers that it has begun', async (signal) => {
    const { jamf, gateway } = await startCompany();
    let answerJamf: (value?: unknown) => void = () => undefined;
    jamf.until = new Promise((resolve) => {
      answerJamf = resolve;
    });
    const asked = gateway.ask('/v1/posture', tokenOf(jane));
    await vi.waitFor(() => expect(jamf.questions()).toBe(1));
    gateway.process.kill(signal);
    await vi.waitFor(async () =>
      expect(await standing(`${gateway.monitoring}/readyz`)).toMatchObject({ status: 'not-ready' }),
    );
    await vi.waitFor(() => expect(fetch(`${gateway.origin}/healthz`)).rejects.toThrow());
    answerJamf();
    const { devices } = await (await asked).json();
    expect(devices).toMatchObject([{ name: `Mac of ${jane}` }]);
    expect(await gateway.ended).toBe(0);
  });

  test('says so while it still takes requests, and keeps no connection', async () => {
    const { gateway } = await startCompany({ DRAIN_SECONDS: '2' });
    gateway.process.kill('SIGTERM');
    await vi.waitFor(async () => {
      const response = await gateway.ask('/readyz');
      expect([response.status, response.headers.get('Connection')]).toEqual([503, 'close']);
    });
    expect((await gateway.ask('/v1/posture', tokenOf(jane))).status).toBe(200);
    expect(await gateway.ended).toBe(0);
  });
});
