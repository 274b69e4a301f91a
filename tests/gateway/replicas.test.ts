import { createClient } from '@redis/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectReplicas, type Replicas } from '../../server/asking/replicas.ts';
import { turnsOf } from '../../server/asking/turns.ts';
import { HOUR, MINUTE } from '../../src/posture/instant.ts';
import {
  type AskedSystem,
  asking,
  inventoryOf,
  serveSystem,
  sharingSource,
  sourceAt,
  useIn,
} from '../support/asked-system.ts';
import { type RedisHere, startRedis } from '../support/redis.ts';

const key = Buffer.alloc(32, 1);
const jane = 'jane@acme.example';
const joe = 'joe@acme.example';
const never = new AbortController().signal;

let redis: RedisHere;
let jamf: AskedSystem;
let connected: Replicas[] = [];
let ending: AbortController;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.kill());
beforeEach(async () => {
  ending = new AbortController();
  jamf = await serveSystem();
  jamf.everybody = [jane, joe];
});
afterEach(async () => {
  ending.abort();
  for (const replicas of connected) replicas.close();
  connected = [];
  await jamf.close();
  redis.goOn();
  await redis.kill();
  await redis.start();
});

async function connect(): Promise<Replicas> {
  const replicas = await connectReplicas(redis.url, key);
  connected.push(replicas);
  return replicas;
}

async function ready(replicas: Replicas): Promise<void> {
  await vi.waitFor(async () => expect(await replicas.read('nobody')).toBeNull(), 5000);
}

async function replica(read: 'one by one' | 'whole' = 'one by one') {
  const replicas = await connect();
  await ready(replicas);
  const source = sourceAt(jamf.origin, 'jamf', { replicas });
  return asking([read === 'whole' ? inventoryOf(source) : source], { replicas, signal: ending.signal });
}

const answered = (email: string) => [{ status: 'answered', reason: null, names: [`Mac of ${email}`] }];

describe('replicas that share a Redis', () => {
  test('ask once about one person, however many ask of each', async () => {
    const both = [await replica(), await replica()];
    const answers = await Promise.all(Array.from({ length: 100 }, () => both.map(({ ask }) => ask(jane))).flat());
    for (const answer of answers) expect(answer).toMatchObject(answered(jane));
    expect(jamf.questions()).toBe(1);
  });

  test('have each other’s answers, with their own time', async () => {
    const [one, other] = [await replica(), await replica()];
    const [first] = await one.ask(jane);
    expect(await other.ask(jane)).toMatchObject([{ status: 'answered', answeredAt: first?.answeredAt }]);
    expect(jamf.questions()).toBe(1);
  });

  test('have the last answer of a replica that is gone, when the source fails', async () => {
    const [first] = await (await replica()).ask(jane);
    jamf.behaviour = 'fail';
    const later = await replica();
    later.later(27 * HOUR);
    expect(await later.ask(jane)).toMatchObject([
      { status: 'failed', answeredAt: first?.answeredAt, names: [`Mac of ${jane}`] },
    ]);
  });

  test('read an inventory once', async () => {
    const one = await replica('whole');
    expect(await one.ask(jane)).toMatchObject(answered(jane));
    const other = await replica('whole');
    expect(await other.ask(joe)).toMatchObject(answered(joe));
    expect(await other.ask('eve@acme.example')).toMatchObject([{ status: 'answered', names: [] }]);
    expect(jamf.questions()).toBe(1);
  });

  test.each(['one by one', 'whole'] as const)('know which machine is shared, asked %s', async (way) => {
    const replicaOf = async () => {
      const replicas = await connect();
      await ready(replicas);
      const { source, questions } = sharingSource(jamf.origin, [jane, joe], { replicas });
      const sources = [way === 'whole' ? inventoryOf(source) : source];
      return { ...asking(sources, { replicas, signal: ending.signal }), questions };
    };
    const shown = { 'The desk': 'shared', [`Mac of ${jane}`]: 'unknown' };
    const one = await replicaOf();
    expect(useIn(await one.list(jane))).toEqual(shown);
    const other = await replicaOf();
    expect(useIn(await other.list(jane))).toEqual(shown);
    expect([one.questions(), other.questions()]).toEqual([1, 0]);
  });

  test('take no more turns together than the quota allows', async () => {
    const quota = { requests: 50, perSeconds: 60 };
    const turns = await Promise.all(
      [0, 1, 2].map(async () => {
        const replicas = await connect();
        await ready(replicas);
        return turnsOf('jamf', quota, replicas)(0);
      }),
    );
    const taken = await Promise.allSettled(Array.from({ length: 10 }, () => turns.map((turn) => turn(never))).flat());
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
  });

  test('leave nothing there that tells who somebody is or what they have', async () => {
    await (await replica()).ask(jane);
    await (await replica('whole')).ask(joe);
    const client = await createClient({ url: redis.url }).connect();
    const keys = await client.keys('*');
    const values = await Promise.all(keys.map((one) => client.dump(one)));
    const lives = await Promise.all(keys.map((one) => client.pTTL(one)));
    client.destroy();
    expect(keys.length).toBeGreaterThan(3);
    const all =
      keys.join() + values.map((value) => Buffer.from(value ?? '', 'base64').toString('latin1') + value).join();
    expect(all).not.toMatch(/acme\.example|Mac of|serialNumber/);
    for (const ms of lives) expect(ms).toBeGreaterThan(0);
    expect(Math.max(...lives)).toBeLessThanOrEqual(7 * 24 * HOUR);
  });
});

