import { storedPasskey } from '../browser/stored.ts';
import type { FactValue } from '../posture/facts.ts';
import { DAY, elapsed, type Instant } from '../posture/instant.ts';

/** Remembers what a page saw of the passkeys. A check follows when that is news: another state, or the first look in a day. */
export async function rememberPasskey(
  state: FactValue<'passkey'>,
  check: () => Promise<void>,
  now: Instant,
): Promise<void> {
  const before = await storedPasskey.get();
  await storedPasskey.set({ state, observedAt: now });
  if (before?.state !== state || Math.abs(elapsed(before.observedAt, now)) >= DAY) await check();
}
