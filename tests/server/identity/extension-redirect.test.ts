import { expect, test } from 'vitest';
import { redirectUrlOf } from '../../../server/identity/extension-redirect.ts';

const chromium = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/sign-in';
// What Firefox ESR 153 gives to the add-on of this id: identity.getRedirectURL('sign-in').
const firefox = 'https://8fd5193705618f436a610fba7416788f23b987fa.extensions.allizom.org/sign-in';

test.each([
  ['abcdefghijklmnopabcdefghijklmnop', chromium],
  [chromium, chromium],
  ['stethoscope@extension.example', firefox],
  [firefox, firefox],
])('%s is led back to its own address', (extension, url) => {
  expect(redirectUrlOf(extension)).toBe(url);
});

test.each([
  '',
  'abcdefghijklmnop',
  'abcdefghijklmnopabcdefghijklmnoq',
  'https://evil.example/sign-in',
  chromium.replace('https', 'http'),
  chromium.replace('/sign-in', '/'),
  chromium.replace('.org', '.org.evil.example'),
  `${chromium}#x`,
])('%j is no extension', (extension) => {
  expect(redirectUrlOf(extension)).toBeUndefined();
});
