import type { Locale } from '../locales/index.ts';
import { bundledBaseline } from '../posture/bundled-baseline.ts';
import { CHECK_EVERY_MINUTES } from '../posture/settings.ts';
import type { Layer, Layers } from '../posture/settings-in-effect.ts';
import type { Teller } from '../posture/this-computer.ts';
import type { StoredOptions } from './stored-options.ts';
import type { Permission } from './use-permissions.ts';

/** What the person, the endpoint and this version say of each setting. */
export function settingLayers(stored: StoredOptions, permissions: readonly Permission[], locale: Locale): Layers {
  const granted = permissions.filter(({ isGranted }) => isGranted).map(({ permission }) => permission);
  // Who said that this computer is one of the company's devices, said so of this setting.
  const joinedBy = stored.assessment?.devices.find(({ isJoined }) => isJoined)?.joinedBy;
  const saidBy = (teller: Teller) => joinedBy === teller && { thisComputer: 'joined' };
  return {
    managed: { ...saidBy('managed') },
    own: {
      ...saidBy('own'),
      ...(stored.endpoint !== null && { endpoint: stored.endpoint }),
      ...(granted.length > 0 && { permissions: granted }),
    },
    endpoint: { ...endpointLayer(stored), ...saidBy('endpoint') },
    default: {
      endpoint: null,
      signIn: 'none',
      policyVersion: null,
      baselineAsOf: bundledBaseline.asOf,
      checkEveryMinutes: CHECK_EVERY_MINUTES,
      organizationMaxAgeSeconds: 0,
      language: locale,
      permissions: [],
      thisComputer: 'alone',
    },
  };
}

/** Answers of another endpoint than the chosen one say nothing. */
function endpointLayer({ endpoint, answers }: StoredOptions): Layer | undefined {
  if (endpoint === null || answers?.endpoint !== endpoint || answers.organization === null) return undefined;
  const { document, maxAgeSeconds } = answers.organization;
  return {
    signIn: document.signIn.mode,
    policyVersion: document.policy.version,
    baselineAsOf: document.baseline?.asOf,
    organizationMaxAgeSeconds: maxAgeSeconds,
  };
}
