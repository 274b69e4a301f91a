import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An authority of a company's own, which no browser and no Node knows. */
export interface PrivateAuthority {
  /** The file with its certificate. */
  readonly file: string;
  readonly key: string;
  /** A certificate that it has made for the host names. */
  readonly cert: string;
  remove(): Promise<void>;
}

/** Makes an authority and a certificate with the openssl program, which Node has no part to replace. */
export async function makePrivateAuthority(hosts: readonly string[]): Promise<PrivateAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'stethoscope-ca-'));
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-sha256'];
  openssl('req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Acme CA', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl('req', ...newKey, '-subj', `/CN=${hosts[0]}`, '-keyout', 'host.key', '-out', 'host.csr');
  await writeFile(join(folder, 'names'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\n`);
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'host.csr', ...signing, '-out', 'host.pem');
  return {
    file: join(folder, 'ca.pem'),
    key: await readFile(join(folder, 'host.key'), 'utf8'),
    cert: await readFile(join(folder, 'host.pem'), 'utf8'),
    remove: () => rm(folder, { recursive: true }),
  };
}
