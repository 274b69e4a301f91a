import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@redis/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type LiveCompany, liveCompany } from '../../server/commands/live-company.ts';
import { instant } from '../../src/posture/instant.ts';
import { type AskedSystem, serveSystem } from '../support/asked-system.ts';
import { type RedisHere, startRedis } from '../support/redis.ts';

/*
 * While a company is served its sources may become others. Nothing of the old ones may go on: neither what they read, nor their
 * connection to other replicas.
 */

const jane = 'jane@acme.example';

let redis: RedisHere;
let jamf: AskedSystem;
let folder: string;
let live: LiveCompany;
let said: string[];
beforeEach(async () => {
  said = [];
  [redis, jamf, folder] = await Promise.all([startRedis(), serveSystem(), mkdtemp(join(tmpdir(), 'stethoscope-'))]);
});
afterEach(async () => {
  live.stop();
  await Promise.all([redis.kill(), jamf.close()]);
  await rm(folder, { recursive: true });
});

const yaml = ({ people = 10, id = 'jamf', version = '1' } = {}) => `organization: { name: Acme }
key: { env: KEY }
people: ${people}
identity: { mode: token, tokens: [{ sha256: '${'0'.repeat(64)}', email: ${jane} }] }
sources: [{ kind: jamf, id: ${id}, url: '${jamf.origin}', clientId: c, clientSecret: { env: SECRET } }]
policy: { version: '${version}' }
`;

const write = (text: string) => writeFile(join(folder, 'stethoscope.yaml'), text);

async function serve(text: string): Promise<void> {
  await write(text);
  const environment = { KEY: 'k'.repeat(32), SECRET: 's', REDIS_URL: redis.url };
  const outside = { now: () => instant(Date.now()), environment, fetch };
  live = await liveCompany(join(folder, 'stethoscope.yaml'), outside, (line) => said.push(line), 50);
}

async function change(text: string): Promise<void> {
  const before = said.length;
  await write(text);
  await vi.waitFor(() => expect(said.slice(before).join()).toContain('is used now'));
}

const answer = async () => (await live.company.askSources(jane)).map(({ id, status }) => `${id} ${status}`);

/** How many others are connected to Redis. */
async function connections(): Promise<number> {
  const client = await createClient({ url: redis.url }).connect();
  const listed = await client.sendCommand(['CLIENT', 'LIST']);
  client.destroy();
  return String(listed).trim().split('\n').length - 1;
}

describe('sources that have changed', () => {
  test('are asked anew, and nothing holds a connection for the old ones', async () => {
    await serve(yaml());
    expect(await answer()).toEqual(['jamf answered']);
    await vi.waitFor(async () => expect(await connections()).toBe(1));
    await change(yaml({ id: 'jamf-eu' }));
    expect(await answer()).toEqual(['jamf-eu answered']);
    expect(jamf.questions()).toBe(2);
    await vi.waitFor(async () => expect(await connections()).toBe(1));
  });

  test('end the reading of the old inventory in the middle', async () => {
    jamf.behaviour = 'hang';
    await serve(yaml({ people: 1_000_000 }));
    await vi.waitFor(() => expect(jamf.questions()).toBe(1), 5000);
    const socket = jamf.requests.at(-1)?.socket;
    const closed = socket ? once(socket, 'close') : Promise.reject(new Error('Nobody asked'));
    jamf.behaviour = 'answer';
    jamf.everybody = [jane];
    await change(yaml({ people: 1_000_000, id: 'jamf-eu' }));
    await closed;
    expect(await answer()).toEqual(['jamf-eu answered']);
  });
});

test('Where only the policy has changed, the sources go on with what they know', async () => {
  await serve(yaml());
  await answer();
  await change(yaml({ version: '2' }));
  expect(live.company.terms().policy.version).toBe('2');
  await redis.kill();
  expect(await answer()).toEqual(['jamf answered']);
  expect(jamf.questions()).toBe(1);
});

test('Who ends, ends the connection', async () => {
  await serve(yaml());
  await vi.waitFor(async () => expect(await connections()).toBe(1));
  live.stop();
  await vi.waitFor(async () => expect(await connections()).toBe(0));
});
