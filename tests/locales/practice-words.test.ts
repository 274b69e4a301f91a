import { describe, expect, test } from 'vitest';
import { practiceWords } from '../../src/locales/index.ts';
import type { KnownPlatform } from '../../src/posture/platform.ts';
import type { Judgement } from '../../src/posture/practice.ts';
import { practices } from '../../src/practices/index.ts';
import { allWords, locales } from './all-words.ts';
import { formsOf, placeholdersOf } from './messages-of.ts';

const now = '2026-11-23T14:00:00.000Z';

interface Case {
  readonly values?: object;
  readonly reference?: object;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly platform?: KnownPlatform;
}

const train = { release: '26', supportedUntil: null };
const patch = { version: '26.7', newest: '26.7.2' };
const level = (version: string, more: object): Case => ({
  reference: { version, newest: '2026-11-01', ...more },
  platform: 'android',
});
const browserVersion = { name: 'chrome', version: '155.0.1' };
const browser = (reference: object): Case => ({ values: { browserVersion }, reference });
const onAndOff = (fact: string): readonly Case[] => ['on', 'off'].map((state) => ({ values: { [fact]: state } }));
const setting = (fact: string, ...states: string[]): readonly Case[] =>
  states.flatMap((state) =>
    ['person', 'organization', 'other-extension'].map((controlledBy) => ({
      values: { [fact]: { state, controlledBy } },
    })),
  );
const extension = (id: string, more: object = {}) => ({
  id,
  name: id,
  state: 'on',
  installed: 'by-person',
  reach: 'ordinary',
  ...more,
});
const toolbar = (more: object): Case => ({
  values: { toolbar: { installed: 'by-person', pinned: 'yes', release: 'current', ...more } },
});

/** What each practice can be asked, so that every answer it knows is given once. */
const cases: Readonly<Record<string, readonly Case[]>> = {
  'disk-encryption': ['on', 'encrypting', 'suspended', 'off'].map((state) => ({ values: { diskEncryption: state } })),
  firewall: ['on', 'off'].map((state) => ({ values: { firewall: state } })),
  'device-integrity': ['intact', 'jailbroken', 'rooted', 'developer-mode'].map((state) => ({
    values: { deviceIntegrity: state },
  })),
  'screen-lock': [
    { values: { screenLock: 'off' } },
    { values: { screenLock: 'on' } },
    ...[0, 300, 3600].map((seconds) => ({ values: { screenLock: 'on', screenLockAfterSeconds: seconds } })),
  ],
  'os-supported': [
    { reference: train },
    { reference: { ...train, ended: true } },
    { reference: { ...train, supportedUntil: '2099-01-01' } },
    { reference: { ...train, supportedUntil: '2020-01-01' } },
  ],
  'os-patched': [
    { reference: patch },
    { reference: { ...patch, missingSince: '2026-11-20T00:00:00.000Z' } },
    { reference: { ...patch, missingSince: '2026-10-20T00:00:00.000Z' } },
    level('2026-11-01', {}),
    level('2026-10-05', { missingSince: '2026-11-02T00:00:00.000Z' }),
    level('2026-01-05', { missingSince: '2026-02-01T00:00:00.000Z' }),
  ],
  'browser-version': [
    browser({ version: '155', newest: 155 }),
    browser({ version: '155', newest: 156, succeededAt: '2026-11-20T00:00:00.000Z' }),
    browser({ version: '155', newest: 157, succeededAt: '2026-10-20T00:00:00.000Z', supportedUntil: '2099-01-01' }),
    browser({ version: '155', newest: 157, succeededAt: '2026-10-20T00:00:00.000Z' }),
  ],
  'automatic-updates': ['on', 'partly', 'off'].map((state) => ({ values: { automaticUpdates: state } })),
  'software-updates': [
    { count: 0 },
    { count: 2 },
    { count: 2, oldestAt: '2026-11-20T00:00:00.000Z' },
    { count: 2, security: 1 },
  ].map((pendingUpdates) => ({ values: { pendingUpdates } })),
  'endpoint-protection': [
    [],
    ...['running', 'outdated', 'stopped'].map((state) => [{ name: 'Microsoft Defender Antivirus', state }]),
  ].map((endpointProtection) => ({ values: { endpointProtection } })),
  'remote-login': onAndOff('remoteLogin'),
  'system-protection': ['on', 'reduced', 'off', 'unsupported'].map((state) => ({
    values: { systemProtection: { sip: state, gatekeeper: state, secureBoot: state } },
  })),
  'unknown-sources': onAndOff('unknownSources'),
  'usb-debugging': onAndOff('usbDebugging'),
  'company-check': [
    [{ id: '1', title: 'VPN is set up', result: 'pass' }],
    [
      { id: '1', title: 'VPN is set up', result: 'fail' },
      { id: '2', title: 'Backup is on', result: 'fail', text: 'Last one in June' },
    ],
  ].map((companyChecks) => ({ values: { companyChecks } })),
  'check-in': ['2026-11-22T14:00:00.000Z', '2026-09-22T14:00:00.000Z'].map((lastContactAt) => ({
    values: { lastContactAt },
  })),
  'safe-browsing': setting('safeBrowsing', 'on', 'off'),
  'https-only': setting('httpsOnly', 'always', 'private-windows', 'never'),
  'browser-extensions': [
    { values: { extensions: [] } },
    {
      values: {
        extensions: [
          extension('a'),
          extension('b', { installed: 'sideloaded' }),
          extension('c', { installed: 'unpacked' }),
          extension('d', { reach: 'wide' }),
        ],
      },
      lists: { forbidden: ['a'], 'required:Password manager': ['e'] },
    },
  ],
  'passkey-ready': ['ready', 'not-set-up'].map((passkey) => ({ values: { passkey } })),
  'toolbar-check': [
    toolbar({}),
    toolbar({ pinned: 'cannot-know' }),
    toolbar({ pinned: 'no' }),
    toolbar({ release: 'waiting' }),
    toolbar({ release: 'too-old' }),
    toolbar({ answeredAt: null }),
    toolbar({ answeredAt: '2026-11-01T00:00:00.000Z' }),
  ],
};

