import { describe, expect, test } from 'vitest';
import {
  dayText,
  hostText,
  languageText,
  moment,
  policyVersionText,
  sourceNamer,
  UNTOLD,
  versionText,
} from '../../src/posture/allowed-text.ts';
import { daysAgo, hoursAgo, NOW } from '../support/posture.ts';

describe('of an endpoint only the host is told', () => {
  test.each([
    ['https://checks.acme.example', 'checks.acme.example'],
    ['https://Checks.Acme.example:8443/teams/jane?token=t0k3n#x', 'checks.acme.example:8443'],
    ['https://jane:secret@acme.example/', 'acme.example'],
    ['https://jane@home@acme.example', 'acme.example'],
    ['http://localhost:8080/sample/mixed', 'localhost:8080'],
    ['http://127.0.0.1:8080/sample/mixed', 'an IP address'],
    ['https://192.168.178.20', 'an IP address'],
    ['https://192.168.178.20.:443', 'an IP address'],
    ['https://3232281108', 'an IP address'],
    ['https://0xc0a8b214', 'an IP address'],
    ['https://[2001:db8::7]:8443/x', 'an IP address'],
    ['https://jane doe.example', UNTOLD],
    ['https://acme.example\\jane', UNTOLD],
    ['https://<b>acme</b>', UNTOLD],
    ['mailto:jane@acme.example', UNTOLD],
    ['', UNTOLD],
  ])('%s: %s', (endpoint, told) => {
    expect(hostText(endpoint)).toBe(told);
  });
});

describe('a moment is written anew, with its age', () => {
  test.each([
    [hoursAgo(0.75), '2026-11-23T11:15:00.000Z (45 min ago)'],
    [hoursAgo(26), '2026-11-22T10:00:00.000Z (26 h ago)'],
    [daysAgo(3), '2026-11-20T12:00:00.000Z (3 d ago)'],
    [hoursAgo(-12), '2026-11-24T00:00:00.000Z (in 12 h)'],
    ['2026-11-23T12:00:00+01:00', '2026-11-23T11:00:00.000Z (60 min ago)'],
    ['2026-11-23 11:00 UTC (Jane Doe)', '2026-11-23T11:00:00.000Z (60 min ago)'],
    ['Jane Doe', UNTOLD],
  ])('%s', (at, told) => {
    expect(moment(at, NOW)).toBe(told);
  });

  test('and none stays none', () => {
    expect([moment(null, NOW), moment(undefined, NOW)]).toEqual([null, undefined]);
  });
});

test.each<[string, (text: string) => string, readonly string[], readonly string[]]>([
  ['a day', dayText, ['2026-11-20'], ['2026-11-20 Jane', 'Jane', '20261120']],
  [
    'a program’s version',
    versionText,
    ['1.0.0', '158.0.8200.1', '161'],
    ['158.0 Jane', '490154203237518', 'C02XL0GYJGH5'],
  ],
  [
    'a policy’s version',
    policyVersionText,
    ['default', '7', '1.2.3', '2026-11-20'],
    ['10.0.0.1', 'Jane’s', '490154203237518', 'jane@acme.example'],
  ],
  ['a language', languageText, ['en', 'de-CH', 'zh-Hant-TW'], ['Jane', 'jane', 'en-x-jane', 'en_US']],
])('of %s only what has its form is told', (_, write, told, untold) => {
  expect(told.map(write)).toEqual(told);
  expect(untold.map(write)).toEqual(untold.map(() => UNTOLD));
});

test('sources are named by their place and product, never by what the company calls them', () => {
  const name = sourceNamer(['jamf-studio', 'jane-doe', 'google-mobile', 'jamfully', 'intune']);
  expect(
    ['jamf-studio', 'jane-doe', 'google-mobile', 'jamfully', 'intune', 'Jane', 'browser', 'platform'].map(name),
  ).toEqual([
    'source 1 (jamf)',
    'source 2',
    'source 3 (google)',
    'source 4',
    'source 5 (intune)',
    'another source',
    'browser',
    'platform',
  ]);
});
