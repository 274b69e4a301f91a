import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAskSources } from '../../../server/asking/ask-sources.ts';
import { connectSources } from '../../../server/config/connect-sources.ts';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { toolsFor } from '../../../server/config/tools.ts';
import { postureOf } from '../../../server/posture.ts';
import { sealWith } from '../../../server/seal.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { serveJson } from '../../support/json-server.ts';
import { hoursAgo, NOW } from '../../support/posture.ts';
import { whole } from '../config/whole-configuration.ts';

/*
 * Two companies have merged, and each had a Jamf Pro. Jane's Mac was enrolled in the new one and never taken out of the old one.
 */

const email = 'jane@acme.example';

const mac = (serialNumber: string, hours: number, state: string) => ({
  general: { name: `Mac ${serialNumber}`, reportDate: hoursAgo(hours), lastContact: hoursAgo(hours) },
  hardware: { serialNumber },
  userAndLocation: { email },
  diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: state } },
});

const jamfWith = (answer: () => object[] | null) =>
  serveJson(({ path }) => {
    if (path.endsWith('/token')) return { body: { access_token: 't', expires_in: 1800 } };
    const results = answer();
    return results === null ? { status: 401 } : { body: { totalCount: results.length, results } };
  });

let [acme, emca]: (object[] | null)[] = [];
let servers: HttpServer[];
beforeEach(async () => {
  acme = [mac('ZSBOTH1', 2, 'ENCRYPTED')];
  emca = [mac('zsboth1', 40, 'UNENCRYPTED'), mac('ZSEMCA1', 3, 'ENCRYPTED')];
  servers = await Promise.all([jamfWith(() => acme ?? null), jamfWith(() => emca ?? null)]);
});
afterEach(() => Promise.all(servers.map((server) => server.close())));

async function posture() {
  const sources = servers.map(
    ({ origin }, index) =>
      `  - { id: ${['jamf-acme', 'jamf-emca'][index]}, name: ${['Jamf of Acme', 'Jamf of Emca'][index]}, kind: jamf, url: '${origin}', clientId: c, clientSecret: { env: S } }\n`,
  );
  const read = readConfiguration(`${whole.slice(0, whole.indexOf('sources:'))}sources:\n${sources.join('')}`);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  const now = () => NOW;
  const toolsHere = toolsFor({ now, secret: () => Promise.resolve('s'), fetch });
  const connected = connectSources(read.configuration.sources, { toolsFor: toolsHere });
  const answers = await createAskSources(connected, { now, people: 10 })(email);
  return postureOf(answers, { organization: 'o', person: { key: 'p', name: '' }, seal: sealWith('key', 'device') });
}

test('Two systems of one kind are two sources, and one Mac that both know is one device', async () => {
  const { devices, sources } = await posture();
  expect(sources.map(({ id, name, status }) => [id, name, status])).toEqual([
    ['jamf-acme', 'Jamf of Acme', 'answered'],
    ['jamf-emca', 'Jamf of Emca', 'answered'],
  ]);
  const seen = devices.map(({ name, seenBy }) => [name, seenBy.map(({ source, joinedBy }) => `${source} ${joinedBy}`)]);
  expect(seen.toSorted()).toEqual([
    ['Mac ZSBOTH1', ['jamf-acme serial', 'jamf-emca serial']],
    ['Mac ZSEMCA1', ['jamf-emca alone']],
  ]);
});

test('What each says is told as its own word', async () => {
  const { devices } = await posture();
  const both = devices.find(({ seenBy }) => seenBy.length === 2);
  expect(both?.signals.map(({ source, fact, value }) => [source, fact, value]).toSorted()).toEqual([
    ['jamf-acme', 'diskEncryption', 'on'],
    ['jamf-emca', 'diskEncryption', 'off'],
  ]);
});

test('When one of them refuses, the other goes on', async () => {
  emca = null;
  const { devices, sources } = await posture();
  expect(sources.map(({ status, reason }) => [status, reason])).toEqual([
    ['answered', null],
    ['failed', 'unauthorised'],
  ]);
  expect(devices.map(({ name }) => name)).toEqual(['Mac ZSBOTH1']);
});
