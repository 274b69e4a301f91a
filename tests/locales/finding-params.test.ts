import { expect, test } from 'vitest';
import { findingParams } from '../../src/locales/finding-params.ts';
import { practiceWords } from '../../src/locales/index.ts';
import { say } from '../../src/locales/say.ts';
import type { Finding } from '../../src/posture/finding.ts';
import type { Signal } from '../../src/posture/signal.ts';

const finding = (practice: string, params: Finding['params'], decidedBy: readonly Signal[] = []): Finding => ({
  practice,
  device: 'd_1',
  scope: 'device',
  isAside: false,
  rating: 'warn',
  blamed: [],
  params,
  parts: [],
  decidedBy,
  alsoSaid: [],
});

const version = (value: unknown): Signal => ({
  fact: 'browserVersion',
  value,
  source: 'browser',
  observedAt: '2026-11-23T14:00:00.000Z',
});

const readable = (text: string) => text.replace(/[\u2068\u2069]/g, '');

test.each([
  ['macos', 'FileVault is off'],
  ['windows', 'Device encryption (BitLocker) is off'],
  ['unknown', 'Disk encryption is off'],
] as const)('on %s it says "%s"', (platform, said) => {
  const off = practiceWords('en', 'disk-encryption')!.observed['off']!;
  expect(readable(say(off, findingParams(finding('disk-encryption', {}), platform, 'en'), 'en'))).toBe(said);
});

test.each([
  ['macos', '26', 'macOS 26 gets fixes'],
  ['windows', 'Windows 11 25H2', 'Windows 11 25H2 gets fixes'],
  ['linux', 'Ubuntu 24.04', 'Ubuntu 24.04 gets fixes'],
] as const)('on %s, the release %s is called by its whole name once', (platform, release, said) => {
  const { supported } = practiceWords('en', 'os-supported')!.observed;
  expect(readable(say(supported!, findingParams(finding('os-supported', { release }), platform, 'en'), 'en'))).toBe(
    said,
  );
});

test.each([
  [[version({ name: 'edge', version: '157' })], 'Update Edge'],
  [[version({ name: 'toString', version: '157' })], 'Update this browser'],
  [[version('157')], 'Update this browser'],
  [[], 'Update this browser'],
])('the browser is called by its name where it is known: %#', (decidedBy, said) => {
  const { fix } = practiceWords('en', 'browser-version')!;
  expect(readable(say(fix, findingParams(finding('browser-version', {}, decidedBy), 'macos', 'en'), 'en'))).toBe(said);
});

test('a part of a finding is said with parameters of its own, which no text from outside can fill', () => {
  const whole = finding('company-check', { count: 2, failing: 1 });
  const part = { ...whole, params: { title: 'Backup {count}', text: 'Last one in June' } };
  const message = practiceWords('en', 'company-check')!.observed['fails-because']!;
  expect(readable(say(message, findingParams(part, 'macos', 'en'), 'en'))).toBe('Backup {count}: Last one in June');
});

test('a practice that this version does not know keeps its own parameters', () => {
  expect(findingParams(finding('astrology', { days: 3 }), 'macos', 'en')).toEqual({ days: 3, browser: 'this browser' });
});
