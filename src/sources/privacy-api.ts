import { api } from '../browser/api.ts';
import type { Controller } from '../posture/browser-setting.ts';

/** A setting of the browser: https://developer.chrome.com/docs/extensions/reference/api/types#type-ChromeSetting. */
interface PrivacySetting {
  get(details: object): Promise<{ readonly value: unknown; readonly levelOfControl: string }>;
}

/** The part of `privacy` that is read. It is there with the permission only, and each browser has other settings. */
interface PrivacyApi {
  readonly services?: { readonly safeBrowsingEnabled?: PrivacySetting };
  readonly network?: { readonly httpsOnlyMode?: PrivacySetting };
  readonly websites?: { readonly trackingProtectionMode?: PrivacySetting };
}

export const privacyApi = (): PrivacyApi => (api as { readonly privacy?: PrivacyApi }).privacy ?? {};

const controllers: Readonly<Record<string, Controller>> = {
  not_controllable: 'organization',
  controlled_by_other_extensions: 'other-extension',
};

/** Who decides about a setting that extensions can change: it is `not_controllable` only where a policy of the organization has set it. */
export const controllerOfLevel = (levelOfControl: string): Controller => controllers[levelOfControl] ?? 'person';

/** In which windows a setting of Firefox holds. */
export const windowsOf: ReadonlyMap<unknown, 'always' | 'private-windows' | 'never'> = new Map([
  ['always', 'always'],
  ['private_browsing', 'private-windows'],
  ['never', 'never'],
]);
