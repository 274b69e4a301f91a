import { api } from '../browser/api.ts';

/** A setting of the browser: https://developer.chrome.com/docs/extensions/reference/api/types#type-ChromeSetting. */
interface PrivacySetting {
  get(details: object): Promise<{ readonly value: unknown; readonly levelOfControl: string }>;
}

/** The part of `privacy` that is read. It is there with the permission only, and each browser has other settings. */
interface PrivacyApi {
  readonly services?: { readonly safeBrowsingEnabled?: PrivacySetting };
  readonly network?: { readonly httpsOnlyMode?: PrivacySetting };
}

export const privacyApi = (): PrivacyApi => (api as { readonly privacy?: PrivacyApi }).privacy ?? {};
