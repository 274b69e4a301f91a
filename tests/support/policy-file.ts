import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { top } from '../../scripts/run.mjs';

/** Where Chromium and its relatives look for policies on Linux (https://www.chromium.org/administrators/linux-quick-start/). */
const PLACES = ['/etc/chromium', '/etc/opt/chrome', '/etc/opt/chrome_for_testing'];

const NAME = `stethoscope-test-${process.pid}.json`;

/** Why no policy can be written here; undefined where one can. */
export function whyNoPolicy(): string | undefined {
  if (process.platform !== 'linux') return 'policies are files on Linux only';
  try {
    accessSync('/etc', constants.W_OK);
    return undefined;
  } catch {
    return '/etc is not ours to write';
  }
}

/** The id that Chromium gives an unpacked extension: the first half of its folder's hash, in letters. */
export function unpackedId(dist: string): string {
  const hash = createHash('sha256').update(path.resolve(top, dist)).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

export interface PolicyFile {
  /** Has device management say so of the extension. At once and whole: of a file that is half written Chromium takes nothing. */
  say(managed: Record<string, unknown>): void;
  remove(): void;
}

/** A policy of this machine that speaks of one extension only. It goes when the process ends, at the latest. */
export function policyFile(extensionId: string): PolicyFile {
  const folders = PLACES.map((place) => path.join(place, 'policies/managed'));
  const made = new Set<string>();
  const remove = () => {
    for (const folder of folders) rmSync(path.join(folder, NAME), { force: true });
    for (const folder of made) removeEmpty(folder);
  };
  const end = () => process.exit(1);
  process.once('exit', remove);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return {
    say: (managed) => {
      const policy = JSON.stringify({ '3rdparty': { extensions: { [extensionId]: managed } } });
      for (const folder of folders) {
        for (let one = folder; !existsSync(one); one = path.dirname(one)) made.add(one);
        mkdirSync(folder, { recursive: true });
        const whole = path.join(path.dirname(folder), `${NAME}.new`);
        writeFileSync(whole, policy);
        renameSync(whole, path.join(folder, NAME));
      }
    },
    remove: () => {
      remove();
      process.off('exit', remove).off('SIGINT', end).off('SIGTERM', end);
    },
  };
}

/** Others may keep policies there by now. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or gone.
  }
}

/** Whether a file of ours is still there. */
export const isAnyPolicyLeft = (): boolean =>
  PLACES.some((place) => existsSync(path.join(place, 'policies/managed', NAME)));