function judgementsOf(id: string): readonly Judgement[] {
  const practice = practices.find((known) => known.id === id)!;
  const context = { importance: practice.importance, graceDays: 14, thresholds: {}, now } as const;
  return (cases[id] ?? []).map(({ values = {}, reference, lists = {}, platform = 'macos' }) =>
    practice.rate(values as never, { ...context, reference, lists, platform }),
  );
}

test('every practice has words, and words belong to a practice', () => {
  for (const locale of locales) {
    expect(Object.keys(allWords[locale].practices).toSorted()).toEqual(practices.map(({ id }) => id).toSorted());
  }
  expect(practiceWords('en', 'astrology')).toBeUndefined();
});

describe.each(locales)('in %s', (locale) => {
  test.each(practices.map((practice) => [practice.id, practice] as const))('%s has words', (id, practice) => {
    const words = practiceWords(locale, id)!;
    const judgements = judgementsOf(id);

    const told = judgements.flatMap(({ observed, params, parts = [] }) => [{ observed, params }, ...parts]);
    expect(Object.keys(words.observed).toSorted()).toEqual(
      [...new Set(told.map(({ observed }) => observed))].toSorted(),
    );
    expect(Object.keys(allWords[locale].remedies[id]!).toSorted()).toEqual(Object.keys(practice.remedies).toSorted());

    for (const { observed, params } of told) {
      const given = [...Object.keys(params ?? {}), 'product', 'browser'];
      expect(given).toEqual(expect.arrayContaining([...placeholdersOf(words.observed[observed]!)]));
    }
    for (const { params } of judgements) {
      const given = [...Object.keys(params ?? {}), 'product', 'browser'];
      const used = [words.expected, words.fix, words.ok, words.why].flatMap(placeholdersOf);
      expect(given).toEqual(expect.arrayContaining(used));
    }
  });

  test('directions are texts without placeholders, of two to six steps', () => {
    for (const remedies of Object.values(allWords[locale].remedies)) {
      for (const { steps, check = '', note = '' } of Object.values(remedies)) {
        expect([...steps, check, note].flatMap(placeholdersOf)).toEqual([]);
        expect(steps.length).toBeGreaterThanOrEqual(2);
        expect(steps.length).toBeLessThanOrEqual(6);
      }
    }
  });
});

describe('in English', () => {
  test.each(Object.entries(allWords.en.practices))('%s is said briefly', (_, words) => {
    expect(words.fix.split(' ').length).toBeLessThanOrEqual(5);
    expect(words.why).toMatch(/^[^.]+\.$/);
    for (const line of [words.name, words.ok, ...Object.values(words.observed).flatMap(formsOf)]) {
      expect(line.length).toBeLessThanOrEqual(60);
      expect(line).not.toMatch(/\.$/);
    }
  });

  test('a modified device is first a matter for IT', () => {
    for (const { steps } of Object.values(allWords.en.remedies['device-integrity']!)) {
      expect(steps[0]).toMatch(/^Tell your IT or security team first/);
    }
  });
});
