import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type AskedSystem, serveSystem } from './asked-system.ts';
import { freePort } from './free-port.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import { identityLines } from './signing-in.ts';

/** A company as it is in real life: its sign-in service, its management system, and the built gateway in a process of its own. */
export interface SignInWorld {
  readonly endpoint: string;
  readonly idp: IdentityProvider;
  readonly jamf: AskedSystem;
  /** Everything that the gateway has printed. */
  printed(): string;
  close(): Promise<void>;
}

interface Options {
  /** The id of the extension in the browser, or its redirect URL. */
  readonly extension: string;
  readonly accessMinutes: number;
}

export async function startSignInWorld({ extension, accessMinutes }: Options): Promise<SignInWorld> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const [idp, jamf] = await Promise.all([startIdentityProvider(`${endpoint}/v1/sign-in/callback`), serveSystem()]);
  jamf.nameOf = (email) => (email.startsWith('jane') ? 'Blue Mac' : 'Green Mac');
  const folder = await mkdtemp(join(tmpdir(), 'stethoscope-'));
  const file = join(folder, 'stethoscope.yaml');
  await writeFile(
    file,
    `organization: { name: Acme, contact: { label: Acme IT, url: 'mailto:it@acme.example' } }
key: { env: KEY }
people: 10
${identityLines(idp, { gateway: endpoint, extension, more: `accessMinutes: ${accessMinutes}` })}
sources: [{ kind: jamf, id: jamf, url: '${jamf.origin}', clientId: c, clientSecret: { env: SECRET } }]
`,
  );
  let printed = '';
  const gateway = spawn(process.execPath, ['dist/gateway/main.js', 'serve', file], {
    env: { PORT: String(port), KEY: 'k'.repeat(32), SECRET: 's', CLIENT_SECRET: idp.clientSecret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [gateway.stdout, gateway.stderr]) {
    stream.on('data', (piece: Buffer) => {
      printed += piece.toString();
    });
  }
  await vi.waitFor(async () => {
    if (!(await fetch(`${endpoint}/healthz`)).ok) throw new Error(printed);
  }, 10_000);
  return {
    endpoint,
    idp,
    jamf,
    printed: () => printed,
    close: async () => {
      await ended(gateway);
      await Promise.all([idp.close(), jamf.close(), rm(folder, { recursive: true })]);
    },
  };
}

async function ended(gateway: ChildProcess): Promise<void> {
  if (gateway.exitCode !== null || gateway.signalCode !== null) return;
  const gone = once(gateway, 'exit');
  gateway.kill('SIGKILL');
  await gone;
}
