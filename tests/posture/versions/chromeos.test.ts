import { expect, test } from 'vitest';
import { readChromeos } from '../../../src/posture/versions/chromeos.ts';

test.each([
  ['Google', '131.0.6778.96', '131'],
  ['Google', '42.0.2311.153', '42'],
  ['Google', '124.0.6367.95 (Official Build) (64-bit)', '124'],
  ['Google', 'ChromeOS 144.0.7559.96', '144'],
  ['lsb-release', 'R148-16640.61.0', '148'],
  ['lsb-release', 'R59-9460.40.5', '59'],
  ['Okta', '157', '157'],
  ['Fleet', 'Chrome OS 152', '152'],
])('%s says "%s"', (_, text, milestone) => {
  expect(readChromeos(text)).toEqual({ releases: [milestone], version: milestone });
});

test.each([
  ['userAgentData', '16181.47.0'],
  ['Google', '15823.40.0 (Official Build) stable-channel kukui'],
])('%s says "%s", which stands for no milestone that we know', (_, text) => {
  expect(readChromeos(text)).toEqual({ releases: [text] });
});

test.each([
  ['the user agent, frozen', 'CrOS x86_64 14541.0.0'],
  ['a channel', 'stable-channel'],
  ['other digits', '１５７'],
  ['nonsense', '999999999999.9'],
  ['an empty field', ''],
])('%s says "%s", which is no version', (_, text) => {
  expect(readChromeos(text)).toBeUndefined();
});
