import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type LiveCompany, liveCompany } from '../../server/commands/live-company.ts';
import { createGateway } from '../../server/gateway.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { instant } from '../../src/posture/instant.ts';
import { browserByHand } from '../support/browser-by-hand.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { asked, callback, codeOf, conversation, identityLines, locationOf, queryOf } from '../support/signing-in.ts';

/*
 * A gateway alone keeps in its memory which refresh token of each session counts. A change of its configuration signs nobody out.
 */

let idp: IdentityProvider;
let folder: string;
const lives: LiveCompany[] = [];
let said: string[];
beforeAll(async () => {
  idp = await startIdentityProvider(callback);
});
afterAll(() => idp.close());
beforeEach(async () => {
  said = [];
  folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
});
afterEach(async () => {
  for (const live of lives.splice(0)) live.stop();
  await rm(folder, { recursive: true });
});

const yaml = ({ name = 'Acme', source = 'jamf', accessMinutes = 12 } = {}) => `organization: { name: ${name} }
key: { env: KEY }
${identityLines(idp, { more: `accessMinutes: ${accessMinutes}` })}
sources: [{ kind: jamf, id: ${source}, url: 'http://127.0.0.1:9', clientId: c, clientSecret: { env: SECRET } }]
`;

const write = (text: string) => writeFile(join(folder, 'stethoscope.yaml'), text);

async function change(text: string): Promise<void> {
  const before = said.length;
  await write(text);
  await vi.waitFor(() => expect(said.slice(before).join()).toContain('is used now'));
}

/** A gateway that is started with the file as it is. */
async function start() {
  const now = () => instant(Date.now());
  const environment = { KEY: 'k'.repeat(32), SECRET: 's', CLIENT_SECRET: idp.clientSecret };
  const outside = { now, environment, fetch };
  const live = await liveCompany(join(folder, 'stethoscope.yaml'), outside, (line) => said.push(line), 50);
  lives.push(live);
  return conversation(createGateway({ now, baseline: bundledBaseline, requestId: () => 'r_1', serves: live.company }));
}

type Talk = Awaited<ReturnType<typeof start>>;

async function signIn(gateway: Talk): Promise<string> {
  const { question, verifier } = asked();
  const back = await browserByHand('jane').follow(locationOf(await gateway.begin(question)), callback);
  const { code } = queryOf(locationOf(await gateway.get(back)));
  return tokenOf(await gateway.exchange({ grant: 'code', code, verifier }));
}

const tokenOf = async (response: Response): Promise<string> => {
  expect(response.status).toBe(200);
  return (await response.json()).refreshToken;
};

const refresh = (gateway: Talk, refreshToken: string) => gateway.exchange({ grant: 'refresh', refreshToken });

test.each([
  ['the company’s name', { name: 'Acme Two' }],
  ['a source', { source: 'jamf-eu' }],
  ['how people sign in', { accessMinutes: 5 }],
])('a session goes on after a change of %s, and a token of it is good once all the same', async (_, changed) => {
  await write(yaml());
  const gateway = await start();
  const before = await signIn(gateway);
  await change(yaml(changed));
  const after = await tokenOf(await refresh(gateway, before));
  await change(yaml());
  expect(await codeOf(await refresh(gateway, before)), 'was used before the change').toBe('session-ended');
  expect(await codeOf(await refresh(gateway, after)), 'for somebody else may have it').toBe('session-ended');
});

test('a restart ends it, for nothing is written down', async () => {
  await write(yaml());
  const before = await signIn(await start());
  expect(await codeOf(await refresh(await start(), before))).toBe('session-ended');
});
