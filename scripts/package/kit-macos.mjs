import { createHash } from 'node:crypto';
import { build } from 'plist';
import { browsers } from './kit-windows.mjs';

/**
 * @typedef {import('./kit.mjs').Deployment} Deployment
 * @typedef {import('./kit.mjs').Browser} Browser
 * @typedef {import('plist').PlistValue} PlistValue
 */

/** How each tool for Macs writes the serial number of the computer that it sends a profile to. */
const serials = { 'macos/jamf': '$SERIALNUMBER', 'macos/intune': '{{serialnumber}}' };

const domains = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge' };

/**
 * Configuration profiles: one for each browser without a hint at the computer, and one for each tool that fills it in.
 * @param {Deployment} deployment
 * @returns {Record<string, string>}
 */
export function mobileconfigs(deployment) {
  /** @type {readonly (readonly [string, Deployment])[]} */
  const variants = [
    ['macos', deployment],
    ...Object.entries(serials).map(
      ([folder, serial]) =>
        /** @type {const} */ ([folder, { ...deployment, settings: { ...deployment.settings, device: { serial } } }]),
    ),
  ];
  return Object.fromEntries(
    variants.flatMap(([folder, variant]) =>
      browsers.map((browser) => [`${folder}/${browser}.mobileconfig`, profile(variant, browser)]),
    ),
  );
}

/**
 * @param {Deployment} deployment
 * @param {Browser} browser
 */
function profile(deployment, browser) {
  const name = `stethoscope.${browser}`;
  const content = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadScope: 'System',
    PayloadIdentifier: name,
    PayloadUUID: uuid(name),
    PayloadDisplayName: `Stethoscope (${browser})`,
    PayloadContent: payloads(deployment, browser).map(({ type, ...payload }) => ({
      PayloadType: type,
      PayloadVersion: 1,
      PayloadIdentifier: `${name}.${type}`,
      PayloadUUID: uuid(`${name}.${type}`),
      ...payload,
    })),
  };
  return `${build(/** @type {PlistValue} */ (/** @type {unknown} */ (content)))}\n`;
}

/**
 * @param {Deployment} deployment
 * @param {Browser} browser
 */
function payloads({ settings, installs }, browser) {
  const { id, policy } = installs[browser];
  const ExtensionSettings = { [id]: policy };
  if (browser === 'firefox') {
    const thirdParty = { Extensions: { [id]: settings } };
    return [
      { type: 'org.mozilla.firefox', EnterprisePoliciesEnabled: true, ExtensionSettings, '3rdparty': thirdParty },
    ];
  }
  return [
    { type: domains[browser], ExtensionSettings },
    { type: `${domains[browser]}.extensions.${id}`, ...settings },
  ];
}

/**
 * Always the same for the same name, so that a newer profile takes the place of the older one.
 * @param {string} name
 */
function uuid(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
    .join('-')
    .toUpperCase();
}
