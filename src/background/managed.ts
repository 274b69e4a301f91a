import { isInstalledByPolicy } from '../browser/installation.ts';
import { askManaged } from '../browser/managed.ts';
import { currentPlatform } from '../browser/platform.ts';
import { storedManaged, storedManagedSilence, storedSettings } from '../browser/stored.ts';
import { elapsed, type Instant, MINUTE } from '../posture/instant.ts';
import { copyOf, endpointOf, isManaged, isSame, type ManagedCopy, nothingManaged } from '../posture/managed-copy.ts';
import { forgetWhile } from './endpoint.ts';
import { inTurn } from './in-turn.ts';
import { repaint } from './paint.ts';
import { checkSoon, scheduleCheck } from './schedule.ts';

/** For so long after it was started, Chromium's silence may mean that it does not know yet (tried: 3 s; reported: more than 6). */
const NOT_YET_MS = 10_000;

/** Silence for so long means that what was said before was taken back. Longer, for it costs all that the endpoint said. */
const TAKEN_BACK_MS = MINUTE;

/** How often a browser is asked that may not know yet. */
const ASK_EVERY_MS = 500;

/**
 * Takes over what device management says at this moment. Ends at once where the browser tells it, or has nothing to tell and never had;
 * where it may not know yet what it told before or what has installed this extension, after ten seconds at most.
 */
export async function settleManaged(clock: () => Instant): Promise<void> {
  for (let asked = 0; asked * ASK_EVERY_MS < NOT_YET_MS; asked += 1) {
    const silentMs = await refreshManaged(clock());
    if (silentMs === undefined || silentMs >= NOT_YET_MS || !(await isWorthWaiting())) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  await refreshManaged(clock());
}

/** Nobody is kept waiting for what is most likely not there. Whatever comes late all the same is found a minute later. */
async function isWorthWaiting(): Promise<boolean> {
  const copy = await storedManaged.get();
  return copy === undefined ? isInstalledByPolicy() : isManaged(copy);
}

/** Asks the browser once. Tells for how many milliseconds it has been silent, where that may still mean that it does not know. */
async function refreshManaged(now: Instant): Promise<number | undefined> {
  const answer = await askManaged();
  if (answer === 'not-told') return undefined;
  if (answer !== 'empty') {
    await storedManagedSilence.clear();
    await takeOver(answer === 'nothing' ? nothingManaged : copyOf(answer, await currentPlatform()), now);
    return undefined;
  }
  const silentMs = await silence(now);
  const copy = await storedManaged.get();
  if (copy !== undefined && !isManaged(copy)) return undefined;
  if (silentMs < (copy === undefined ? NOT_YET_MS : TAKEN_BACK_MS)) return silentMs;
  await takeOver(nothingManaged, now);
  return undefined;
}

/** For how many milliseconds the browser has been silent. A later look is arranged at the first: it may tell no one when it knows. */
async function silence(now: Instant): Promise<number> {
  const since = await storedManagedSilence.get();
  if (since !== undefined) return Math.abs(elapsed(since, now));
  await storedManagedSilence.set(now);
  await checkSoon();
  return 0;
}

/** Where another endpoint is asked from now on, or nothing is done here, all that was said before is forgotten. */
async function takeOver(next: ManagedCopy, now: Instant): Promise<void> {
  const isChanged = await inTurn(async () => {
    const before = await storedManaged.get();
    if (before !== undefined && isSame(before, next)) return false;
    const own = (await storedSettings.get())?.endpoint ?? null;
    const write = () => storedManaged.set(next);
    if (next.isHere && endpointOf(next, own) === endpointOf(before, own)) await write();
    else await forgetWhile(write, now);
    return true;
  });
  if (!isChanged) return;
  await scheduleCheck(now);
  await repaint(now);
}
