import { createClient } from '@redis/client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectReplicas, type Replicas } from '../../server/asking/replicas.ts';
import { limitsOf } from '../../server/limits.ts';
import { type AskedSystem, serveSystem } from '../support/asked-system.ts';
import {
  companyFolder,
  endGatewayProcesses,
  jamfAt,
  secrets,
  startGatewayProcess,
  tokenOf,
} from '../support/gateway-process.ts';
import { type RedisHere, startRedis } from '../support/redis.ts';

const jane = 'jane@acme.example';
const joe = 'joe@acme.example';

let redis: RedisHere;
let jamf: AskedSystem;
let connected: Replicas[] = [];
beforeAll(async () => {
  [redis, jamf] = await Promise.all([startRedis(), serveSystem()]);
});
afterAll(async () => {
  await redis.kill();
  await jamf.close();
});
afterEach(async () => {
  for (const replicas of connected) replicas.close();
  connected = [];
  await endGatewayProcesses();
});

async function connect(): Promise<Replicas> {
  const replicas = await connectReplicas(redis.url, Buffer.alloc(32, 1));
  connected.push(replicas);
  await vi.waitFor(async () => expect(await replicas.read('nobody')).toBeNull(), 5000);
  return replicas;
}

describe('who asks too often', () => {
  test('is held up by all replicas together, until the minute is over, and nobody else is', async () => {
    const [one, other] = [limitsOf(await connect(), 4), limitsOf(await connect(), 4)];
    const waits = [];
    for (const limits of [one, other, one, other, one, other]) waits.push(await limits.ofPerson(jane));
    expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0]);
    for (const wait of waits.slice(4)) {
      expect(wait).toBeGreaterThan(50);
      expect(wait).toBeLessThanOrEqual(60);
    }
    expect(await other.ofPerson(joe)).toBe(0);
    expect(await other.ofStrangers()).toBe(0);
  });

  test('is not named in Redis', async () => {
    await limitsOf(await connect()).ofPerson(jane);
    const client = await createClient({ url: redis.url }).connect();
    const keys = await client.keys('stethoscope:limit:*');
    client.destroy();
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join()).not.toMatch(/jane|acme/);
  });

  test('is counted by each replica alone while Redis hangs', async () => {
    const limits = limitsOf(await connect(), 2);
    redis.hang();
    const waits = [];
    for (let time = 0; time < 3; time += 1) waits.push(await limits.ofPerson('eve@acme.example'));
    redis.goOn();
    expect([waits[0], waits[1], Number(waits[2]) > 0]).toEqual([0, 0, true]);
  });

  test('hears so from the gateway itself, and strangers keep nobody from asking', async () => {
    const company = await companyFolder([jane, joe], `sources: [${jamfAt(jamf.origin)}]`);
    const gateway = await startGatewayProcess({
      args: ['serve', company.file],
      environment: { ...secrets, REQUESTS_PER_MINUTE: '2' },
    });
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await gateway.ask('/v1/posture', tokenOf(jane))).status);
    expect(statuses).toEqual([200, 200, 429]);
    const strangers = await Promise.all(Array.from({ length: 650 }, () => gateway.ask('/v1/posture')));
    expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    const late = strangers.find(({ status }) => status === 429);
    expect(Number(late?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await gateway.ask('/v1/posture', tokenOf(joe))).status).toBe(200);
    await company.remove();
  });
});
