import { browsers, policyKeys, settingsKey } from './kit-windows.mjs';
import { xmlText } from './updates.mjs';

/**
 * @typedef {import('./kit.mjs').Deployment} Deployment
 * @typedef {import('./kit.mjs').Browser} Browser
 * @typedef {import('./kit.mjs').Declared} Declared
 */

/** The browsers' names in a group policy editor. */
const names = { chrome: 'Google Chrome', edge: 'Microsoft Edge', firefox: 'Mozilla Firefox' };

/**
 * The keys of the schema that a policy of Windows can set: lists and objects have their text.
 * @param {Deployment} deployment
 */
export const flatKeys = ({ schema }) =>
  Object.entries(schema).filter(([, { type }]) => type !== 'object' && type !== 'array');

/**
 * Group policy for Windows, generated from the managed schema (https://learn.microsoft.com/previous-versions/windows/desktop/policy/admx-schema).
 * @param {Deployment} deployment
 */
export const admx = (deployment) => `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="stethoscope" namespace="Stethoscope.Policies"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <categories>
    <category name="stethoscope" displayName="$(string.stethoscope)"/>
${browsers.map(category).join('\n')}
  </categories>
  <policies>
${browsers.flatMap((browser) => [...installPolicy(deployment, browser), ...settingPolicies(deployment, browser)]).join('\n')}
  </policies>
</policyDefinitions>
`;

/** @param {Browser} browser */
const category = (browser) =>
  `    <category name="${browser}" displayName="$(string.${browser})">
      <parentCategory ref="stethoscope"/>
    </category>`;

/**
 * Firefox's own templates install; of Chromium browsers each extension has a key of its own, so that other extensions are left alone.
 * @param {Deployment} deployment
 * @param {Browser} browser
 */
function installPolicy({ installs }, browser) {
  if (browser === 'firefox') return [];
  const { id, policy } = installs[browser];
  const key = `${policyKeys[browser]}\\ExtensionSettings\\${id}`;
  const items = Object.entries(policy).map(([name, value]) => {
    const content =
      typeof value === 'string' ? `<string>${xmlText(value)}</string>` : `<decimal value="${Number(value)}"/>`;
    return `        <item key="${key}" valueName="${name}"><value>${content}</value></item>`;
  });
  return [
    `    <policy name="${browser}_install" class="Machine" displayName="$(string.install)" explainText="$(string.install_explain)" key="${key}">
      <parentCategory ref="${browser}"/>
      <enabledList>
${items.join('\n')}
      </enabledList>
    </policy>`,
  ];
}

/**
 * @param {Deployment} deployment
 * @param {Browser} browser
 */
function settingPolicies(deployment, browser) {
  const key = xmlText(settingsKey(deployment, browser));
  return flatKeys(deployment).map(([name, { type }]) => {
    const policy = `${browser}_${name}`;
    const presentation = type === 'boolean' ? '' : ` presentation="$(presentation.${policy})"`;
    const valueName = type === 'boolean' ? ` valueName="${name}"` : '';
    return `    <policy name="${policy}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_explain)"${presentation} key="${key}"${valueName}>
      <parentCategory ref="${browser}"/>
${inside(policy, name, type)}
    </policy>`;
  });
}

/**
 * @param {string} policy
 * @param {string} name
 * @param {string} type
 */
function inside(policy, name, type) {
  if (type === 'boolean')
    return '      <enabledValue><decimal value="1"/></enabledValue>\n      <disabledValue><decimal value="0"/></disabledValue>';
  const element =
    type === 'integer'
      ? `<decimal id="${policy}" valueName="${name}" required="true"/>`
      : `<text id="${policy}" valueName="${name}" required="true" maxLength="4096"/>`;
  return `      <elements>${element}</elements>`;
}

/**
 * The words of the group policy, in English.
 * @param {Deployment} deployment
 */
export function adml(deployment) {
  const keys = flatKeys(deployment);
  const strings = Object.entries({
    stethoscope: 'Stethoscope',
    ...names,
    install: 'Install the extension',
    install_explain: 'Installs the extension for everybody on this computer and pins its icon. They cannot remove it.',
    ...Object.fromEntries(keys.map(([name, { title }]) => [name, title])),
    ...Object.fromEntries(keys.map(([name, { description }]) => [`${name}_explain`, description])),
  });
  const presentations = browsers.flatMap((browser) => keys.flatMap(([name, key]) => presentation(browser, name, key)));
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Stethoscope</displayName>
  <description>Stethoscope</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${id}">${xmlText(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

/**
 * @param {Browser} browser
 * @param {string} name
 * @param {Declared} key
 */
function presentation(browser, name, { type, title }) {
  if (type === 'boolean') return [];
  const id = `${browser}_${name}`;
  const box =
    type === 'integer'
      ? `<decimalTextBox refId="${id}">${xmlText(title)}</decimalTextBox>`
      : `<textBox refId="${id}"><label>${xmlText(title)}</label></textBox>`;
  return [`      <presentation id="${id}">${box}</presentation>`];
}