describe('a Redis that', () => {
  test('is not there at the start costs no answer, and is used once it is', async () => {
    await redis.kill();
    const replicas = await connect();
    const source = sourceAt(jamf.origin, 'jamf', { replicas });
    expect(await asking([source], { replicas }).ask(jane)).toMatchObject(answered(jane));
    await redis.start();
    await ready(replicas);
    await asking([source], { replicas }).ask(joe);
    expect(await (await replica()).ask(joe)).toMatchObject(answered(joe));
    expect(jamf.questions()).toBe(2);
  });

  test('is killed costs no answer', async () => {
    const one = await replica();
    await one.ask(jane);
    await redis.kill();
    expect(await one.ask(jane)).toMatchObject(answered(jane));
    expect(await one.ask(joe)).toMatchObject(answered(joe));
    one.later(16 * MINUTE);
    expect(await one.ask(jane)).toMatchObject(answered(jane));
    await vi.waitFor(() => expect(jamf.questions()).toBe(3));
  });

  test('hangs costs no answer and less than a second', async () => {
    const one = await replica();
    redis.hang();
    const begun = performance.now();
    expect(await one.ask(jane)).toMatchObject(answered(jane));
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('forgets an inventory costs no answer of the replica that has read it', async () => {
    const one = await replica('whole');
    await one.ask(jane);
    await redis.kill();
    expect(await one.ask(joe)).toMatchObject(answered(joe));
    expect(jamf.questions()).toBe(1);
  });
});

test('While nobody counts for all, each replica takes a part of the quota', async () => {
  const replicas = await connect();
  await ready(replicas);
  const turn = turnsOf('jamf', { requests: 50, perSeconds: 60 }, replicas)(0);
  await redis.kill();
  const taken = await Promise.allSettled(Array.from({ length: 10 }, () => turn(never)));
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
});

test('A replica with another key, or of another release, sees nothing where there is something', async () => {
  const [one, stranger] = [await connect(), await connectReplicas(redis.url, Buffer.alloc(32, 2))];
  connected.push(stranger);
  await ready(one);
  await ready(stranger);
  const name = one.nameOf('jamf', jane);
  await one.write(name, { answeredAt: '2026-11-24T09:00:00.000Z', text: '[]', isPartial: false });
  expect(await one.read(name)).toMatchObject({ text: '[]' });
  expect(await stranger.read(name)).toBeNull();
});
