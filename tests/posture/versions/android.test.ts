import { expect, test } from 'vitest';
import { readAndroid } from '../../../src/posture/versions/android.ts';

test.each([
  ['Intune', '16', '16'],
  ['Intune', '13.0', '13'],
  ['Google', 'Android 14', '14'],
  ['Google', '8.1.0', '8'],
  ['Jamf', '14.0.0', '14'],
  ['Workspace ONE', '13.0.0', '13'],
  ['Workspace ONE', 'Android 15 (Go edition)', '15'],
  ['Okta', '9', '9'],
  ['userAgentData', '16.0.0', '16'],
  ['the user agent of Firefox', 'Android 16', '16'],
  ['adb', '14 (UP1A.231105.003)', '14'],
  ['a bulletin', '12L', '12'],
  ['a bulletin', '16-qpr2', '16'],
  ['a preview', '18 Beta 1', '18'],
])('%s says "%s"', (_, text, release) => {
  expect(readAndroid(text)).toEqual({ releases: [release] });
});

test.each([
  ['the user agent of Chrome', 'Android 10; K'],
  ['the user agent of Chrome', 'Linux; Android 10; K'],
  ['a patch level in the wrong field', '2026-11-05'],
  ['an API level', 'API 34'],
  ['a code name', 'Tiramisu'],
  ['a build', 'UP1A.231105.003'],
  ['nothing', '0'],
  ['other digits', '१४'],
  ['nonsense', '999999999999.9'],
  ['an empty field', ''],
])('%s says "%s", which is no version', (_, text) => {
  expect(readAndroid(text)).toBeUndefined();
});
