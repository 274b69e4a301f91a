import { describe, expect, test } from 'vitest';
import type { AttributeCheck } from '../../../server/sources/attribute-check.ts';
import { fleet } from '../../../server/sources/fleet.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';

const at = '2026-11-23T06:00:00.000Z';
const policiesAt = '2026-11-23T05:00:00.000Z';

/** Changes a whole and healthy host. */
const host = (changes: object = {}) => ({
  id: 1,
  platform: 'darwin',
  os_version: 'macOS 26.2.1',
  build: '25C101',
  hostname: 'janes-mac.local',
  computer_name: 'Jane’s Mac',
  display_name: 'Jane’s MacBook Pro',
  hardware_model: 'Mac16,1',
  hardware_serial: 'ZS5MPL7Q2X',
  uuid: '5A3B1E0C-0000-4000-8000-00000000B001',
  primary_mac: '00:00:5e:00:53:11',
  disk_encryption_enabled: true,
  seen_time: '2026-11-23T09:00:00Z',
  detail_updated_at: at,
  policy_updated_at: policiesAt,
  policies: [],
  ...changes,
});

const listing = (hosts: unknown[], checks: readonly AttributeCheck[] = []) =>
  fleet.devicesIn({ hosts }, { source: 'fleet-1', checks });
const deviceIn = (changes: object, checks?: readonly AttributeCheck[]) => listing([host(changes)], checks).inUse[0]!;
const said = (fact: FactId, changes: object, checks?: readonly AttributeCheck[]) =>
  deviceIn(changes, checks).signals.find((signal) => signal.fact === fact);

test('A host is reported with its identity, its contact, and signals as old as its vitals', () => {
  const { signals, ...device } = deviceIn({});
  expect(device).toEqual({
    source: 'fleet-1',
    identity: {
      serial: 'ZS5MPL7Q2X',
      hardwareUuid: '5a3b1e0c00004000800000000000b001',
      macs: ['00005e005311'],
    },
    name: 'Jane’s MacBook Pro',
    platform: 'macos',
    form: 'computer',
    model: 'Mac16,1',
    ownership: 'unknown',
    lastContactAt: '2026-11-23T09:00:00.000Z',
  });
  expect(signals).toEqual([
    { fact: 'diskEncryption', value: 'on', source: 'fleet-1', observedAt: at },
    { fact: 'osVersion', value: 'macOS 26.2.1', source: 'fleet-1', observedAt: at },
    { fact: 'osBuild', value: '25C101', source: 'fleet-1', observedAt: at },
  ]);
});

test.each([
  ['darwin', 'macos'],
  ['windows', 'windows'],
  ['ubuntu', 'linux'],
  ['rhel', 'linux'],
  ['chrome', 'chromeos'],
  ['ipados', 'ipados'],
  ['android', 'android'],
  ['plan9', 'unknown'],
  ['', 'unknown'],
])('The platform %j is %s', (platform, expected) => {
  expect(deviceIn({ platform }).platform).toBe(expected);
});

test.each([
  ['Windows 11 Pro 25H2 10.0.26200.9168', '26200', '10.0.26200.9168'],
  ['Windows 11 Pro 25H2', '26200', undefined],
])('Of %j with the build %s, only a build with its revision is told: %s', (os_version, build, expected) => {
  expect(said('osBuild', { platform: 'windows', os_version, build })?.value).toBe(expected);
});

test.each([
  [false, 'off'],
  [undefined, undefined],
  [null, undefined],
  ['yes', undefined],
])('A disk encryption of %j is %s', (disk_encryption_enabled, expected) => {
  expect(said('diskEncryption', { disk_encryption_enabled })?.value).toBe(expected);
});

test('Fleet’s own "never" is no time, and what was never observed is not said', () => {
  const device = deviceIn({ detail_updated_at: '2000-01-01T00:00:00Z', seen_time: '2000-01-01T00:00:00Z' });
  expect(device.signals).toEqual([]);
  expect(device).not.toHaveProperty('lastContactAt');
});

describe('policies', () => {
  const policy = (name: string, response: string) => ({ name, response, resolution: 'Open Settings' });

  test('of Fleet’s library mean what they say, as of when they ran', () => {
    const policies = [policy('Firewall enabled (macOS)', 'fail')];
    expect(said('firewall', { policies })).toEqual({
      fact: 'firewall',
      value: 'off',
      source: 'fleet-1',
      observedAt: policiesAt,
    });
  });

  test('of the company mean what the company says, before anything else', () => {
    const disk: AttributeCheck = {
      name: 'Acme: FileVault',
      passing: [],
      failing: [],
      fail: { fact: 'diskEncryption', value: 'off' },
    };
    const policies = [policy('Acme: FileVault', 'fail')];
    expect(deviceIn({ policies }, [disk]).signals.filter(({ fact }) => fact === 'diskEncryption')).toMatchObject([
      { value: 'off', observedAt: policiesAt },
    ]);
  });

  test('without a meaning are shown as the company’s own checks', () => {
    const policies = [policy('No USB sticks', 'fail'), policy('Not run yet', '')];
    expect(said('companyChecks', { policies })?.value).toEqual([
      { id: 'No USB sticks', title: 'No USB sticks', result: 'fail', text: 'Open Settings' },
    ]);
  });

  test.each([[null], [undefined], ['broken'], [[{ response: 'pass' }, 7]]])(
    'that cannot be read, %j, say nothing',
    (policies) => {
      expect(deviceIn({ policies }).signals.map(({ fact }) => fact)).toEqual([
        'diskEncryption',
        'osVersion',
        'osBuild',
      ]);
    },
  );
});

test('A broken record costs only itself', () => {
  expect(listing([null, 'broken', host(), 7]).inUse).toHaveLength(1);
});

test.each([[null], [[]], [{}], ['<html>'], [{ hosts: {} }]])('%j is no list of hosts', (json) => {
  expect(() => fleet.devicesIn(json, { source: 'fleet' })).toThrow(SourceFailure);
});
