import { expect, test } from 'vitest';
import { isOfUse } from '../../src/browser/permission-use.ts';
import { type OptionalPermission, optionalPermissions } from '../../src/browser/permissions.ts';
import type { RunningBrowser } from '../../src/browser/running-browser.ts';
import type { Platform } from '../../src/posture/platform.ts';

const chromium = (name: RunningBrowser['name']): RunningBrowser => ({ name, version: '158.0', engineMajor: 158 });
const firefox: RunningBrowser = { name: 'firefox', version: '161.0' };

test.each<[string, Platform, RunningBrowser | undefined, readonly OptionalPermission[]]>([
  ['Chrome', 'macos', chromium('chrome'), ['management', 'privacy']],
  ['Chrome on a Chromebook', 'chromeos', chromium('chrome'), ['management', 'privacy', 'idle']],
  ['Edge', 'windows', chromium('edge'), ['management']],
  ['Firefox', 'linux', firefox, ['management', 'privacy']],
  ['a relative of Firefox', 'linux', { name: 'other', version: '160' }, ['management', 'privacy']],
  ['a browser without a name', 'linux', undefined, ['management']],
  ['Firefox for Android', 'android', firefox, []],
])('%s is asked for what is of use in it', (_, platform, browser, useful) => {
  expect(optionalPermissions.filter((permission) => isOfUse(permission, platform, browser))).toEqual(useful);
});
