import { admx } from './kit-admx.mjs';
import { flatSettings } from './kit-json.mjs';
import { browsers } from './kit-windows.mjs';
import { xmlText } from './updates.mjs';

/**
 * @typedef {import('./kit.mjs').Deployment} Deployment
 * @typedef {{ name: string, uri: string, value: string }} Row
 */

const policies = './Device/Vendor/MSFT/Policy';

/**
 * The settings of one custom profile: first the templates, then what they set
 * (https://learn.microsoft.com/windows/client-management/enable-admx-backed-policies-in-mdm).
 * @param {Deployment} deployment
 * @returns {readonly Row[]}
 */
function rows(deployment) {
  const settings = browsers.flatMap((browser) =>
    flatSettings(deployment).map(([name, value]) =>
      row(`${browser}_${name}`, browser, enabled(`${browser}_${name}`, value)),
    ),
  );
  const { id, policy } = deployment.installs.firefox;
  const inFirefox = xmlText(JSON.stringify({ [id]: policy }));
  return [
    {
      name: 'Stethoscope: templates',
      uri: `${policies}/ConfigOperations/ADMXInstall/Stethoscope/Policy/StethoscopeAdmx`,
      value: admx(deployment),
    },
    row('chrome_install', 'chrome', '<enabled/>'),
    row('edge_install', 'edge', '<enabled/>'),
    {
      name: 'Stethoscope: firefox_install',
      // Of Mozilla's templates, which Intune must have been given as "Firefox" before.
      uri: `${policies}/Config/Firefox~Policy~firefox~Extensions/ExtensionSettingsOneLine`,
      value: `<enabled/><data id="JSONOneLine" value="${inFirefox}"/>`,
    },
    ...settings,
  ];
}

/**
 * @param {string} policy
 * @param {string} category
 * @param {string} value
 * @returns {Row}
 */
const row = (policy, category, value) => ({
  name: `Stethoscope: ${policy}`,
  uri: `${policies}/Config/Stethoscope~Policy~stethoscope~${category}/${policy}`,
  value,
});

/**
 * @param {string} policy
 * @param {string | number | boolean} value
 */
function enabled(policy, value) {
  if (typeof value === 'boolean') return value ? '<enabled/>' : '<disabled/>';
  return `<enabled/><data id="${policy}" value="${xmlText(String(value))}"/>`;
}

/**
 * A custom profile as Microsoft Graph takes it: POST /deviceManagement/deviceConfigurations
 * (https://learn.microsoft.com/graph/api/intune-deviceconfig-windows10customconfiguration-create).
 * @param {Deployment} deployment
 */
export function intuneJson(deployment) {
  const omaSettings = rows(deployment).map(({ name, uri, value }) => ({
    '@odata.type': '#microsoft.graph.omaSettingString',
    displayName: name,
    omaUri: uri,
    value,
  }));
  const profile = {
    '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
    displayName: 'Stethoscope',
    description: 'Installs Stethoscope in Chrome, Edge and Firefox, and tells it where the gateway is.',
    omaSettings,
  };
  return `${JSON.stringify(profile, null, 2)}\n`;
}

/**
 * The same rows, to be copied into the form by hand.
 * @param {Deployment} deployment
 */
export const intuneCsv = (deployment) =>
  [
    ['Name', 'OMA-URI', 'Data type', 'Value'],
    ...rows(deployment).map(({ name, uri, value }) => [name, uri, 'String', value]),
  ]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('');
