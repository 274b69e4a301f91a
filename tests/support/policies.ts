import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where browsers look for policies on Linux, below /etc: for Firefox as it is, for the others in `managed`. */
const PLACES = [
  'chromium/policies/managed',
  'opt/chrome/policies/managed',
  'opt/chrome_for_testing/policies/managed',
  'firefox/policies',
];

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
export function policiesFor(program: string): Policies {
  const own = mkdtempSync(path.join(tmpdir(), 'stethoscope-policies-'));
  const unshare = [['--mount'], ['--map-root-user', '--mount']].find((options) => isPossible(options, own));
  return unshare === undefined ? everybodys(program, own) : ours(program, own, unshare);
}

function isPossible(options: readonly string[], own: string): boolean {
  try {
    execFileSync('unshare', [...options, 'sh', '-c', overEtc(own)], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** Lays empty folders over /etc, which may lack them, and the folder with our policies over these. */
function overEtc(own: string): string {
  for (const place of PLACES)
    for (const root of ['mountpoints', 'etc']) mkdirSync(path.join(own, root, place), { recursive: true });
  const overlay = `mount -t overlay overlay -o lowerdir=${own}/mountpoints:/etc /etc`;
  return [overlay, ...PLACES.map((place) => `mount --bind ${own}/etc/${place} /etc/${place}`)].join(' && ');
}

function ours(program: string, own: string, options: readonly string[]): Policies {
  const script = path.join(own, 'browser');
  writeFileSync(
    script,
    `#!/bin/sh\nexec unshare ${options.join(' ')} sh -c '${overEtc(own)} && exec "$0" "$@"' '${program}' "$@"\n`,
  );
  chmodSync(script, 0o700);
  return policiesIn(path.join(own, 'etc'), script, () => rmSync(own, { recursive: true, force: true }));
}

function everybodys(program: string, own: string): Policies {
  rmSync(own, { recursive: true, force: true });
  const made = PLACES.map((place) => path.join('/etc', place)).flatMap(
    (place) => mkdirSync(place, { recursive: true }) ?? [],
  );
  return policiesIn('/etc', program, () => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
}

function policiesIn(etc: string, program: string, leave: () => void): Policies {
  const written = new Set<string>();
  const places = PLACES.map((place) => path.join(etc, place));
  const drop = (file: string): void => {
    for (const place of places) rmSync(path.join(place, file), { force: true });
    written.delete(file);
  };
  const close = (): void => {
    for (const file of written) drop(file);
    leave();
  };
  const end = (): void => process.exit(1);
  process.once('exit', close);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return {
    program,
    write: (file, content) => {
      for (const place of places) {
        const target = path.join(place, file);
        if (!written.has(file) && existsSync(target)) throw new Error(`${target} is somebody else's`);
        writeFileSync(path.join(path.dirname(place), `${file}.new`), content);
        renameSync(path.join(path.dirname(place), `${file}.new`), target);
      }
      written.add(file);
    },
    remove: drop,
    close: () => {
      close();
      process.off('exit', close).off('SIGINT', end).off('SIGTERM', end);
    },
  };
}
