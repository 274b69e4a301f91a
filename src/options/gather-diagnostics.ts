import { setAlarms } from '../browser/alarms.ts';
import { api } from '../browser/api.ts';
import { now as readClock } from '../browser/clock.ts';
import { currentPlatform } from '../browser/platform.ts';
import { runningBrowser } from '../browser/running-browser.ts';
import { storedClaims } from '../browser/stored.ts';
import { storedSizes } from '../browser/stored-sizes.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { diagnostics } from '../posture/diagnostics.ts';
import { readableJson } from '../posture/readable-json.ts';
import type { SettingsInEffect } from '../posture/settings-in-effect.ts';
import type { StoredOptions } from './stored-options.ts';
import type { Permission } from './use-permissions.ts';

/** What the page has already, of all that the report is made of. */
export interface Shown {
  readonly stored: StoredOptions;
  readonly inEffect: SettingsInEffect;
  readonly permissions: readonly Permission[];
  readonly locale: Locale;
}

/** The diagnostics of this moment, as text. Rejects when the browser does not give what they are made of. */
export async function gatherDiagnostics({ stored, inEffect, permissions, locale }: Shown): Promise<string> {
  const [browser, platform, claims, alarms, documents] = await Promise.all([
    runningBrowser(),
    currentPlatform(),
    storedClaims.get(),
    setAlarms(),
    storedSizes(),
  ]);
  const { organization = null, posture = null } = stored.answers ?? {};
  return readableJson(
    diagnostics({
      now: readClock(stored.assessment),
      extension: api.runtime.getManifest().version,
      browser,
      platform,
      inEffect,
      permissions,
      assessment: stored.assessment,
      claims: claims ?? [],
      answers: { organization, posture },
      alarms,
      documents,
      practices: catalogues[locale].practices,
    }),
  );
}
