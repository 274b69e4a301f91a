import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Made-up management systems on one port, told apart by the host name that they are asked under. */
export interface Systems {
  readonly port: number;
  /** How often each was asked about devices, by its host. */
  readonly questions: Map<string, number>;
  /** How long each takes to answer, in milliseconds, by its host. */
  readonly takes: Map<string, number>;
  readonly close: () => void;
}

/** Each lists one Mac of everybody, with the facts that a Jamf Pro tells. */
export async function startSystems(): Promise<Systems> {
  const questions = new Map<string, number>();
  const takes = new Map<string, number>();
  const server = createServer((request, response) => {
    const host = request.headers.host?.split(':')[0] ?? '';
    const tell = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url?.endsWith('/token')) return tell({ access_token: 't', expires_in: 3600 });
    questions.set(host, (questions.get(host) ?? 0) + 1);
    const email = /"([^"]+)"/.exec(decodeURIComponent(request.url ?? '').replaceAll('+', ' '))?.[1] ?? '';
    const body = { totalCount: 1, results: [computerOf(email, host)] };
    return setTimeout(() => tell(body), takes.get(host) ?? 0);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    questions,
    takes,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A record of a Jamf Pro, of the length that they have. */
export const computerOf = (email: string, host: string) => {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return {
    id: '1',
    general: {
      name: `Mac of ${email}`,
      reportDate: at,
      lastContactTime: at,
      platform: 'Mac',
      remoteManagement: { managed: true },
    },
    hardware: {
      model: 'MacBook Pro (14-inch, 2024)',
      modelIdentifier: 'Mac16,1',
      serialNumber: createHash('sha256').update(`${host} ${email}`).digest('hex').slice(0, 12).toUpperCase(),
    },
    operatingSystem: { name: 'macOS', version: '26.6.2', build: '25G80', fileVault2Status: 'ALL_ENCRYPTED' },
    diskEncryption: {
      bootPartitionEncryptionDetails: { partitionName: 'Macintosh HD', partitionFileVault2State: 'ENCRYPTED' },
    },
    security: {
      sipStatus: 'ENABLED',
      gatekeeperStatus: 'APP_STORE_AND_IDENTIFIED_DEVELOPERS',
      secureBootLevel: 'FULL_SECURITY',
      firewallEnabled: true,
      autoLoginDisabled: true,
      remoteDesktopEnabled: false,
    },
    userAndLocation: { email, realname: 'Jane Doe', username: email },
  };
};
