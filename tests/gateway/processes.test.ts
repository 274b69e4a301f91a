import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AskedSystem, serveSystem } from '../support/asked-system.ts';
import { freePort } from '../support/free-port.ts';
import { type RedisHere, startRedis } from '../support/redis.ts';

const jane = 'jane@acme.example';
const token = 'a-token-of-janes-own';

let redis: RedisHere;
let jamf: AskedSystem;
let folder: string;
let gateways: ChildProcess[] = [];
beforeEach(async () => {
  [redis, jamf] = await Promise.all([startRedis(), serveSystem()]);
  folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
  const sha256 = createHash('sha256').update(token).digest('hex');
  await writeFile(
    join(folder, 'stethoscope.yaml'),
    `organization: { name: Acme }
key: { env: KEY }
people: 10
identity: { mode: token, tokens: [{ sha256: '${sha256}', email: ${jane} }] }
sources: [{ kind: jamf, id: jamf, url: '${jamf.origin}', clientId: c, clientSecret: { env: SECRET } }]
`,
  );
});
afterEach(async () => {
  await Promise.all(gateways.map(killed));
  gateways = [];
  await redis.kill();
  await jamf.close();
  await rm(folder, { recursive: true });
});

async function killed(gateway: ChildProcess): Promise<void> {
  if (gateway.exitCode !== null || gateway.signalCode !== null) return;
  const gone = once(gateway, 'exit');
  gateway.kill('SIGKILL');
  await gone;
}

async function startGateway() {
  const port = await freePort();
  const gateway = spawn(process.execPath, ['dist/gateway/main.js', 'serve', join(folder, 'stethoscope.yaml')], {
    env: { PORT: String(port), KEY: 'k'.repeat(32), SECRET: 's', REDIS_URL: redis.url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  gateways.push(gateway);
  const origin = `http://127.0.0.1:${port}`;
  await vi.waitFor(async () => expect((await fetch(`${origin}/healthz`)).ok).toBe(true), 10_000);
  return {
    process: gateway,
    posture: async () => {
      const response = await fetch(`${origin}/v1/posture`, { headers: { Authorization: `Bearer ${token}` } });
      const { devices, sources } = await response.json();
      return { names: devices.map(({ name }: { name: string }) => name), status: sources[0].status, response };
    },
  };
}

const shown = { names: [`Mac of ${jane}`], status: 'answered' };

describe('gateways of one company', () => {
  test('ask once for all who ask any of them, and say how long the answer may be kept', async () => {
    const both = await Promise.all([startGateway(), startGateway()]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => both.map(({ posture }) => posture())).flat());
    for (const answer of answers) expect(answer).toMatchObject(shown);
    expect(jamf.questions()).toBe(1);
    const maxAge = Number(/max-age=(\d+)/.exec(answers[0]?.response.headers.get('cache-control') ?? '')?.[1]);
    expect(maxAge).toBeGreaterThan(850);
    expect(maxAge).toBeLessThanOrEqual(900);
  });

  test('lose no answer when one is killed while it asks', async () => {
    const [one, other] = await Promise.all([startGateway(), startGateway()]);
    jamf.behaviour = 'hang';
    const lost = one.posture().catch(() => 'lost');
    await vi.waitFor(() => expect(jamf.questions()).toBe(1));
    const waiting = other.posture();
    jamf.behaviour = 'answer';
    await killed(one.process);
    expect(await lost).toBe('lost');
    expect(await waiting).toMatchObject(shown);
    expect(jamf.questions()).toBe(2);
  });

  test('lose no answer when Redis is killed', async () => {
    const one = await startGateway();
    await one.posture();
    await redis.kill();
    expect(await one.posture()).toMatchObject(shown);
    const alone = await startGateway();
    expect(await alone.posture()).toMatchObject(shown);
    expect(jamf.questions()).toBe(2);
  });
});
