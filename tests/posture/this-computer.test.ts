import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import { type BrowserView, subjectsOf, THIS_COMPUTER } from '../../src/posture/this-computer.ts';
import { sealed } from '../support/hints.ts';
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
  assess(anInput({ subjects: subjectsOf([other, mac], view, { sample: hint }) })).devices;

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
    expect(subjectsOf([mac, twin], browser, { sample: 'sealed:mac' })[0]).toMatchObject({ isJoined: false });
  });

  test('a browser on another system says nothing of the device’s system', () => {
    const [first] = findings('sealed:mac', { ...browser, platform: 'windows' });
    expect(first?.findings.find(({ practice }) => practice === 'os-supported')).toMatchObject({
      reason: 'not-reported',
    });
    expect(first?.findings.find(({ practice }) => practice === 'browser-version')?.rating).toBe('ok');
  });
});

describe('the serial number that a managed Chromebook tells', () => {
  const chromebook = (device: object = {}) =>
    aDevice({
      id: 'd_chromebook',
      platform: 'chromeos',
      serialEnding: '4XYZ',
      match: ['sealed:chromebook'],
      ...device,
    });
  const onChromebook = { ...browser, platform: 'chromeos', serial: '5cd123-4xyz ' } as const;
  const joined = (devices: readonly ReturnType<typeof aDevice>[], view: object = {}, hint?: string) => {
    const seen: BrowserView = { ...onChromebook, ...view };
    const [first] = subjectsOf(devices, seen, { sample: hint, hints: sealed({ serial: seen.serial }) });
    return first?.isJoined ? first.device.id : undefined;
  };

  test('joins the Chromebook whose number ends the same', () => {
    expect(joined([mac, chromebook()])).toBe('d_chromebook');
  });

  test.each<[string, readonly ReturnType<typeof aDevice>[], object]>([
    ['with another ending', [chromebook({ serialEnding: '4XYA' })], {}],
    ['without a known number', [aDevice({ platform: 'chromeos' })], {}],
    ['twice', [chromebook(), chromebook({ id: 'd_twin' })], {}],
    ['on another system', [chromebook({ platform: 'windows' })], {}],
    ['while this is no Chromebook', [chromebook()], { platform: 'windows' }],
    ['while the number names no machine', [chromebook({ serialEnding: 'TION' })], { serial: 'To Be Filled By O.E.M.' }],
    ['while it tells none', [chromebook()], { serial: undefined }],
  ])('joins none that is listed %s', (_, devices, view) => {
    expect(joined(devices, view)).toBeUndefined();
  });

  test('and a hint that names another device are a contradiction, and join none', () => {
    expect(joined([mac, chromebook()], {}, 'sealed:mac')).toBeUndefined();
    expect(joined([mac, chromebook()], {}, 'sealed:chromebook')).toBe('d_chromebook');
  });

  test('is nowhere in what is assessed', () => {
    const hints = sealed({ serial: '5CD1234XYZ' });
    for (const devices of [[chromebook()], []]) {
      const subjects = subjectsOf(devices, { ...onChromebook, serial: '5CD1234XYZ' }, { hints });
      expect(JSON.stringify(assess(anInput({ subjects })))).not.toContain('5CD123');
    }
  });
});

test('a computer that is not joined is called by its model; one that is, as the company calls it', () => {
  const view = { ...browser, model: 'Dell Latitude 7440' };
  expect(findings(undefined, view)[0]).toMatchObject({ isJoined: false, name: '', model: 'Dell Latitude 7440' });
  expect(findings('sealed:mac', view)[0]).toMatchObject({ isJoined: true, name: 'Test Mac' });
  expect(findings('sealed:mac', view)[0]).not.toHaveProperty('model');
});

describe('what no practice judges', () => {
  const tracking = said('trackingProtection', { state: 'always', controlledBy: 'person' }, 'browser', 0);
  const view = { ...browser, signals: [...browser.signals, tracking] };

  test('is kept beside the findings of this computer alone, and changes none of them', () => {
    const [first, ...others] = findings('sealed:mac', view);
    expect(first?.unjudged).toEqual([tracking]);
    expect(first?.findings).toEqual(findings('sealed:mac')[0]?.findings);
    expect(others.flatMap(({ unjudged }) => unjudged)).toEqual([]);
  });

  test('counts only from this browser', () => {
    const told = aDevice({ ...mac, signals: [said('trackingProtection', { state: 'always' })] });
    const [first] = assess(anInput({ subjects: subjectsOf([told], browser, { sample: 'sealed:mac' }) })).devices;
    expect(first?.unjudged).toEqual([]);
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
  const [device] = assess(
    anInput({ subjects: subjectsOf([mac], browser, { sample: 'sealed:mac' }), policy: null }),
  ).devices;
  const disk = device?.findings.find(({ practice }) => practice === 'disk-encryption');
  expect(disk).toMatchObject({ rating: 'unknown', reason: 'policy-missing' });
});
