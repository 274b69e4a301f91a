import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '../../scripts/browser-places.mjs';

/** Where the browsers of a family look for policies on Linux, below /etc. */
const PLACES: Readonly<Record<Browser, readonly string[]>> = {
  chromium: ['chromium/policies/managed', 'opt/chrome/policies/managed', 'opt/chrome_for_testing/policies/managed'],
  firefox: ['firefox/policies'],
};

/** The policies of one browser. */
export interface Policies {
  /** Starts the browser where these policies hold. */
  readonly program: string;
  /** Writes a policy file: at once and whole, for of a file that is half written a browser takes nothing. */
  write(file: string, content: Uint8Array): void;
  remove(file: string): void;
  /** Leaves nothing behind. This happens when the process ends, at the latest. */
  close(): void;
}

/**
 * Policies that hold for the browsers that are started through them: for nobody else's on this machine where Linux lets us have a
 * view of /etc of our own, else in /etc itself until they are closed. Throws where neither is possible.
 */
export function policiesFor(browser: Browser, program: string): Policies {
  const own = mkdtempSync(path.join(tmpdir(), 'stethoscope-policies-'));
  const places = PLACES[browser];
  for (const place of places) {
    for (const root of ['mountpoints', 'etc']) mkdirSync(path.join(own, root, place), { recursive: true });
  }
  const unshare = [['--mount'], ['--map-root-user', '--mount']].find((options) => isPossible(options, own, places));
  if (unshare !== undefined) return forOurs(program, own, places, unshare);
  rmSync(own, { recursive: true, force: true });
  return forEverybody(program, places);
}

function isPossible(options: readonly string[], own: string, places: readonly string[]): boolean {
  try {
    execFileSync('unshare', [...options, 'sh', '-c', overEtc(own, places)], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** Lays empty folders over /etc, which may lack them, and the folders with our policies over these. */
function overEtc(own: string, places: readonly string[]): string {
  const overlay = `mount -t overlay overlay -o lowerdir=${own}/mountpoints:/etc /etc`;
  return [overlay, ...places.map((place) => `mount --bind ${own}/etc/${place} /etc/${place}`)].join(' && ');
}

function forOurs(program: string, own: string, places: readonly string[], options: readonly string[]): Policies {
  const script = path.join(own, 'browser');
  const inside = `${overEtc(own, places)} && exec "$0" "$@"`;
  writeFileSync(script, `#!/bin/sh\nexec unshare ${options.join(' ')} sh -c '${inside}' '${program}' "$@"\n`);
  chmodSync(script, 0o700);
  const folders = places.map((place) => path.join(own, 'etc', place));
  return policiesIn(folders, script, () => rmSync(own, { recursive: true, force: true }));
}

function forEverybody(program: string, places: readonly string[]): Policies {
  const folders = places.map((place) => path.join('/etc', place));
  const made = folders.flatMap((folder) => {
    const missing = [];
    for (let one = folder; !existsSync(one); one = path.dirname(one)) missing.push(one);
    mkdirSync(folder, { recursive: true });
    return missing;
  });
  return policiesIn(folders, program, () => {
    // Somebody else may keep something there by now.
    for (const folder of made) if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  });
}

function policiesIn(folders: readonly string[], program: string, leave: () => void): Policies {
  const written = new Set<string>();
  const remove = (file: string): void => {
    for (const folder of folders) rmSync(path.join(folder, file), { force: true });
    written.delete(file);
  };
  const removeAll = (): void => {
    for (const file of written) remove(file);
    leave();
  };
  const end = (): void => process.exit(1);
  process.once('exit', removeAll);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return {
    program,
    write: (file, content) => {
      for (const target of folders.map((folder) => path.join(folder, file))) {
        if (!written.has(file) && existsSync(target)) throw new Error(`${target} is somebody else's`);
        const whole = path.join(path.dirname(path.dirname(target)), `${file}.new`);
        writeFileSync(whole, content);
        renameSync(whole, target);
      }
      written.add(file);
    },
    remove,
    close: () => {
      removeAll();
      process.off('exit', removeAll).off('SIGINT', end).off('SIGTERM', end);
    },
  };
}
