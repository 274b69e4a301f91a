import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal, run } from './run.mjs';

/** Finds redis-server, which the tests start themselves, or installs it with apt-get as root on Debian or Ubuntu. */
export async function findOrInstallRedis() {
  if (isThere()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installByApt();
  if (!isThere()) {
    throw new Refusal(
      'There is no redis-server, or valkey-server under that name, here: install it, and run this again.',
    );
  }
}

function isThere() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function installByApt() {
  console.log('Installing redis-server with apt-get ...');
  const options = {
    stdio: /** @type {const} */ ('ignore'),
    // The package would start a server of its own, which nobody needs.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  };
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], options);
}
