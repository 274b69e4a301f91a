import { createHash } from 'node:crypto';

/**
 * @param {Uint8Array} content
 * @returns {string} hexadecimal
 */
export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** @param {string} text */
export const xmlText = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * @typedef {object} Offer a package that an update server offers
 * @property {string} id
 * @property {string} version
 * @property {string} url where the package is
 * @property {Uint8Array} content
 * @property {string} minimum the oldest browser that it runs in
 */

/**
 * What Chromium asks an update server for (https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux).
 * @param {Offer} offer
 */
export const updateXml = ({ id, version, url, content, minimum }) => `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${xmlText(url)}" version="${version}" hash_sha256="${sha256(content)}" prodversionmin="${minimum}"/>
  </app>
</gupdate>
`;

/**
 * What Firefox asks an update server for (https://extensionworkshop.com/documentation/manage/updating-your-extension/).
 * @param {Offer} offer
 */
export function updatesJson({ id, version, url, content, minimum }) {
  const update = {
    version,
    update_link: url,
    update_hash: `sha256:${sha256(content)}`,
    applications: { gecko: { strict_min_version: minimum } },
  };
  return `${JSON.stringify({ addons: { [id]: { updates: [update] } } }, null, 2)}\n`;
}

/**
 * The lines that `sha256sum --check` reads.
 * @param {import('./zip.mjs').Files} files
 */
export const sums = (files) =>
  [...files.keys()]
    .toSorted()
    .map((name) => `${sha256(files.get(name) ?? new Uint8Array())}  ${name}\n`)
    .join('');
