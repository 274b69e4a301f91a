import type { Locale } from '../locales/index.ts';
import { bundledBaseline } from '../posture/bundled-baseline.ts';
import { CHECK_EVERY_MINUTES } from '../posture/due.ts';
import { managedLayer } from '../posture/managed-copy.ts';
import { type Layer, type Layers, type SettingsInEffect, settingsInEffect } from '../posture/settings-in-effect.ts';
import type { StoredOptions } from './stored-options.ts';
import type { Permission } from './use-permissions.ts';

/** What holds here, and every value that does not count, with those that were not kept because nobody could read them. */
export function effectOf(stored: StoredOptions, permissions: readonly Permission[], locale: Locale): SettingsInEffect {
  const { settings, refused } = settingsInEffect(settingLayers(stored, permissions, locale));
  const unread = (stored.managed?.refused ?? []).map((one) => ({ ...one, origin: 'managed' as const }));
  return { settings, refused: [...unread, ...refused] };
}

/** What device management, the person, the endpoint and this version say of each setting. */
function settingLayers(stored: StoredOptions, permissions: readonly Permission[], locale: Locale): Layers {
  const granted = permissions.filter(({ isGranted }) => isGranted).map(({ permission }) => permission);
  return {
    managed: stored.managed && managedLayer(stored.managed),
    own: {
      ...(stored.ownEndpoint !== null && { endpoint: stored.ownEndpoint }),
      ...(granted.length > 0 && { permissions: granted }),
    },
    endpoint: endpointLayer(stored),
    default: {
      endpoint: null,
      signIn: 'none',
      token: false,
      policyVersion: null,
      baselineAsOf: bundledBaseline.asOf,
      checkEveryMinutes: CHECK_EVERY_MINUTES,
      organizationMaxAgeSeconds: 0,
      locale,
      contact: null,
      applyTo: null,
      notifications: true,
      permissions: [],
      device: false,
      thisComputer: 'alone',
    },
  };
}

/** Answers of another endpoint than the chosen one say nothing. */
function endpointLayer({ endpoint, answers, assessment }: StoredOptions): Layer | undefined {
  if (endpoint === null || answers?.endpoint !== endpoint || answers.organization === null) return undefined;
  const { document, maxAgeSeconds } = answers.organization;
  return {
    signIn: document.signIn.mode,
    contact: document.organization.contact,
    policyVersion: document.policy.version,
    baselineAsOf: document.baseline?.asOf,
    organizationMaxAgeSeconds: maxAgeSeconds,
    // Only the endpoint of sample people says by itself which device this is.
    ...(assessment?.devices.some(({ isJoined }) => isJoined) && { thisComputer: 'joined' }),
  };
}
