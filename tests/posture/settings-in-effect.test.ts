import { describe, expect, test } from 'vitest';
import { type Origin, origins, settingNames } from '../../src/posture/settings.ts';
import { type Layers, settingsInEffect } from '../../src/posture/settings-in-effect.ts';
import { byDefault } from '../support/settings.ts';

const inEffect = (layers: Partial<Layers>) => settingsInEffect({ default: byDefault, ...layers });

test('where nobody says anything, everything is this version’s default', () => {
  const { settings, refused } = inEffect({});
  expect(Object.keys(settings)).toEqual(settingNames);
  for (const name of settingNames) expect(settings[name]).toEqual({ value: byDefault[name], origin: 'default' });
  expect(refused).toEqual([]);
});

describe('managed beats own beats endpoint beats default', () => {
  const everywhere = {
    managed: { thisComputer: 'joined' },
    own: { thisComputer: 'alone' },
    endpoint: { thisComputer: 'joined' },
  };

  test.each<[string, readonly Origin[], Origin]>([
    ['of all', ['managed', 'own', 'endpoint'], 'managed'],
    ['of managed and endpoint', ['managed', 'endpoint'], 'managed'],
    ['of own and endpoint', ['own', 'endpoint'], 'own'],
    ['of the endpoint alone', ['endpoint'], 'endpoint'],
    ['of none', [], 'default'],
  ])('%s', (_, present, origin) => {
    const layers = Object.fromEntries(Object.entries(everywhere).filter(([name]) => present.includes(name as Origin)));
    const { settings, refused } = inEffect(layers);
    const said = origin === 'default' ? 'alone' : everywhere[origin].thisComputer;
    expect(settings.thisComputer).toEqual({ value: said, origin });
    expect(refused).toEqual([]);
  });

  test('setting by setting', () => {
    const { settings } = inEffect({
      managed: { endpoint: 'https://checks.acme.example', checkEveryMinutes: 60 },
      own: { endpoint: 'https://other.example', permissions: ['management'] },
      endpoint: { policyVersion: '7', baselineAsOf: '2026-11-20' },
    });
    expect(settings.endpoint).toEqual({ value: 'https://checks.acme.example', origin: 'managed' });
    expect(settings.checkEveryMinutes).toEqual({ value: 60, origin: 'managed' });
    expect(settings.permissions).toEqual({ value: ['management'], origin: 'own' });
    expect(settings.policyVersion).toEqual({ value: '7', origin: 'endpoint' });
    expect(settings.baselineAsOf).toEqual({ value: '2026-11-20', origin: 'endpoint' });
    expect(settings.locale.origin).toBe('default');
  });

  test('and what is not said decides nothing', () => {
    const { settings, refused } = inEffect({ endpoint: { baselineAsOf: undefined } });
    expect(settings.baselineAsOf.origin).toBe('default');
    expect(refused).toEqual([]);
  });
});

describe('a value that cannot count is named, and the next origin decides', () => {
  test.each<[string, Exclude<Origin, 'default'>, string, unknown, string]>([
    ['a name of no setting', 'managed', 'endpont', 'https://acme.example', 'unknown'],
    ['a name of every object', 'managed', 'constructor', 'x', 'unknown'],
    ['an address without encryption', 'managed', 'endpoint', 'http://acme.example', 'unreadable'],
    ['one that only begins like this computer', 'managed', 'endpoint', 'http://localhost.example', 'unreadable'],
    ['an address with a password', 'managed', 'endpoint', 'https://jane:secret@acme.example', 'unreadable'],
    ['a number as text', 'managed', 'checkEveryMinutes', '60', 'unreadable'],
    ['checks without pause', 'managed', 'checkEveryMinutes', 0, 'unreadable'],
    ['what is not a language', 'own', 'locale', 'the usual', 'unreadable'],
    ['an unknown way to sign in', 'endpoint', 'signIn', 'by-fax', 'unreadable'],
    ['a day of no calendar', 'endpoint', 'baselineAsOf', '2026-13-40', 'unreadable'],
    ['an older baseline', 'endpoint', 'baselineAsOf', '2026-11-11', 'not-newer'],
    ['a baseline of the same day', 'endpoint', 'baselineAsOf', '2026-11-12', 'not-newer'],
    ['an endpoint that names another', 'endpoint', 'endpoint', 'https://evil.example', 'not-theirs'],
    ['an endpoint that grants permissions', 'endpoint', 'permissions', ['management'], 'not-theirs'],
    ['a person’s own policy', 'own', 'policyVersion', '0', 'not-theirs'],
  ])('%s', (_, origin, name, value, reason) => {
    const { settings, refused } = inEffect({ [origin]: { [name]: value } });
    expect(refused).toEqual([{ name, origin, reason }]);
    expect(Object.values(settings).map((setting) => setting.origin)).toEqual(settingNames.map(() => 'default'));
  });

  test('a broken managed value leaves the person’s own, and its neighbours', () => {
    const { settings, refused } = inEffect({
      managed: { endpoint: 'acme', checkEveryMinutes: 60 },
      own: { endpoint: 'http://127.0.0.1:8080/sample/mixed' },
    });
    expect(settings.endpoint).toEqual({ value: 'http://127.0.0.1:8080/sample/mixed', origin: 'own' });
    expect(settings.checkEveryMinutes).toEqual({ value: 60, origin: 'managed' });
    expect(refused).toEqual([{ name: 'endpoint', origin: 'managed', reason: 'unreadable' }]);
  });
});

test('the origins stand in the order of their strength', () => {
  expect(origins).toEqual(['managed', 'own', 'endpoint', 'default']);
});
