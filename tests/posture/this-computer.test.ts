import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import { subjectsOf, THIS_COMPUTER } from '../../src/posture/this-computer.ts';
import { aDevice, anInput, said } from '../support/posture.ts';

const mac = aDevice({ id: 'd_mac', match: ['sealed:mac'], signals: [said('diskEncryption', 'on')] });
const other = aDevice({ id: 'd_other', match: ['sealed:other'] });
const browser = {
  platform: 'macos',
  signals: [
    said('browserVersion', { name: 'chrome', version: '157.0.8103.79' }, 'browser', 0),
    said('osVersion', '26.7.2', 'browser', 0),
  ],
  gaps: [],
} as const;
const findings = (hint: string | undefined, view: Parameters<typeof subjectsOf>[1] = browser) =>
  assess(anInput({ subjects: subjectsOf([other, mac], view, hint) })).devices;

describe('which device is this computer (rule 6)', () => {
  test('the one that a trusted hint names, and it comes first', () => {
    const [first, second] = findings('sealed:mac');
    expect(first).toMatchObject({ id: 'd_mac', isThisComputer: true, isJoined: true });
    expect(first?.findings.map(({ practice }) => practice)).toContain('browser-version');
    expect(second?.findings.map(({ practice }) => practice)).not.toContain('browser-version');
  });

  test.each([undefined, 'sealed:nobody'])(
    'with the hint %s this computer is a device of its own and inherits nothing',
    (hint) => {
      const [first, ...rest] = findings(hint);
      expect(first).toMatchObject({ id: THIS_COMPUTER, isThisComputer: true, isJoined: false });
      const ofDevice = first?.findings.filter(({ scope }) => scope === 'device');
      expect(ofDevice?.map(({ practice, rating }) => [practice, rating])).toEqual([
        ['os-supported', 'ok'],
        ['os-patched', 'ok'],
      ]);
      expect(first?.findings.find(({ practice }) => practice === 'browser-version')?.rating).toBe('ok');
      expect(rest).toHaveLength(2);
    },
  );

  test('a hint that fits two devices joins none', () => {
    const twin = aDevice({ id: 'd_twin', match: ['sealed:mac'] });
    expect(subjectsOf([mac, twin], browser, 'sealed:mac')[0]).toMatchObject({ isJoined: false });
  });

  test('a browser on another system says nothing of the device’s system', () => {
    const [first] = findings('sealed:mac', { ...browser, platform: 'windows' });
    expect(first?.findings.find(({ practice }) => practice === 'os-supported')).toMatchObject({
      reason: 'not-reported',
    });
    expect(first?.findings.find(({ practice }) => practice === 'browser-version')?.rating).toBe('ok');
  });
});

describe('without a company', () => {
  const connection = { endpoint: null, problem: null, answeredAt: null };
  const [device] = assess(anInput({ subjects: subjectsOf([], browser, undefined), connection, sources: [] })).devices;
  const unknown = (reason: string) =>
    device?.findings.filter((finding) => finding.reason === reason).map(({ practice }) => practice);

  test('five things that no browser sees are unknown, not hidden and not ok', () => {
    expect(unknown('no-endpoint')).toEqual([
      'disk-encryption',
      'screen-lock',
      'automatic-updates',
      'firewall',
      'remote-login',
    ]);
  });

  test('what this browser has not looked at yet is nobody’s to tell but its own', () => {
    expect(unknown('not-checked-yet')).toEqual([
      'safe-browsing',
      'https-only',
      'browser-extensions',
      'passkey-ready',
      'toolbar-check',
    ]);
  });

  test('what only a company could tell is not asked', () => {
    const asked = device?.findings.map(({ practice }) => practice);
    for (const practice of ['company-check', 'check-in', 'software-updates']) expect(asked).not.toContain(practice);
  });
});

test('without the organisation’s policy nothing of the company’s is rated by guess (rule 1)', () => {
  const [device] = assess(anInput({ subjects: subjectsOf([mac], browser, 'sealed:mac'), policy: null })).devices;
  const disk = device?.findings.find(({ practice }) => practice === 'disk-encryption');
  expect(disk).toMatchObject({ rating: 'unknown', reason: 'policy-missing' });
});
