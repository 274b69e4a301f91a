import { companyFolder, jamfAt, secrets, startGatewayProcess, tokenOf } from './gateway-process.ts';
import { serveJson } from './json-server.ts';

const jane = 'jane@acme.example';

/** A company that knows people by tokens, as a kiosk does: its management system, and the built gateway in a process of its own. */
export interface TokenWorld {
  /** What device management says of it. */
  readonly settings: { readonly endpoint: string; readonly signIn: 'token'; readonly token: string };
  /** What the management system calls the one computer, whose disk is not encrypted. */
  readonly computer: string;
  close(): Promise<void>;
}

/** The gateway is ended with all others, by `endGatewayProcesses`. */
export async function startTokenWorld(): Promise<TokenWorld> {
  const computer = 'Mac at the desk';
  const jamf = await serveJson(({ path, query }) => {
    if (path.endsWith('/oauth/token')) return { body: { access_token: 'granted', expires_in: 600 } };
    const results = query.get('filter')?.includes(jane) ? [unencrypted(computer)] : [];
    return { body: { totalCount: results.length, results } };
  });
  const folder = await companyFolder([jane], `sources: [${jamfAt(jamf.origin)}]`);
  const { origin } = await startGatewayProcess({ args: ['serve', folder.file], environment: secrets });
  return {
    settings: { endpoint: origin, signIn: 'token', token: tokenOf(jane) },
    computer,
    close: async () => {
      await Promise.all([jamf.close(), folder.remove()]);
    },
  };
}

/** As Jamf Pro tells it, at this moment. */
function unencrypted(name: string) {
  const now = new Date().toISOString();
  return {
    general: { name, reportDate: now, lastContact: now },
    hardware: { serialNumber: 'ZSDESK1' },
    userAndLocation: { email: jane },
    diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: 'UNENCRYPTED' } },
  };
}
