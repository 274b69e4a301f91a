import { flatSettings } from './kit-json.mjs';

/**
 * @typedef {import('./kit.mjs').Deployment} Deployment
 * @typedef {import('./kit.mjs').Browser} Browser
 */

/** Where each browser reads its policies, below HKEY_LOCAL_MACHINE. */
export const policyKeys = {
  chrome: 'SOFTWARE\\Policies\\Google\\Chrome',
  edge: 'SOFTWARE\\Policies\\Microsoft\\Edge',
  firefox: 'SOFTWARE\\Policies\\Mozilla\\Firefox',
};

/** @type {readonly Browser[]} */
export const browsers = ['chrome', 'edge', 'firefox'];

/**
 * Where the extension's own settings are.
 * @param {Deployment} deployment
 * @param {Browser} browser
 */
export const settingsKey = ({ installs }, browser) =>
  browser === 'firefox'
    ? `${policyKeys.firefox}\\3rdparty\\Extensions\\${installs.firefox.id}`
    : `${policyKeys[browser]}\\3rdparty\\extensions\\${installs[browser].id}\\policy`;

/**
 * A file for each browser that the registry editor takes, and `reg import`.
 * @param {Deployment} deployment
 * @returns {Record<string, Uint8Array>}
 */
export const registryFiles = (deployment) =>
  Object.fromEntries(browsers.map((browser) => [`windows/${browser}.reg`, registryFile(deployment, browser)]));

/**
 * @param {Deployment} deployment
 * @param {Browser} browser
 */
function registryFile(deployment, browser) {
  const { id, policy } = deployment.installs[browser];
  const install =
    browser === 'firefox'
      ? key(policyKeys.firefox, [['ExtensionSettings', [JSON.stringify({ [id]: policy })]]])
      : key(`${policyKeys[browser]}\\ExtensionSettings\\${id}`, Object.entries(policy));
  const lines = [
    'Windows Registry Editor Version 5.00',
    ...install,
    ...key(settingsKey(deployment, browser), flatSettings(deployment)),
  ];
  // What the registry editor itself writes: UTF-16 with a mark of the byte order.
  return new Uint8Array(Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf16le'));
}

/**
 * @param {string} name
 * @param {readonly (readonly [string, string | number | boolean | readonly string[]])[]} values
 */
const key = (name, values) => [
  '',
  `[HKEY_LOCAL_MACHINE\\${name}]`,
  ...values.map(([value, content]) => `${quoted(value)}=${written(content)}`),
];

/** @param {string | number | boolean | readonly string[]} content */
function written(content) {
  if (typeof content === 'string') return quoted(content);
  if (typeof content === 'object') return `hex(7):${hexadecimal(`${content.join('\0')}\0\0`)}`;
  return `dword:${Number(content).toString(16).padStart(8, '0')}`;
}

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** @param {string} text */
const hexadecimal = (text) =>
  [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');

/**
 * Writes on each computer which one it is: registry files and Intune's settings are the same on all.
 * @param {Deployment} deployment
 */
export const thisComputerScript = (deployment) =>
  [
    '# Tells Stethoscope which computer this is. Run it once on each computer, as SYSTEM.',
    '$serial = (Get-CimInstance -ClassName Win32_BIOS).SerialNumber.Trim()',
    "if ($serial -eq '') { exit 1 }",
    '$hint = @{ serial = $serial } | ConvertTo-Json -Compress',
    '$keys = @(',
    browsers.map((browser) => `  'HKLM:\\${settingsKey(deployment, browser)}'`).join(',\r\n'),
    ')',
    'foreach ($key in $keys) {',
    '  if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key -Force | Out-Null }',
    "  Set-ItemProperty -LiteralPath $key -Name 'deviceJson' -Value $hint -Type String",
    '}',
    '',
  ].join('\r\n');
