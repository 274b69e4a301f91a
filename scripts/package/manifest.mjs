import { asBytes } from './zip.mjs';

/**
 * @typedef {import('./zip.mjs').Files} Files
 *
 * @typedef {object} Manifest the part of a built manifest that packaging reads or changes
 * @property {string} version
 * @property {readonly string[]} permissions
 * @property {readonly string[]} [optional_permissions]
 * @property {string} [minimum_chrome_version]
 * @property {string} [update_url]
 * @property {{ gecko: { id: string, strict_min_version: string, update_url?: string } }} [browser_specific_settings]
 */

/** What an extension may ask only where a policy has installed it: for a company's own build (docs/permissions.md). */
export const companyOnly = ['enterprise.hardwarePlatform', 'enterprise.deviceAttributes'];

/**
 * @param {Files} files
 * @returns {Manifest}
 */
export const manifestOf = (files) => JSON.parse(new TextDecoder().decode(files.get('manifest.json')));

/**
 * The same extension with another manifest.
 * @param {Files} files
 * @param {(manifest: Manifest) => Manifest} change
 * @returns {Files}
 */
export const withManifest = (files, change) =>
  new Map([...files, ['manifest.json', asBytes(`${JSON.stringify(change(manifestOf(files)), null, 2)}\n`)]]);

/**
 * What people are asked for becomes what the installation grants.
 * @param {readonly string[]} required
 * @returns {(manifest: Manifest) => Manifest}
 */
export const requiring = (required) => (manifest) => {
  const { permissions, optional_permissions: optional = [] } = manifest;
  // Firefox knows no `enterprise`, and its manifest leaves out what only ChromeOS tells.
  const isFirefox = manifest.browser_specific_settings !== undefined;
  const added = required.filter((one) => optional.includes(one) || (!isFirefox && companyOnly.includes(one)));
  return {
    ...manifest,
    permissions: [...permissions, ...added],
    optional_permissions: optional.filter((one) => !added.includes(one)),
  };
};

/**
 * Where a browser looks for the next version. A store wants none.
 * @param {string | undefined} updateUrl
 * @returns {(manifest: Manifest) => Manifest}
 */
export const updatedFrom = (updateUrl) => (manifest) => {
  if (updateUrl === undefined) return manifest;
  const { browser_specific_settings: settings } = manifest;
  if (settings === undefined) return { ...manifest, update_url: updateUrl };
  const gecko = { ...settings.gecko, update_url: updateUrl };
  return { ...manifest, browser_specific_settings: { ...settings, gecko } };
};

/**
 * @param {string | undefined} id
 * @returns {(manifest: Manifest) => Manifest}
 */
export const named = (id) => (manifest) => {
  const { browser_specific_settings: settings } = manifest;
  if (id === undefined || settings === undefined) return manifest;
  return { ...manifest, browser_specific_settings: { ...settings, gecko: { ...settings.gecko, id } } };
};
