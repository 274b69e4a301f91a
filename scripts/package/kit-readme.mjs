/** @typedef {import('./kit.mjs').Deployment} Deployment */

/** Where each file goes. `proved`: a test has a real browser install from it. */
const places = [
  [
    'linux/chrome.json',
    '`/etc/opt/chrome/policies/managed/` (Chromium: `/etc/chromium/policies/managed/`)',
    'proved in Chromium',
  ],
  ['linux/policies.json', '`/etc/firefox/policies/`, as part of the one `policies.json` there', 'proved in Firefox'],
  ['linux/edge.json', '`/etc/opt/edge/policies/managed/`', 'checked for form only'],
  ['windows/*.reg', '`reg import chrome.reg` as administrator', 'checked for form only'],
  [
    'windows/stethoscope.admx, en-US/stethoscope.adml',
    '`PolicyDefinitions` of the domain, or Intune → Import ADMX',
    'checked for form only',
  ],
  [
    'windows/intune.json',
    'POST it to `https://graph.microsoft.com/v1.0/deviceManagement/deviceConfigurations`',
    'checked for form only',
  ],
  [
    'windows/intune.csv',
    'the same, row by row: Intune → Devices → Configuration → Templates → Custom',
    'checked for form only',
  ],
  [
    'windows/this-computer.ps1',
    'Intune → Scripts, in the 64-bit PowerShell as SYSTEM; or any tool that runs scripts',
    'not checked: there was no PowerShell',
  ],
  ['macos/*.mobileconfig', 'any MDM: upload as a custom profile, for the computer', 'checked for form only'],
  [
    'macos/jamf/*.mobileconfig',
    'Jamf Pro → Configuration Profiles → Upload; it fills in `$SERIALNUMBER`',
    'checked for form only',
  ],
  [
    'macos/intune/*.mobileconfig',
    'Intune → macOS → Templates → Custom, device channel; it fills in `{{serialnumber}}`',
    'checked for form only',
  ],
  [
    'google-admin/chrome.json',
    'admin.google.com → Devices → Chrome → Apps & extensions → the app → Policy for extensions',
    'checked for form only',
  ],
];

/**
 * What an administrator reads first.
 * @param {Deployment} deployment
 */
export const kitReadme = ({ settings, installs, schema }) => `# Deployment files for ${settings['endpoint']}

Made by \`npm run package -- --kit\`. docs/deploying-extension.md says more: every path, how to see that it worked, how to take it back.

| browser | id | installed from |
|---|---|---|
${Object.entries(installs)
  .map(([browser, { id, policy }]) => `| ${browser} | \`${id}\` | ${policy['update_url'] ?? policy['install_url']} |`)
  .join('\n')}

| file | goes to | how far it was tried |
|---|---|---|
${places.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

"Checked for form only" means: read by a parser of its kind, and never by the browser or the tool that it is for. Try it on one computer first.

**Merge, do not replace.** If you set \`ExtensionSettings\` already, add the entry of this extension to yours: two profiles, or a registry
value beside a key of that name, do not add up.

Which computer it is: a file that is the same on every computer cannot say so. Jamf and Intune fill in the serial number of a Mac;
Google Admin fills in nothing (on managed Chromebooks a company's own build asks the browser itself); on Windows the script does it, and on
Linux whatever writes the file can. A variable that nobody filled in is refused, and joins nothing.

## Every setting

${Object.entries(schema)
  .map(([name, { type, title, description }]) => `- \`${name}\` (${type}), ${title}: ${description}`)
  .join('\n')}
`;
