import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How often the files are looked at where nobody tells of their changes, such as on a network drive. */
const LOOK_EVERY_MS = 5000;

/**
 * Calls when one of some files has changed. Editors replace a file, and Kubernetes swaps the folder behind a link: so the folder is
 * watched, and what counts is which file is behind the name now. What `onChange` is doing is not begun a second time meanwhile.
 * @returns ends it
 */
export function watchFiles(files: () => readonly string[], onChange: () => Promise<void>, everyMs = LOOK_EVERY_MS) {
  let before: Promise<string> | string = stateOf(files());
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const [known, now] = [await before, await stateOf(files())];
      if (known === now) return;
      await onChange();
      before = now;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  const watchers = [...new Set(files().map(dirname))].flatMap((folder) => watched(folder, () => void look()));
  return () => {
    clearInterval(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Some file systems cannot be watched: then looking every now and then has to do. */
function watched(folder: string, onEvent: () => void) {
  try {
    return [watch(folder, { persistent: false }, onEvent).on('error', () => undefined)];
  } catch {
    return [];
  }
}

/** Which files there are now, and how they are: another text when one of them is another. */
const stateOf = async (files: readonly string[]): Promise<string> => {
  const states = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
        () => 'missing',
      ),
    ),
  );
  return states.join('\n');
};
