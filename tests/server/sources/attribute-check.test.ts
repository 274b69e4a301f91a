import { expect, test } from 'vitest';
import { type AttributeCheck, coversWith, signalsOfAttributes } from '../../../server/sources/attribute-check.ts';

const at = '2026-11-23T06:00:00.000Z';

const remoteLogin: AttributeCheck = {
  name: 'Remote login',
  passing: ['Off'],
  failing: ['On'],
  pass: { fact: 'remoteLogin', value: 'off' },
  fail: { fact: 'remoteLogin', value: 'on' },
};

/** Of a device that fails, this company's check says nothing. */
const updates: AttributeCheck = {
  name: 'Updates',
  passing: ['1', '2'],
  failing: ['0'],
  pass: { fact: 'automaticUpdates', value: 'on' },
};

const sticker: AttributeCheck = { name: 'Sticker', passing: ['Yes'], failing: ['No'] };

const saidOf = (name: string | undefined, values: readonly string[] | undefined, ...checks: AttributeCheck[]) =>
  signalsOfAttributes([{ name, values: values && [...values] }], checks, 'jamf', at).map(({ fact, value }) => [
    fact,
    value,
  ]);

test.each([
  [['Off'], [['remoteLogin', 'off']]],
  [[' off '], [['remoteLogin', 'off']]],
  [['On'], [['remoteLogin', 'on']]],
  [['Off', 'On'], [['remoteLogin', 'on']]],
  [['Off', 'Sometimes'], []],
  [['Sometimes'], []],
  [[''], []],
  [[], []],
  [undefined, []],
])('The values %j say %j', (values, said) => {
  expect(saidOf('Remote login', values, remoteLogin)).toEqual(said);
});

test('A side that means nothing says nothing', () => {
  expect(saidOf('Updates', ['2', '1'], updates)).toEqual([['automaticUpdates', 'on']]);
  expect(saidOf('Updates', ['0'], updates)).toEqual([]);
});

test('A check that no fact covers is told as one of the company', () => {
  expect(saidOf('Sticker', ['No'], sticker)).toEqual([
    ['companyChecks', [{ id: 'Sticker', title: 'Sticker', result: 'fail' }]],
  ]);
  expect(saidOf('Sticker', ['Perhaps'], sticker)).toEqual([]);
});

test('Attributes that no check names are left out', () => {
  expect(saidOf('Cost centre', ['On'], remoteLogin, sticker)).toEqual([]);
  expect(saidOf(undefined, ['On'], remoteLogin)).toEqual([]);
});

test('Nothing is said where nobody knows when', () => {
  expect(signalsOfAttributes([{ name: 'Remote login', values: ['On'] }], [remoteLogin], 'jamf', undefined)).toEqual([]);
});

test('A source covers, besides its own facts, those of its checks, each once', () => {
  const covers = { macos: ['firewall', 'remoteLogin'], ios: ['osVersion'] } as const;
  expect(coversWith(covers, [remoteLogin, updates, sticker])).toEqual({
    macos: ['firewall', 'remoteLogin', 'automaticUpdates', 'companyChecks'],
    ios: ['osVersion', 'remoteLogin', 'automaticUpdates', 'companyChecks'],
  });
  expect(coversWith(covers, [])).toEqual(covers);
});
