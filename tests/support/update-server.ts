import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kitFiles } from '../../scripts/package/kit.mjs';
import { manifestOf, withManifest } from '../../scripts/package/manifest.mjs';
import { packages } from '../../scripts/package/packages.mjs';
import { filesBelow } from '../../scripts/package/zip.mjs';
import { type HttpServer, serve } from './http-server.ts';

type Release = Awaited<ReturnType<typeof packages>>;

/** A company's server for the extension that it packages itself. */
export interface UpdateServer {
  readonly ids: Release['ids'];
  /** The version that is built here. */
  readonly version: string;
  /** Offers the build as another version, which may require permissions that people were asked for before. */
  offer(version: string, required?: readonly string[]): Promise<void>;
  /** A file of the kit that deploys what is offered, with the settings that hold on every computer. */
  kitFile(name: string, settings: { readonly endpoint: string }): Promise<Uint8Array>;
  readonly requests: HttpServer['requests'];
  close(): Promise<void>;
}

/** Packages what `npm run build` made, as `npm run package` does, and serves it on a loopback port. */
export async function serveUpdates(): Promise<UpdateServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stethoscope-key-'));
  const keyFile = path.join(folder, 'key.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const builds = { chrome: filesBelow('dist/chrome'), firefox: filesBelow('dist/firefox') };
  let release: Release | undefined;
  const server = await serve(({ url = '/' }, response) => {
    const [name = ''] = url.slice(1).split('?');
    const content = release?.files.get(name);
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': typeOf(name) }).end(content);
  });
  const updateUrl = `${server.origin}/update.xml`;
  const packed = (version: string, required: readonly string[]) => {
    const as = (build: keyof typeof builds) => withManifest(builds[build], (manifest) => ({ ...manifest, version }));
    const given = { source: undefined, keyFile, updateUrl, required, firefoxId: undefined };
    return packages({ ...given, chrome: as('chrome'), firefox: as('firefox') });
  };
  const { version } = manifestOf(builds.chrome);
  const first = await packed(version, []);
  release = first;
  return {
    ids: first.ids,
    version,
    offer: async (next, required = []) => {
      release = await packed(next, required);
    },
    kitFile: async (name, { endpoint, ...more }) => {
      const settings = path.join(folder, 'settings.json');
      writeFileSync(settings, JSON.stringify(more));
      const wanted = { endpoint, settings, ids: first.ids, updateUrl, chromeId: undefined, edgeId: undefined };
      const content = (await kitFiles(wanted)).get(`kit/${name}`);
      if (content === undefined) throw new Error(`${name} is not in the kit`);
      return content;
    },
    requests: server.requests,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As docs/deploying-extension.md says. */
function typeOf(name: string): string {
  if (name.endsWith('.crx')) return 'application/x-chrome-extension';
  if (name.endsWith('.xpi')) return 'application/x-xpinstall';
  return name.endsWith('.json') ? 'application/json' : 'text/xml';
}
