import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { systems } from '../../../server/sources/index.ts';
import type { ManagementSystem } from '../../../server/sources/source.ts';
import { whole as configured } from './whole-configuration.ts';

/** Without its policy. */
const whole = configured.slice(0, configured.indexOf('policy:'));

const mistakesIn = (text: string) => {
  const read = readConfiguration(text);
  return 'mistakes' in read ? read.mistakes : [];
};

test('A whole configuration is read, and addresses are compared in lower case', () => {
  expect(readConfiguration(whole)).toMatchObject({
    configuration: {
      organization: { name: 'Acme' },
      identity: { tokens: [{ email: 'jane@acme.example' }] },
      sources: [{ id: 'jamf-eu', kind: 'jamf', clientSecret: { env: 'JAMF_SECRET' } }],
      policy: { version: 'default', practices: {} },
    },
  });
});

const linesIn = (text: string) =>
  mistakesIn(text).map(({ line, column, path, expected }) => `${line}:${column} ${path}: ${expected}`);

test.each([
  ['kind: jamf', 'kind: jamff', '11:5 sources.0.kind: There is none of this name. Did you mean jamf?'],
  ['https://acme', 'http://acme', '12:5 sources.0.url: Expected an https:// address'],
  ['{ env: JAMF_SECRET }', 'hunter2', '14:5 sources.0.clientSecret: Expected { env: NAME } or { file: PATH }'],
  ['clientId:', 'clientIdd:', '13:5 sources.0.clientIdd: There is no such setting. Did you mean clientId?'],
  ["value: 'on'", 'value: locked', '16:45 sources.0.checks.0.pass: Expected a value that this fact can have'],
  ['0a', 'zz', '8:9 identity.tokens.0.sha256: Expected 64 hexadecimal digits'],
  ['Jane@acme', 'Jane', '8:83 identity.tokens.0.email: Expected an e-mail address'],
  [
    "'mailto:it@acme.example'",
    'javascript:1',
    '3:30 organization.contact.url: Expected an https:// or mailto: address',
  ],
  ['  name: Acme', '  name: [Acme]', '2:3 organization.name: Expected a text'],
  ['  name: Acme\n', '', '1:1 organization.name: This setting is missing'],
  ['mode: token', 'mod: token', '5:1 identity.mode: This setting is missing: expected token'],
])('%s as %s is named with line, column and what was expected', (text, wrong, line) => {
  expect(linesIn(whole.replaceAll(text, wrong)).join('\n')).toContain(line);
});

describe('a policy', () => {
  const asked = (practices: string) => `${whole}policy:\n  practices:\n    ${practices}\n`;

  test.each([
    ['disk-encrption: {}', 'policy.practices.disk-encrption: There is no such setting. Did you mean disk-encryption?'],
    ['firewall: { importance: wran }', 'firewall.importance: Expected one of nudge, warn. Did you mean warn?'],
    ['firewall: { grace: 3 }', 'firewall.grace: There is no such setting. Did you mean graceDays?'],
    ['firewall: { graceDays: -1 }', 'firewall.graceDays: Expected 0 or more'],
    ['firewall: { graceDays: two }', 'firewall.graceDays: Expected a number'],
    ['firewall: { maxAgeHours: 9000 }', 'firewall.maxAgeHours: Expected 720 or less'],
    ['firewall: { dueAt: soon }', 'firewall.dueAt: Expected a day such as 2026-03-31'],
    ['firewall: { platforms: [mac] }', 'firewall.platforms.0: Expected one of macos'],
    [
      'firewall: { exceptions: [{ device: C02X, until: tomorrow, why: x }] }',
      'firewall.exceptions.0.until: Expected a day such as 2026-03-31',
    ],
    ['firewall: { exceptions: [{ device: C02X, until: 2026-03-31 }] }', 'exceptions.0.why: This setting is missing'],
  ])('%s is a mistake, not a guess', (practices, line) => {
    expect(linesIn(asked(practices)).join('\n')).toContain(line);
  });

  test('names all that is unknown in one place', () => {
    expect(mistakesIn(asked('firewall: { one: 1, two: 2, three: 3 }')).map(({ path }) => path)).toEqual([
      'policy.practices.firewall.one',
      'policy.practices.firewall.two',
      'policy.practices.firewall.three',
    ]);
  });

  test('of a day as a deadline means that day wherever it is read', () => {
    expect(readConfiguration(asked('firewall: { dueAt: 2026-12-04 }'))).toMatchObject({
      configuration: { policy: { practices: { firewall: { dueAt: '2026-12-04T12:00:00.000Z' } } } },
    });
  });

  test('of a group may say all but exceptions', () => {
    const text = `${whole}policy:\n  groups:\n    - { group: it, practices: { firewall: { exceptions: [] } } }\n`;
    expect(linesIn(text).join('\n')).toContain(
      'policy.groups.0.practices.firewall.exceptions: There is no such setting',
    );
  });
});

test('What stands in the file is not repeated: it may be a secret in the wrong place', () => {
  const text = whole.replace('{ env: JAMF_SECRET }', 'hunter2').replace('https://acme.jamfcloud.com', 'hunter3');
  expect(JSON.stringify(mistakesIn(text))).not.toContain('hunter');
});

describe.each(Object.values<ManagementSystem>(systems))(
  'a source of kind $kind',
  ({ kind, isPreview, readsChecks }) => {
    const mistakes = (settings: string, at = 'preview') =>
      mistakesIn(`${whole.slice(0, whole.indexOf('sources:'))}sources: [{ id: one, kind: ${kind}${settings} }]\n`)
        .filter(({ path }) => path === `sources.0.${at}`)
        .map(({ expected }) => expected);

    test('takes checks of the company’s own only where it reads them', () => {
      const none = 'Expected no checks: this kind of source does not read any';
      expect(mistakes(', checks: [{ name: Screen lock }]', 'checks')).toEqual(readsChecks ? [] : [none]);
    });

    test('is marked as a preview, if it was never tried, and only then', () => {
      const never = 'Expected preview: true, since this kind was never tried with a company’s own system';
      const none = expect.stringContaining('There is no such setting');
      expect(mistakes('')).toEqual(isPreview ? ['This setting is missing'] : []);
      expect(mistakes(', preview: true')).toEqual(isPreview ? [] : [none]);
      expect(mistakes(', preview: false')).toEqual([isPreview ? never : none]);
    });
  },
);

test('two sources of one id are a mistake', () => {
  const [, source] = whole.split('sources:\n');
  expect(mistakesIn(`${whole}${source}`).map(({ expected }) => expected)).toContain(
    'Expected every source to have its own id',
  );
});

test.each(['', '[]', 'organization: [', 'a: &a [*a]', `a: ${'['.repeat(5000)}`, `x: ${'y'.repeat(1_000_001)}`])(
  'what is no configuration is refused: %j',
  (text) => {
    expect(mistakesIn(text)).not.toEqual([]);
  },
);
