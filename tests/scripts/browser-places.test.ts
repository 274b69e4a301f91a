import { describe, expect, test } from 'vitest';
import { hasDisplay, majorVersion, usualPlaces } from '../../scripts/browser-places.mjs';

describe('where a browser usually is', () => {
  test('on Linux, the folders of PATH come first, and a branded Chrome before Chromium', () => {
    const places = usualPlaces('chromium', 'linux', { PATH: '/home/jane/bin::/usr/bin' });
    expect(places[0]).toBe('/home/jane/bin/google-chrome-stable');
    expect(places.indexOf('/usr/bin/google-chrome')).toBeLessThan(places.indexOf('/usr/bin/chromium'));
    expect(places).toContain('/snap/bin/chromium');
    expect(places).toContain('/usr/bin/microsoft-edge');
    expect(places).toContain('/usr/bin/brave-browser');
  });

  test('on Linux, the folders of the system are searched even when PATH is empty', () => {
    expect(usualPlaces('firefox', 'linux', {})).toContain('/usr/bin/firefox-esr');
  });

  test('on a Mac, in the applications of all and of the person', () => {
    expect(usualPlaces('firefox', 'darwin', { HOME: '/Users/jane' })).toEqual([
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Users/jane/Applications/Firefox.app/Contents/MacOS/firefox',
    ]);
    expect(usualPlaces('chromium', 'darwin', {})).toContain(
      '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
    );
  });

  test('on Windows, in the program folders that the environment names', () => {
    const environment = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\jane\\AppData\\Local' };
    expect(usualPlaces('chromium', 'win32', environment).slice(0, 2)).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\jane\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ]);
    expect(usualPlaces('firefox', 'win32', {})).toEqual([]);
  });

  test.each(['chromium', 'firefox'] as const)('no place of %s is named twice', (browser) => {
    const places = usualPlaces(browser, 'linux', { PATH: '/usr/bin:/usr/bin' });
    expect(places).toEqual([...new Set(places)]);
  });
});

test.each([
  ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12', 156],
  ['Google Chrome 149.0.7827.22 ', 149],
  ['Mozilla Firefox 153.7.0esr', 153],
  ['Brave Browser 141.1.83.112', 141],
  ['requires the chromium snap to be installed', undefined],
])('"%s" has the major version %s', (printed, major) => {
  expect(majorVersion(printed)).toBe(major);
});

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('on %s with %j a window can be shown: %s', (platform, environment, expected) => {
  expect(hasDisplay(platform, environment)).toBe(expected);
});
