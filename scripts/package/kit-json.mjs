/**
 * @typedef {import('./kit.mjs').Deployment} Deployment
 * @typedef {import('./kit.mjs').Value} Value
 */

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A file of /etc/…/policies/managed for Chrome, Chromium or Edge.
 * @param {Deployment} deployment
 * @param {'chrome' | 'edge'} browser
 */
export function chromiumPolicy({ settings, installs }, browser) {
  const { id, policy } = installs[browser];
  return json({ ExtensionSettings: { [id]: policy }, '3rdparty': { extensions: { [id]: settings } } });
}

/**
 * Firefox's policies.json. Its "Extensions" has a capital E.
 * @param {Deployment} deployment
 */
export function firefoxPolicies({ settings, installs }) {
  const { id, policy } = installs.firefox;
  return json({ policies: { ExtensionSettings: { [id]: policy }, '3rdparty': { Extensions: { [id]: settings } } } });
}

/**
 * What is pasted into "Policy for extensions" of the Google Admin console, which installs and pins by clicks.
 * @param {Deployment} deployment
 */
export const googleAdmin = ({ settings }) =>
  json(Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, { Value: value }])));

/**
 * The settings for tools that know neither lists nor objects: these as the text of their JSON, under the name that the schema has for
 * it.
 * @param {Deployment} deployment
 * @returns {readonly (readonly [string, string | number | boolean])[]}
 */
export const flatSettings = ({ settings, schema }) =>
  Object.entries(settings).map(([name, value]) => {
    if (typeof value !== 'object') return [name, value];
    const asText = `${name}Json`;
    return [Object.hasOwn(schema, asText) ? asText : name, JSON.stringify(value)];
  });
