import { TEXT_LIMIT } from '../posture/fact.ts';
import { api } from './api.ts';

/**
 * What only an extension that a policy has installed may ask, and only where its manifest names the permission: elsewhere none of it
 * is there. The polyfill hands it on as the browser has it.
 */
interface EnterpriseApi {
  /** Chromium on every desktop, if the policy EnterpriseHardwarePlatformAPIEnabled allows it. */
  readonly hardwarePlatform?: {
    getHardwarePlatformInfo(): Promise<{ readonly manufacturer?: unknown; readonly model?: unknown }>;
  };
  /** ChromeOS only; empty unless the person's account and the Chromebook belong to the same organization. */
  readonly deviceAttributes?: { getDeviceSerialNumber(): Promise<unknown> };
}

const enterprise = (): EnterpriseApi => (api as { readonly enterprise?: EnterpriseApi }).enterprise ?? {};

/** What boards say whose maker has filled in nothing. */
const NOT_FILLED_IN =
  /^(?:to be filled by o\.?e\.?m\.?|system (?:product name|manufacturer)|default string|unknown|none|n\/a)$/i;

const told = (text: unknown): string | undefined => {
  const trimmed = typeof text === 'string' ? text.trim().slice(0, TEXT_LIMIT) : '';
  return trimmed === '' || NOT_FILLED_IN.test(trimmed) ? undefined : trimmed;
};

/**
 * The model of this computer with its maker's name before it: "Dell Latitude 7440". Undefined where the browser does not tell it.
 * Never rejects (https://developer.chrome.com/docs/extensions/reference/api/enterprise/hardwarePlatform).
 */
export async function hardwareModel(): Promise<string | undefined> {
  const platform = await enterprise()
    .hardwarePlatform?.getHardwarePlatformInfo()
    .catch(() => undefined);
  const model = told(platform?.model);
  // "Dell Inc." and "LENOVO" alike: the rest is the legal form.
  const maker = told(platform?.manufacturer)?.split(/[\s,]/)[0];
  if (model === undefined || maker === undefined) return model;
  return model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`;
}

/**
 * The serial number of this Chromebook; undefined where the browser does not tell it. It may be compared, and nothing else: not
 * stored, not shown, not sent. Never rejects
 * (https://developer.chrome.com/docs/extensions/reference/api/enterprise/deviceAttributes).
 */
export async function deviceSerial(): Promise<string | undefined> {
  return told(
    await enterprise()
      .deviceAttributes?.getDeviceSerialNumber()
      .catch(() => undefined),
  );
}
