import { describe, expect, test } from 'vitest';
import { lookup } from '../../../server/lookup/lookup.ts';
import { lookupText } from '../../../server/lookup/lookup-text.ts';
import type { SourceAnswer } from '../../../server/posture.ts';
import { sealWith } from '../../../server/seal.ts';
import { systems } from '../../../server/sources/index.ts';
import { bundledBaseline } from '../../../src/posture/bundled-baseline.ts';
import { daysAgo, hoursAgo, NOW } from '../../support/posture.ts';

const answer = (kind: 'jamf' | 'intune', json: unknown, more: Partial<SourceAnswer> = {}): SourceAnswer => ({
  id: kind,
  name: systems[kind].name,
  system: systems[kind],
  status: 'answered',
  reason: null,
  answeredAt: NOW,
  json,
  ...more,
});

const mac = (serialNumber: string, udid: string, name = serialNumber, at = hoursAgo(3), managed = true) => ({
  udid,
  general: { name, lastContactTime: at, lastContact: at, reportDate: at, remoteManagement: { managed } },
  hardware: { serialNumber, macAddress: 'A4:83:E7:12:34:56' },
  operatingSystem: { fileVault2Status: 'NOT_ENCRYPTED' },
  diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: 'UNENCRYPTED' } },
});
const jamf = (...results: object[]) => answer('jamf', { totalCount: results.length, results });
const intune = (serialNumber: string) =>
  answer('intune', {
    value: [
      {
        deviceName: 'JANES-MAC',
        serialNumber,
        operatingSystem: 'macOS',
        managementState: 'managed',
        lastSyncDateTime: hoursAgo(1),
        isEncrypted: false,
      },
    ],
  });

const UUID = '309a4b7d-0000-4000-8e7f-26ae0815ede8';

const terms = {
  organization: { name: 'Acme', sample: false },
  policy: { version: '1', practices: {} },
  groups: [{ group: 'lab', practices: { 'disk-encryption': { importance: 'nudge' } } }],
  exceptions: [{ practice: 'firewall', serial: 'ZSONE11', until: '2027-03-31', why: 'A test bench' }],
  words: {},
  baseline: bundledBaseline,
  signIn: { mode: 'token' },
} as const;

const textWith = (answers: readonly SourceAnswer[], groups: readonly string[] = []) =>
  lookupText(lookup({ answers, terms, groups, seal: sealWith('key', 'device'), now: NOW }), 'jane@acme.example', NOW);

describe('a person who is looked up', () => {
  test('is told with what each source answered, devices out of use counted', () => {
    const text = textWith([
      jamf(mac('ZSONE11', UUID), mac('ZSTWO22', UUID, 'old', daysAgo(400), false)),
      answer('intune', null, { status: 'failed', reason: 'timeout', answeredAt: null }),
    ]);
    expect(text).toContain('jamf  Jamf Pro: answered at 2026-11-23 12:00, 1 in use, 1 retired');
    expect(text).toContain('intune  Microsoft Intune: failed (timeout), has never answered, 0 in use, 0 retired');
  });

  test('is told with what was joined, and by which key', () => {
    const text = textWith([jamf(mac('ZSONE11', UUID, 'Jane’s Mac')), intune('zsone11')]);
    expect(text.split('\n').map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^jamf {2}“Jane’s Mac”, serial ZSONE11, hardware UUID 309a\S+, MAC a483e7123456, last/),
        'joined by serial with intune',
        'observed 2026-11-23 09:00: diskEncryption="off"',
        expect.stringMatching(/^intune {2}“JANES-MAC”, serial ZSONE11, last contact 2026-11-23 11:00$/),
        'joined by serial with jamf',
      ]),
    );
  });

  test.each([
    ['serial and hardware UUID', mac('ZSONE11', UUID), 'joined by serial with jamf; by hardware UUID with jamf'],
    ['MAC', { ...mac('', ''), general: { name: 'one' } }, 'joined by MAC with jamf'],
  ])('is told of every key that joins: %s', (_, record, joined) => {
    const second = { ...jamf(record), id: 'jamf-studio' };
    expect(textWith([jamf(record), second]).split('\n')).toContain(`      ${joined}`);
  });

  test('is told whose word counted, and over which', () => {
    const at = (hours: number, state: string) => ({
      ...mac('ZSONE11', UUID, 'Mac', hoursAgo(hours)),
      diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: state } },
    });
    const both = (hours: number) => [
      jamf(at(3, 'UNENCRYPTED')),
      { ...jamf(at(hours, 'ENCRYPTED')), id: 'jamf-studio' },
    ];
    expect(textWith(both(30))).toMatch(
      /warn +disk-encryption +off {2}by jamf diskEncryption="off" 2026-11-23 09:00 {2}\(later than: jamf-studio diskEncryption="on" /,
    );
    expect(textWith(both(3))).toMatch(
      /unknown +disk-encryption +sources-disagree \(jamf, jamf-studio\): within an hour /,
    );
  });

  test('is told with the rating of each practice, and on whose word', () => {
    const text = textWith([jamf(mac('ZSONE11', UUID))]);
    expect(text).toMatch(/warn +disk-encryption +off {2}by jamf diskEncryption="off" 2026-11-23 09:00/);
    expect(text).toMatch(/unknown +os-patched +not-reported \(jamf\): covered, and not told/);
  });

  test('is rated by what is asked of their groups, and by what was agreed', () => {
    const text = textWith([jamf(mac('ZSONE11', UUID))], ['lab']);
    expect(text).toMatch(/nudge +disk-encryption/);
    expect(text).toMatch(/firewall .* agreed until 2027-03-31: A test bench/);
  });

  test('is told of devices that share a key and contradict each other', () => {
    const text = textWith([jamf(mac('ZSONE11', UUID), mac('ZSTWO22', UUID))]);
    expect(text).toContain('! not joined with ZSTWO22: same hardware UUID, but another serial');
    expect(text).toContain('! not joined with ZSONE11: same hardware UUID, but another serial');
  });

  test('is told which devices have been silent', () => {
    expect(textWith([jamf(mac('ZSONE11', UUID, 'Mac', daysAgo(60)))])).toMatch(/^Mac .*silent for 60 days$/m);
    expect(textWith([jamf(mac('ZSONE11', UUID, 'Mac'))])).not.toContain('silent');
  });

  test('without a device is told so', () => {
    expect(textWith([jamf()])).toContain('No device.');
  });

  test('cannot send commands to the terminal', () => {
    const text = textWith([jamf(mac('ZSONE11', UUID, '\u001b[2J\u202eevil\nMac'))]);
    expect(text).toContain('[2J evil Mac');
    expect(text).not.toMatch(/[\p{Cf}\v\f\r]|^Mac/mu);
    expect(text).not.toContain('\u001b');
  });
});
