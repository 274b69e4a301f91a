import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { InEffect } from '../../src/options/InEffect.tsx';
import { settingNames } from '../../src/posture/settings.ts';
import { type Layers, settingsInEffect } from '../../src/posture/settings-in-effect.ts';
import { byDefault } from '../support/settings.ts';

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/[\u2066-\u2069]/g, '');

const show = (layers: Partial<Layers> = {}) =>
  render(<InEffect inEffect={settingsInEffect({ default: byDefault, ...layers })} locale="en" />);
const texts = (name: string) =>
  [...document.querySelectorAll(`[data-setting=${name}] > *`)].map((part) => plain(part.textContent));
const refused = () => [...document.querySelectorAll('[data-refused]')].map((line) => plain(line.textContent));

afterEach(cleanup);

test('every setting is shown once, with its value and its origin', () => {
  show();
  expect([...document.querySelectorAll('dt')].length).toBe(settingNames.length);
  for (const name of settingNames) expect(texts(name)).toEqual([expect.any(String), expect.any(String), 'Default']);
  expect(refused()).toEqual([]);
});

describe('in words', () => {
  const own = { endpoint: 'https://checks.acme.example/teams' };

  test.each<[string, Partial<Layers>, string, string, string]>([
    ['the endpoint', { own }, 'endpoint', 'https://checks.acme.example/teams', 'Set by you'],
    ['a managed one', { managed: own }, 'endpoint', 'https://checks.acme.example/teams', 'Set by your organization'],
    ['no policy', {}, 'policyVersion', 'The recommendations of this version', 'Default'],
    ['a policy', { own, endpoint: { policyVersion: '7' } }, 'policyVersion', 'Policy 7', 'From checks.acme.example'],
    ['the bundled baseline', {}, 'baselineAsOf', 'November 12, 2026', 'Default'],
    [
      'the company’s baseline',
      { own, endpoint: { baselineAsOf: '2026-11-20' } },
      'baselineAsOf',
      'November 20, 2026',
      'From checks.acme.example',
    ],
    ['the check period', {}, 'checkEveryMinutes', '12 hours', 'Default'],
    [
      'an odd one',
      { managed: { checkEveryMinutes: 90 } },
      'checkEveryMinutes',
      '90 minutes',
      'Set by your organization',
    ],
    ['no max-age', {}, 'organizationMaxAgeSeconds', 'One check', 'Default'],
    [
      'a max-age',
      { own, endpoint: { organizationMaxAgeSeconds: 3600 } },
      'organizationMaxAgeSeconds',
      '1 hour',
      'From checks.acme.example',
    ],
    ['the language', {}, 'locale', 'English', 'Default'],
    [
      'permissions',
      { own: { permissions: ['privacy', 'management'] } },
      'permissions',
      'other extensions and privacy settings',
      'Set by you',
    ],
    [
      'a computer that is joined',
      { managed: { thisComputer: 'joined' } },
      'thisComputer',
      'One of your company’s devices',
      'Set by your organization',
    ],
  ])('%s', (_, layers, name, value, origin) => {
    show(layers);
    expect(texts(name).slice(1)).toEqual([value, origin]);
  });
});

test('a value that does not count is named with its reason', () => {
  show({
    managed: { endpont: 'https://acme.example', checkEveryMinutes: 'often' },
    own: { endpoint: 'https://acme.example', signIn: 'none' },
    endpoint: { baselineAsOf: '2026-01-01' },
  });
  expect(refused()).toEqual([
    'Set by your organization: “endpont” is not a setting of this version.',
    'Set by your organization: a value for “Time between checks” that cannot be read. It is not used.',
    'Set by you: a value for “Sign-in”, which is decided elsewhere. It is not used.',
    'From acme.example: a value for “Newest versions as of” that is not newer than our own. It is not used.',
  ]);
});

test('what others wrote stays text and cannot turn the words around it', () => {
  show({
    managed: { '<img src=x>\u202e': 1 },
    own: { endpoint: 'https://acme.example' },
    endpoint: { policyVersion: '\u202e<img src=x>' },
  });
  expect(document.querySelector('img')).toBeNull();
  expect(document.body.textContent).not.toContain('\u202e');
});
