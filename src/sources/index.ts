import type { Instant } from '../posture/instant.ts';
import type { BrowserView } from '../posture/this-computer.ts';
import { type BrowserSource, gap, type Observation } from './browser-source.ts';
import { browserVersion } from './browser-version.ts';
import { extensions } from './extensions.ts';
import { hardware } from './hardware.ts';
import { httpsOnly } from './https-only.ts';
import { operatingSystem } from './operating-system.ts';
import { passkey } from './passkey.ts';
import { safeBrowsing } from './safe-browsing.ts';
import { screenLock } from './screen-lock.ts';
import { toolbar } from './toolbar.ts';
import { trackingProtection } from './tracking-protection.ts';

/** Everything that this browser can observe of itself and of the computer it runs on. */
export const browserSources: readonly BrowserSource[] = [
  operatingSystem,
  hardware,
  screenLock,
  browserVersion,
  safeBrowsing,
  httpsOnly,
  trackingProtection,
  extensions,
  passkey,
  toolbar,
];

/** How long a source may take, in milliseconds. */
const SOURCE_TIMEOUT_MS = 3000;

/** Asks every source at once. Never rejects: one that fails or hangs leaves its own facts unchecked, and no others. */
export async function observeBrowser(
  now: Instant,
  sources: readonly BrowserSource[] = browserSources,
  timeoutMs = SOURCE_TIMEOUT_MS,
): Promise<BrowserView> {
  const observations = await Promise.all(sources.map((source) => observe(source, now, timeoutMs)));
  const { model } = observations.find((one) => one.model !== undefined) ?? {};
  const { serial } = observations.find((one) => one.serial !== undefined) ?? {};
  return {
    platform: observations.find(({ platform }) => platform !== undefined)?.platform ?? 'unknown',
    ...(model !== undefined && { model }),
    ...(serial !== undefined && { serial }),
    signals: observations.flatMap(({ signals }) => signals),
    gaps: observations.flatMap(({ gaps }) => gaps),
  };
}

async function observe(source: BrowserSource, now: Instant, timeoutMs: number): Promise<Observation> {
  const unchecked: Observation = { signals: [], gaps: source.facts.map((fact) => gap(fact, 'not-checked-yet')) };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Observation>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, unchecked);
  });
  const observation = source.observe(now).catch(() => unchecked);
  return Promise.race([observation, timeout]).finally(() => clearTimeout(timer));
}
