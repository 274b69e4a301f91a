import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Refusal, top } from '../run.mjs';
import { adml, admx } from './kit-admx.mjs';
import { intuneCsv, intuneJson } from './kit-intune.mjs';
import { chromiumPolicy, firefoxPolicies, googleAdmin } from './kit-json.mjs';
import { mobileconfigs } from './kit-macos.mjs';
import { kitReadme } from './kit-readme.mjs';
import { registryFiles, thisComputerScript } from './kit-windows.mjs';
import { asBytes } from './zip.mjs';

/**
 * @typedef {string | number | boolean | readonly unknown[] | { readonly [name: string]: unknown }} Value
 *
 * @typedef {object} Declared a key of the managed schema
 * @property {string} type
 * @property {string} title
 * @property {string} description
 *
 * @typedef {'chrome' | 'edge' | 'firefox'} Browser
 *
 * @typedef {object} Install how a policy installs the extension in one browser
 * @property {string} id
 * @property {Readonly<Record<string, string | boolean>>} policy what `ExtensionSettings` says of the id
 *
 * @typedef {object} Deployment
 * @property {Readonly<Record<string, Value>>} settings the same on every computer
 * @property {Readonly<Record<Browser, Install>>} installs
 * @property {Readonly<Record<string, Declared>>} schema
 *
 * @typedef {object} Wanted
 * @property {string} endpoint
 * @property {import('./packages.mjs').Ids} ids
 * @property {string | undefined} updateUrl
 * @property {string | undefined} settings
 * @property {string | undefined} chromeId
 * @property {string | undefined} edgeId
 */

const stores = {
  chrome: 'https://clients2.google.com/service/update2/crx',
  edge: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
};

/**
 * The files that install the extension on the computers of one company, and tell it where the gateway is.
 * @param {Wanted} wanted
 * @returns {Promise<import('./zip.mjs').Files>}
 */
export async function kitFiles(wanted) {
  const deployment = await deploymentOf(wanted);
  const texts = {
    'README.md': kitReadme(deployment),
    'linux/chrome.json': chromiumPolicy(deployment, 'chrome'),
    'linux/edge.json': chromiumPolicy(deployment, 'edge'),
    'linux/policies.json': firefoxPolicies(deployment),
    'google-admin/chrome.json': googleAdmin(deployment),
    'windows/stethoscope.admx': admx(deployment),
    'windows/en-US/stethoscope.adml': adml(deployment),
    'windows/intune.json': intuneJson(deployment),
    'windows/intune.csv': intuneCsv(deployment),
    'windows/this-computer.ps1': thisComputerScript(deployment),
    ...mobileconfigs(deployment),
  };
  const encoded = Object.entries(texts).map(([name, text]) => /** @type {const} */ ([name, asBytes(text)]));
  const all = [...encoded, ...Object.entries(registryFiles(deployment))];
  return new Map(all.map(([name, content]) => [`kit/${name}`, content]));
}

/**
 * @param {Wanted} wanted
 * @returns {Promise<Deployment>}
 */
async function deploymentOf(wanted) {
  const schema = JSON.parse(readFileSync(path.join(top, 'public/managed-schema.json'), 'utf8')).properties;
  const more = wanted.settings === undefined ? {} : readSettings(wanted.settings);
  return { settings: await checked({ endpoint: wanted.endpoint, ...more }), installs: installsOf(wanted), schema };
}

/**
 * @param {Wanted} wanted
 * @returns {Deployment['installs']}
 */
function installsOf({ ids, updateUrl, chromeId, edgeId }) {
  const { version } = JSON.parse(readFileSync(path.join(top, 'package.json'), 'utf8'));
  /** @type {(browser: 'chrome' | 'edge', storeId: string | undefined) => Install} */
  const inChromium = (browser, storeId) => ({
    id: updateUrl === undefined ? (storeId ?? ids.chrome) : ids.chrome,
    policy: {
      installation_mode: 'force_installed',
      update_url: updateUrl ?? stores[browser],
      // Without it only the first installation comes from there.
      ...(updateUrl !== undefined && { override_update_url: true }),
      toolbar_pin: 'force_pinned',
    },
  });
  const mozilla = `https://addons.mozilla.org/firefox/downloads/latest/${encodeURIComponent(ids.firefox)}/latest.xpi`;
  return {
    chrome: inChromium('chrome', chromeId),
    edge: inChromium('edge', edgeId),
    firefox: {
      id: ids.firefox,
      policy: {
        installation_mode: 'force_installed',
        install_url: updateUrl === undefined ? mozilla : new URL(`stethoscope-${version}.xpi`, updateUrl).href,
        default_area: 'navbar',
      },
    },
  };
}

/** @param {string} file */
function readSettings(file) {
  try {
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) return settings;
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
  throw new Refusal(`${file} holds no JSON object of settings.`);
}

/**
 * What the extension itself would take: a slip is better found here than on ten thousand computers.
 * @param {Readonly<Record<string, Value>>} settings
 */
async function checked(settings) {
  const { runnerImport } = await import('vite');
  const { managedSettings } = (
    await runnerImport('./src/posture/managed-settings.ts', { configFile: false, root: top })
  ).module;
  for (const [name, value] of Object.entries(settings)) {
    if (!Object.hasOwn(managedSettings, name))
      throw new Refusal(`There is no setting ${name}: there are ${Object.keys(managedSettings).join(', ')}.`);
    const read = v.safeParse(managedSettings[name], value);
    if (!read.success) throw new Refusal(`${name} cannot be ${JSON.stringify(value)}: ${read.issues[0].message}.`);
  }
  return settings;
}
