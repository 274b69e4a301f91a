import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal, run, secondsSince, top, whenStarted } from './run.mjs';

/**
 * Builds the image of the gateway with buildah on a stand-in base, which is the Node of this machine, and runs it: for machines that
 * reach no registry of images, and have no right to start containers. In a chroot nothing can be said about limits, capabilities and a
 * read-only root; that the process owns nothing and is not root can.
 */

const name = 'localhost/stethoscope-gateway';
const standIn = 'localhost/stand-in-node';
const port = '18787';

/** @typedef {(...args: readonly string[]) => string} Buildah */

/** @param {string} folder where all images go, so that nothing of other people's is touched */
function buildahIn(folder) {
  const storage = ['--root', path.join(folder, 'images'), '--runroot', path.join(folder, 'run')];
  const environment = { ...process.env, STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' };
  return {
    storage,
    environment,
    /** @type {Buildah} */
    buildah: (...args) =>
      execFileSync('buildah', [...storage, ...args], {
        cwd: top,
        env: environment,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        timeout: 600_000,
        maxBuffer: 64 * 1024 * 1024,
      }).trim(),
  };
}

/** @param {string} program */
const librariesOf = (program) => execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/[^\s)]+/g) ?? [];

/**
 * What the real base has and the Dockerfile uses: node, npm, a shell, env, and the certificates of authorities.
 * @param {Buildah} buildah
 */
function makeStandIn(buildah) {
  const container = buildah('from', 'scratch');
  const root = buildah('mount', container);
  const programs = { '/usr/bin/node': process.execPath, '/bin/sh': '/bin/sh', '/usr/bin/env': '/usr/bin/env' };
  for (const [to, from] of Object.entries(programs)) {
    for (const file of [from, ...librariesOf(from)]) copy(file, path.join(root, file === from ? to : file));
  }
  const [libc = ''] = librariesOf(process.execPath).filter((file) => file.includes('libc.so'));
  // Parts of the C library that built packages may name.
  for (const part of ['librt.so.1', 'libutil.so.1', 'libresolv.so.2', 'libnss_dns.so.2', 'libnss_files.so.2']) {
    copy(path.join(path.dirname(libc), part), path.join(root, path.dirname(libc), part));
  }
  const npm = path.dirname(path.dirname(realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim())));
  copy(npm, path.join(root, 'usr/lib/node_modules/npm'));
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', path.join(root, 'usr/bin/npm'));
  copy('/etc/ssl/certs/ca-certificates.crt', path.join(root, 'etc/ssl/certs/ca-certificates.crt'));
  for (const folder of ['tmp', 'proc', 'sys', 'dev', 'root']) mkdirSync(path.join(root, folder), { recursive: true });
  buildah('umount', container);
  // Whom this machine trusts, its stand-in does: the way to the registry of packages may lead by a proxy of the company's.
  const trust = 'NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt';
  buildah('config', '--env', 'PATH=/usr/local/bin:/usr/bin:/bin', '--env', trust, container);
  buildah('commit', '--rm', container, standIn);
}

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(realpathSync(from), to, { recursive: true });
}

/**
 * Starts what was built as the image says, and looks whether it serves.
 * @param {ReturnType<typeof buildahIn>} tools
 */
async function tryImage({ buildah, storage, environment }) {
  const { config } = JSON.parse(buildah('inspect', '--type', 'image', name)).Docker;
  const { User: user, Entrypoint: entrypoint, Healthcheck: health, Env: variables } = config;
  const container = buildah('from', name);
  const inside = (/** @type {readonly string[]} */ command) => [
    ...['run', '--user', user, '--env', `PORT=${port}`, '--env', 'DRAIN_SECONDS=0', container, '--', ...command],
  ];
  const who = buildah(...inside(['node', '-p', 'process.getuid()']));
  const writable = buildah(...inside(['node', '-p', 'try { fs.writeFileSync("/app/x", ""); "yes" } catch { "no" }']));
  const gateway = spawn('buildah', [...storage, ...inside(entrypoint)], { env: environment, stdio: 'inherit' });
  const ended = once(gateway, 'exit');
  try {
    const answer = await answerOf(`http://127.0.0.1:${port}/healthz`);
    buildah(...inside(health.Test.slice(1)));
    return { user, who, writable, answer, health: health.Test, variables };
  } finally {
    gateway.kill('SIGTERM');
    await ended;
    buildah('rm', container);
  }
}

/** @param {string} url */
async function answerOf(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return answer.json();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Refusal(`Nobody answers at ${url}.`);
}

async function findOrInstallBuildah() {
  if (isThere()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const options = {
      stdio: /** @type {const} */ ('ignore'),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    await run('apt-get', ['update', '-qq'], options);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'buildah'], options);
  }
  if (!isThere()) throw new Refusal('There is no buildah here: the image was not built.');
}

function isThere() {
  try {
    execFileSync('buildah', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Builds and tries the image. Refuses when it is not as it should be. */
export async function buildImage() {
  await findOrInstallBuildah();
  const startedAt = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'stethoscope-image-'));
  const tools = buildahIn(folder);
  try {
    makeStandIn(tools.buildah);
    tools.buildah(
      'bud',
      '--format',
      'docker',
      '--layers=false',
      '--network',
      'host',
      '--build-arg',
      `BASE=${standIn}`,
      '-t',
      name,
      '.',
    );
    const tried = await tryImage(tools);
    if (
      tried.who === '0' ||
      !tried.user.startsWith(tried.who) ||
      tried.writable !== 'no' ||
      tried.answer.status !== 'ok'
    ) {
      throw new Refusal(`The image is not as it should be: ${JSON.stringify(tried)}`);
    }
    console.log(`Built ${name} on a stand-in base in ${secondsSince(startedAt)}: it serves as user ${tried.who}.`);
    const base = /^ARG BASE=(\S+)$/m.exec(readFileSync(path.join(top, 'Dockerfile'), 'utf8'))?.[1];
    console.log(
      `Not tried here: the real base ${base}, a read-only root, limits, and the health check of a container engine.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await whenStarted(import.meta.url, buildImage);
