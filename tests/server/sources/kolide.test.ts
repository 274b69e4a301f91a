import { expect, test } from 'vitest';
import type { AttributeCheck } from '../../../server/sources/attribute-check.ts';
import { kolide } from '../../../server/sources/kolide.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';

const ranAt = '2026-11-23T05:00:00.000Z';
const result = (check_slug: string, status: string, ran_at: string | null = ranAt) => ({
  check_slug,
  check_name: `The check ${check_slug}`,
  status,
  ran_at,
});

const device = (changes: object = {}) => ({
  id: '4',
  name: 'Jane’s MacBook Pro',
  device_type: 'Mac',
  form_factor: 'Computer',
  operating_system: 'macOS 26.2.1',
  hardware_model: 'MacBook Pro',
  serial: 'ZS5MPL7Q2X',
  hardware_uuid: '5A3B1E0C-0000-4000-8000-00000000B001',
  last_seen_at: '2026-11-23T09:00:00Z',
  check_results: [],
  ...changes,
});

const listing = (data: unknown[], checks: readonly AttributeCheck[] = []) =>
  kolide.devicesIn({ data }, { source: 'kolide-1', checks });
const signalsOf = (results: object[], checks?: readonly AttributeCheck[]) =>
  listing([device({ check_results: results })], checks).inUse[0]!.signals.filter(({ fact }) => fact !== 'osVersion');

const firewall: AttributeCheck = {
  name: 'mac-firewall',
  passing: [],
  failing: [],
  pass: { fact: 'firewall', value: 'on' },
  fail: { fact: 'firewall', value: 'off' },
};

test('A device is reported with its identity and its contact', () => {
  const { signals, ...reported } = listing([device()]).inUse[0]!;
  expect(reported).toMatchObject({
    identity: { serial: 'ZS5MPL7Q2X', hardwareUuid: '5a3b1e0c00004000800000000000b001' },
    platform: 'macos',
    form: 'computer',
    lastContactAt: '2026-11-23T09:00:00.000Z',
  });
  expect(signals).toMatchObject([{ fact: 'osVersion', value: 'macOS 26.2.1', source: 'kolide-1' }]);
});

test.each([
  ['passing', 'on'],
  ['failing', 'off'],
])('A check that is %s means what the company says, as of when it ran', (status, value) => {
  expect(signalsOf([result('mac-firewall', status)], [firewall])).toEqual([
    { fact: 'firewall', value, source: 'kolide-1', observedAt: ranAt },
  ]);
});

test.each(['unknown', 'errored', 'inapplicable', 'stale', 'pending', 'out_of_scope', 'something new'])(
  'A check that is %s says nothing',
  (status) => {
    expect(signalsOf([result('mac-firewall', status), result('other', status)], [firewall])).toEqual([]);
  },
);

test('A check that failed and is exempted has still failed', () => {
  const exempted = { ...result('mac-firewall', 'failing'), exemption_expires_at: '2027-01-01T00:00:00Z' };
  expect(signalsOf([exempted], [firewall])).toMatchObject([{ value: 'off' }]);
});

test('A check that never ran says nothing', () => {
  expect(signalsOf([result('mac-firewall', 'passing', null)], [firewall])).toEqual([]);
});

test('Checks without a meaning are shown as the company’s own, by their names', () => {
  expect(signalsOf([result('no-usb', 'failing')])).toMatchObject([
    { fact: 'companyChecks', value: [{ title: 'The check no-usb', result: 'fail' }] },
  ]);
});

test.each([
  ['iOS', 'Tablet', 'ipados', 'tablet'],
  ['iOS', 'Phone', 'ios', 'phone'],
  ['Windows', 'Computer', 'windows', 'computer'],
  ['Toaster', 'Computer', 'unknown', 'computer'],
])('%s as a %s is %s', (device_type, form_factor, platform, form) => {
  expect(listing([device({ device_type, form_factor })]).inUse[0]).toMatchObject({ platform, form });
});

test('A broken record costs only itself', () => {
  expect(listing([null, 'broken', device(), 7]).inUse).toHaveLength(1);
});

test.each([[null], [[]], [{}], ['<html>'], [{ data: {} }]])('%j is no list of devices', (json) => {
  expect(() => kolide.devicesIn(json, { source: 'kolide' })).toThrow(SourceFailure);
});
