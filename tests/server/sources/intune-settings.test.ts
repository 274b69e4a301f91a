import { expect, test } from 'vitest';
import type { AttributeCheck } from '../../../server/sources/attribute-check.ts';
import { signalsOfSettings } from '../../../server/sources/intune-settings.ts';
import type { Instant } from '../../../src/posture/instant.ts';

const observedAt: Instant = '2026-11-23T06:00:00.000Z';

const check = (name: string, meaning: Partial<AttributeCheck> = {}): AttributeCheck => ({
  name,
  passing: [],
  failing: [],
  ...meaning,
});
const sshOff = check('CustomSshDisabled', {
  pass: { fact: 'remoteLogin', value: 'off' },
  fail: { fact: 'remoteLogin', value: 'on' },
});

const saidBy = (checks: readonly AttributeCheck[], settings: Readonly<Record<string, string>>, settingName?: string) =>
  signalsOfSettings(
    [{ settingStates: Object.entries(settings).map(([setting, state]) => ({ setting, settingName, state })) }],
    { source: 'intune', checks },
    observedAt,
  ).map(({ fact, value }) => [fact, value]);

test.each([
  ['compliant', [['remoteLogin', 'off']]],
  ['nonCompliant', [['remoteLogin', 'on']]],
  ['notApplicable', []],
  ['error', []],
])('A setting that a check of the company names, and that is %s, means what the company says', (state, said) => {
  expect(saidBy([sshOff], { 'CustomCompliance.CustomSshDisabled': state })).toEqual(said);
  expect(
    saidBy([{ ...sshOff, name: 'customcompliance.customsshdisabled' }], {
      'CustomCompliance.CustomSshDisabled': state,
    }),
  ).toEqual(said);
  expect(saidBy([{ ...sshOff, name: 'SSH is off' }], { 'CustomCompliance.X': state }, 'SSH is off')).toEqual(said);
});

test('A side that means nothing says nothing', () => {
  const { fail: _, ...oneSided } = sshOff;
  expect(saidBy([oneSided], { 'Custom.CustomSshDisabled': 'nonCompliant' })).toEqual([]);
});

test('A check that means no fact is told as the company’s own', () => {
  expect(saidBy([check('Sticker')], { 'Custom.Sticker': 'nonCompliant' }, 'A sticker on the lid')).toEqual([
    ['companyChecks', [{ id: 'sticker', title: 'A sticker on the lid', result: 'fail' }]],
  ]);
});

test('The company’s meaning of a setting comes before ours', () => {
  const timer = check('PasswordRequired', { pass: { fact: 'screenLockAfterSeconds', value: 300 } });
  expect(saidBy([timer], { 'Windows10CompliancePolicy.PasswordRequired': 'compliant' })).toEqual([
    ['screenLockAfterSeconds', 300],
  ]);
});

test('What nobody names is left out', () => {
  expect(saidBy([sshOff], { 'DefaultDeviceCompliancePolicy.RequireRemainContact': 'nonCompliant' })).toEqual([]);
});
