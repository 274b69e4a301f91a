import { expect, test } from 'vitest';
import { readIos } from '../../../src/posture/versions/ios.ts';

test.each<[source: string, text: string, release: string, version?: string]>([
  ['Intune', '18.7.10', '18', '18.7.10'],
  ['Intune', '18.7.2', '18', '18.7.2'],
  ['Intune', '27.0.1', '27', '27.0.1'],
  ['Jamf', '26.7.2', '26', '26.7.2'],
  ['Jamf', '17.7.11', '17', '17.7.11'],
  ['Google', 'iOS 26.6.1', '26', '26.6.1'],
  ['Google', 'iPadOS 17.7.11', '17', '17.7.11'],
  ['Fleet', 'iOS 17.4', '17', '17.4'],
  ['Fleet', 'iPadOS 18.7.9', '18', '18.7.9'],
  ['Kandji', '16.7.16', '16', '16.7.16'],
  ['Mosyle', '15.8.8', '15', '15.8.8'],
  ['Workspace ONE', '12.5.8', '12', '12.5.8'],
  ['Workspace ONE', '26.7.0', '26', '26.7'],
  ['Okta', '27.2', '27', '27.2'],
  ['Apple Configurator', '17.7.11 (21H450)', '17', '17.7.11'],
  ['a rapid security response', '16.5.1 (c)', '16', '16.5.1'],
  ['a beta', '27.3 beta', '27', '27.3'],
  ['the user agent of Chrome', 'iPhone OS 26_6_2', '26', '26.6.2'],
  ['the user agent of Chrome', 'CPU iPhone OS 17_7_2 like Mac OS X', '17', '17.7.2'],
  ['a coarse report', 'iOS 18', '18'],
])('%s says "%s"', (_, text, release, version) => {
  expect(readIos(text)).toEqual({ releases: [release], ...(version !== undefined && { version }) });
});

test.each([
  ['the user agent of Safari on iOS 27', 'iPhone OS 18_7'],
  ['the user agent of Safari, with dots', '18.7'],
  ['the shortened user agent of Chrome', 'iPhone OS 18_4'],
  ['nobody: it was never made', '19.0'],
  ['nobody: it was never made', '25.1'],
  ['a field without a number', 'iOS'],
  ['a model', 'iPhone15,3'],
  ['nonsense', '999999999999.9'],
  ['an empty field', ''],
])('%s says "%s", which is no version', (_, text) => {
  expect(readIos(text)).toBeUndefined();
});
