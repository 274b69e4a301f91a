import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectReplicas, type Replicas } from '../../../server/asking/replicas.ts';
import { ledgerInMemory, ledgerOfReplicas, type SessionLedger } from '../../../server/identity/session-ledger.ts';
import { type RedisHere, startRedis } from '../../support/redis.ts';

const key = Buffer.alloc(32, 1);
const DAY = 86_400_000;
let redis: RedisHere;
let replicas: Replicas;
beforeAll(async () => {
  redis = await startRedis();
  replicas = await connectReplicas(redis.url, key);
  while ((await replicas.read('is it there?')) === undefined) await new Promise((resolve) => setImmediate(resolve));
});
afterAll(async () => {
  replicas.close();
  await redis.kill();
});

describe.each<[string, () => SessionLedger]>([
  ['in memory', ledgerInMemory],
  ['of replicas', () => ledgerOfReplicas(replicas, key)],
])('a ledger %s', (kind, make) => {
  const session = () => `${kind} ${randomUUID()}`;

  test('goes on from token to token, and from nothing once', async () => {
    const [ledger, one] = [make(), session()];
    expect(await ledger.advance(one, null, 'a', DAY)).toBe(true);
    expect(await ledger.advance(one, 'a', 'b', DAY)).toBe(true);
    expect(await ledger.advance(one, 'b', 'c', DAY)).toBe(true);
  });

  test.each([
    ['a token that was used', 'a'],
    ['one that never was', 'x'],
    ['none', null],
  ])('ends a session for %s, and then no token of it counts', async (_, used) => {
    const [ledger, one] = [make(), session()];
    await ledger.advance(one, null, 'a', DAY);
    await ledger.advance(one, 'a', 'b', DAY);
    expect(await ledger.advance(one, used, 'c', DAY)).toBe(false);
    for (const token of ['b', 'c', 'a', null]) expect(await ledger.advance(one, token, 'd', DAY)).toBe(false);
  });

  test('does not go on with a session that it does not know', async () => {
    expect(await make().advance(session(), 'a', 'b', DAY)).toBe(false);
  });

  test('ends a session when it is told to', async () => {
    const [ledger, one] = [make(), session()];
    await ledger.advance(one, null, 'a', DAY);
    await ledger.end(one, DAY);
    expect(await ledger.advance(one, 'a', 'b', DAY)).toBe(false);
  });

  test('lets one of many go on that come at once', async () => {
    const [ledger, one] = [make(), session()];
    await ledger.advance(one, null, 'a', DAY);
    const all = await Promise.all(['b', 'c', 'd', 'e'].map((next) => ledger.advance(one, 'a', next, DAY)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });
});

test('Two replicas see the same sessions, and Redis sees neither names nor tokens of people', async () => {
  const other = await connectReplicas(redis.url, key);
  while ((await other.read('is it there?')) === undefined) await new Promise((resolve) => setImmediate(resolve));
  await ledgerOfReplicas(replicas, key).advance('a session', null, 'a', DAY);
  expect(await ledgerOfReplicas(other, key).advance('a session', 'a', 'b', DAY)).toBe(true);
  other.close();
});

test('Nobody can say while Redis is away', async () => {
  redis.hang();
  await expect(ledgerOfReplicas(replicas, key).advance('s', null, 'a', DAY)).rejects.toThrow();
  redis.goOn();
});
