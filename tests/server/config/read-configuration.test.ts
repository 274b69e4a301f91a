import { expect, test } from 'vitest';
import { readConfiguration } from '../../../server/config/read-configuration.ts';

const whole = `organization:
  name: Acme
  contact: { label: Acme IT, url: 'mailto:it@acme.example' }
key: { env: STETHOSCOPE_KEY }
identity:
  mode: token
  tokens:
    - { sha256: ${'0a'.repeat(32)}, email: Jane@acme.example }
sources:
  - id: jamf-eu
    kind: jamf
    url: https://acme.jamfcloud.com
    clientId: reader
    clientSecret: { env: JAMF_SECRET }
    checks:
      - { name: Screen lock, passing: [On], pass: { fact: screenLock, value: 'on' } }
`;

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

test.each([
  ['a system that does not exist', 'kind: jamf', 'kind: jamff', 'sources.0.kind', 11],
  ['an address without encryption', 'https://acme', 'http://acme', 'sources.0.url', 12],
  ['a secret in the file itself', '{ env: JAMF_SECRET }', 'hunter2', 'sources.0.clientSecret', 14],
  ['a word that nobody knows', 'clientId:', 'clientIdd:', 'sources.0.clientId', 10],
  ['a value that the fact cannot have', "value: 'on'", 'value: locked', 'sources.0.checks.0.pass', 16],
  ['a hash that is none', '0a', 'zz', 'identity.tokens.0.sha256', 8],
])('%s is named with its line', (_, text, wrong, path, line) => {
  const mistakes = mistakesIn(whole.replaceAll(text, wrong));
  expect(mistakes).toContainEqual(expect.objectContaining({ path, line }));
});

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
