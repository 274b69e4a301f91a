import path from 'node:path';

/**
 * @typedef {'chromium' | 'firefox'} Browser which family a browser belongs to
 * @typedef {Readonly<Record<string, string | undefined>>} Environment
 */

/** The variable by which a person names the browser to use. */
export const variables = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Older ones cannot be given an extension by the means that the scripts use, or do not know what the extension needs. */
export const oldestMajor = { chromium: 137, firefox: 140 };

const linuxNames = {
  chromium: [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
    'chromium',
    'chromium-browser',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const linuxFolders = ['/usr/local/bin', '/usr/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];

const macApplications = {
  chromium: ['Google Chrome', 'Microsoft Edge', 'Brave Browser', 'Chromium'],
  firefox: ['Firefox'],
};

const windowsPrograms = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    'Chromium\\Application\\chrome.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/**
 * Where a browser usually is, the likeliest first, each place once.
 * @param {Browser} browser
 * @param {NodeJS.Platform} platform
 * @param {Environment} environment
 * @returns {string[]}
 */
export function usualPlaces(browser, platform, environment) {
  if (platform === 'win32') return windowsPlaces(browser, environment);
  if (platform === 'darwin') return macPlaces(browser, environment);
  const folders = [...(environment['PATH'] ?? '').split(':').filter((folder) => folder !== ''), ...linuxFolders];
  return unique(linuxNames[browser].flatMap((name) => folders.map((folder) => path.posix.join(folder, name))));
}

/**
 * @param {Browser} browser
 * @param {Environment} environment
 */
function windowsPlaces(browser, environment) {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  return unique(
    windowsPrograms[browser].flatMap((program) => folders.map((folder) => path.win32.join(folder, program))),
  );
}

/**
 * @param {Browser} browser
 * @param {Environment} environment
 */
function macPlaces(browser, environment) {
  const homes = ['/', ...(environment['HOME'] === undefined ? [] : [environment['HOME']])];
  return unique(
    macApplications[browser].flatMap((name) => {
      const program = name === 'Firefox' ? 'firefox' : name;
      return homes.map((home) => path.posix.join(home, 'Applications', `${name}.app`, 'Contents/MacOS', program));
    }),
  );
}

/** @param {readonly string[]} places */
const unique = (places) => [...new Set(places)];

/**
 * The major version in what a browser prints for `--version`; undefined when there is none.
 * @param {string} printed
 */
export function majorVersion(printed) {
  const [, major] = /(\d+)\.\d+/.exec(printed) ?? [];
  return major === undefined ? undefined : Number(major);
}

/**
 * Whether a window can be shown. Only Linux says so in the environment; elsewhere there is a display.
 * @param {NodeJS.Platform} platform
 * @param {Environment} environment
 */
export const hasDisplay = (platform, environment) =>
  platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
