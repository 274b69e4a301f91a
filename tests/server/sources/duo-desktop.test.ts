import { expect, test } from 'vitest';
import { duoDesktop } from '../../../server/sources/duo-desktop.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import type { FactId } from '../../../src/posture/facts.ts';

/** Changes a whole and healthy record. */
const endpoint = (changes: object = {}) => ({
  epkey: 'EPEXAMPLE00000000001',
  email: 'jane.doe@acme.example',
  device_name: 'janes-mac',
  device_identifier: '',
  device_identifier_type: '',
  hardware_uuid: '5A3B1E0C-0000-4000-8000-00000000B001',
  machine_guid: '',
  model: '',
  os_family: 'Mac OS X',
  os_version: '26.1.0',
  os_build: '25B78',
  disk_encryption_status: 'On',
  firewall_status: 'On',
  password_status: 'Unset',
  security_agents: [{ security_agent: 'Acme Guard', version: '10.1' }],
  health_app_client_version: '7.1.0.0',
  health_data_last_collected: 1_795_413_600,
  last_updated: 1_795_424_400,
  ...changes,
});

const listing = (...response: unknown[]) => duoDesktop.devicesIn({ stat: 'OK', response }, { source: 'duo' });
const deviceIn = (changes: object = {}) => listing(endpoint(changes)).inUse[0]!;
const saidOf = (fact: FactId, changes: object) => deviceIn(changes).signals.find((s) => s.fact === fact)?.value;

test('A Mac is reported as it was when Duo Desktop collected, not when the person last signed in', () => {
  const { signals, ...device } = deviceIn();
  expect(device).toEqual({
    source: 'duo',
    identity: { hardwareUuid: '5a3b1e0c00004000800000000000b001' },
    name: 'janes-mac',
    platform: 'macos',
    form: 'computer',
    ownership: 'unknown',
    lastContactAt: '2026-11-23T09:00:00.000Z',
  });
  expect(Object.fromEntries(signals.map(({ fact, value }) => [fact, value]))).toEqual({
    diskEncryption: 'on',
    firewall: 'on',
    endpointProtection: [{ name: 'Acme Guard', state: 'running' }],
    osVersion: '26.1.0',
    osBuild: '25B78',
  });
  expect(new Set(signals.map(({ observedAt }) => observedAt))).toEqual(new Set(['2026-11-23T06:00:00.000Z']));
  expect(duoDesktop.covers.macos).toEqual(expect.arrayContaining(signals.map(({ fact }) => fact)));
});

test.each([
  ['On', 'on'],
  ['Off', 'off'],
  ['OFF', 'off'],
  ['Unknown', undefined],
  ['', undefined],
  ['Partly', undefined],
  ['constructor', undefined],
  [true, undefined],
])('"%s" means %j, for disk and firewall', (status, value) => {
  expect(saidOf('diskEncryption', { disk_encryption_status: status })).toBe(value);
  expect(saidOf('firewall', { firewall_status: status })).toBe(value);
});

test('That no program is seen does not mean that there is none: Duo Desktop knows some only', () => {
  expect(saidOf('endpointProtection', { security_agents: [] })).toBeUndefined();
});

test('The password of an account is not a screen lock', () => {
  expect(deviceIn().signals.map(({ fact }) => fact)).not.toContain('screenLock');
});

test.each([undefined, '', null])('A record whose Duo Desktop is %j is no machine', (health_app_client_version) => {
  expect(listing(endpoint({ health_app_client_version }))).toEqual({ inUse: [], retired: [] });
});

test.each([0, null, undefined, '1795413600', -1, 1e300, Number.NaN])(
  'Collected at %j is no day, and nothing is said',
  (health_data_last_collected) => {
    expect(deviceIn({ health_data_last_collected }).signals).toEqual([]);
  },
);

test.each([
  [{ hardware_uuid: '', device_identifier: 'A'.repeat(8), device_identifier_type: 'hardware_uuid' }, {}],
  [
    {
      hardware_uuid: '',
      device_identifier: '5A3B1E0C-0000-4000-8000-00000000B001',
      device_identifier_type: 'hardware_uuid',
    },
    { hardwareUuid: '5a3b1e0c00004000800000000000b001' },
  ],
  [
    {
      hardware_uuid: '',
      device_identifier: '5A3B1E0C-0000-4000-8000-00000000B001',
      device_identifier_type: 'domain_sid',
      machine_guid: '5a3b1e0c-0000-4000-8000-00000000b002',
    },
    {},
  ],
])('%j is known as %j: by the hardware UUID alone', (changes, identity) => {
  expect(deviceIn(changes).identity).toEqual(identity);
});

test.each([
  ['10.0.26200.6584', '10.0.26200.6584'],
  ['26200', undefined],
  ['10.0.26200', undefined],
])('A build of Windows written %s is told as %s: without its revision it proves no fix', (os_build, value) => {
  expect(saidOf('osBuild', { os_family: 'Windows', os_version: '11', os_build })).toBe(value);
});

test('Another document, and a failure, are not "no devices"', () => {
  expect(() => duoDesktop.devicesIn({ stat: 'FAIL', code: 40103 }, { source: 'duo' })).toThrow(SourceFailure);
});
