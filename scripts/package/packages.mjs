import { crx, extensionId } from './crx.mjs';
import { manifestOf, named, requiring, updatedFrom, withManifest } from './manifest.mjs';
import { sums, updatesJson, updateXml } from './updates.mjs';
import { asBytes, zip } from './zip.mjs';

/** What stands in `update.xml` and `updates.json` where nobody has said from where updates come. Nothing answers there. */
export const nowhere = 'https://updates.example/stethoscope/update.xml';

/**
 * @typedef {import('./zip.mjs').Files} Files
 *
 * @typedef {object} Order
 * @property {Files} chrome the build for Chrome and its relatives
 * @property {Files} firefox the build for Firefox
 * @property {Files | undefined} source what both were built from
 * @property {string} keyFile the private key in PEM that signs the CRX
 * @property {string | undefined} updateUrl where the company serves `update.xml`, with the packages and `updates.json` beside it
 * @property {readonly string[]} required permissions that are granted by the installation, not by the person
 * @property {string | undefined} firefoxId the id in Firefox of a company's own build
 *
 * @typedef {{ chrome: string, firefox: string }} Ids the extension's id in each family of browsers
 */

/**
 * Every file of a release, by its name.
 * @param {Order} order
 * @returns {Promise<{ files: Files, ids: Ids }>}
 */
export async function packages({ source, keyFile, updateUrl, required, firefoxId, ...builds }) {
  const beside = new URL('.', updateUrl ?? nowhere).href;
  const forStore = withManifest(builds.chrome, requiring(required));
  const selfHosted = withManifest(forStore, updatedFrom(updateUrl));
  const forFirefox = [requiring(required), named(firefoxId), updatedFrom(updateUrl && `${beside}updates.json`)].reduce(
    withManifest,
    builds.firefox,
  );
  const { version, minimum_chrome_version: minimumChrome = '' } = manifestOf(selfHosted);
  const { browser_specific_settings: settings } = manifestOf(forFirefox);
  if (settings === undefined) throw new Error('The build for Firefox names no id');
  const ids = { chrome: extensionId(keyFile), firefox: settings.gecko.id };
  const minimum = { chrome: minimumChrome, firefox: settings.gecko.strict_min_version };
  const name = `stethoscope-${version}`;
  const signed = await crx(zip(selfHosted), keyFile);
  const xpi = zip(forFirefox);
  /** @type {(file: string, content: Uint8Array, browser: keyof Ids) => import('./updates.mjs').Offer} */
  const offer = (file, content, browser) => ({
    id: ids[browser],
    version,
    url: `${beside}${file}`,
    content,
    minimum: minimum[browser],
  });
  const files = new Map([
    [`${name}-chrome.zip`, zip(forStore)],
    [`${name}.crx`, signed],
    ['update.xml', asBytes(updateXml(offer(`${name}.crx`, signed, 'chrome')))],
    [`${name}.xpi`, xpi],
    ['updates.json', asBytes(updatesJson(offer(`${name}.xpi`, xpi, 'firefox')))],
  ]);
  if (source !== undefined) files.set(`${name}-source.zip`, zip(source));
  return { files, ids };
}

/**
 * Files with the list of their sums.
 * @param {Files} files
 * @returns {Files}
 */
export const withSums = (files) => new Map([...files, ['SHA256SUMS', asBytes(sums(files))]]);
