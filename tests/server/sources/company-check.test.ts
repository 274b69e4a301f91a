import { expect, test } from 'vitest';
import { type CheckMeaning, type CompanyCheck, signalsOfChecks } from '../../../server/sources/company-check.ts';

const observedAt = '2026-11-23T06:00:00.000Z';
const earlier = '2026-11-20T06:00:00.000Z';

const meanings: ReadonlyMap<string, CheckMeaning> = new Map<string, CheckMeaning>([
  ['firewall', { pass: { fact: 'firewall', value: 'on' }, fail: { fact: 'firewall', value: 'off' } }],
  ['stealth', { pass: { fact: 'firewall', value: 'on' } }],
  ['no-ssh', { fail: { fact: 'remoteLogin', value: 'on' } }],
]);

const check = (id: string, state: CompanyCheck['state'], at = observedAt): CompanyCheck => ({
  id,
  title: `The check ${id}`,
  state,
  observedAt: at,
});

const said = (...checks: CompanyCheck[]) =>
  signalsOfChecks(checks, meanings, 'fleet').map(({ fact, value }) => ({ fact, value }));

test.each([
  ['firewall', 'pass', [{ fact: 'firewall', value: 'on' }]],
  ['firewall', 'fail', [{ fact: 'firewall', value: 'off' }]],
  ['firewall', 'other', []],
  ['stealth', 'pass', [{ fact: 'firewall', value: 'on' }]],
  ['stealth', 'fail', []],
  ['no-ssh', 'pass', []],
  ['no-ssh', 'fail', [{ fact: 'remoteLogin', value: 'on' }]],
] as const)('The check %s in state %s says %j', (id, state, signals) => {
  expect(said(check(id, state))).toEqual(signals);
});

test('A signal has the source and the age of its check', () => {
  expect(signalsOfChecks([check('firewall', 'pass', earlier)], meanings, 'fleet')).toEqual([
    { fact: 'firewall', value: 'on', source: 'fleet', observedAt: earlier },
  ]);
});

test('Of two checks about one fact, the failed one speaks', () => {
  const off = [{ fact: 'firewall', value: 'off' }];
  expect(said(check('stealth', 'pass'), check('firewall', 'fail'))).toEqual(off);
  expect(said(check('firewall', 'fail'), check('stealth', 'pass'))).toEqual(off);
});

test('Checks without a meaning are entries of their own, as old as the oldest; what did not run is left out', () => {
  const checks = [
    check('vpn', 'pass'),
    { ...check('usb', 'fail', earlier), text: 'Use no sticks' },
    check('dlp', 'other'),
  ];
  expect(signalsOfChecks(checks, meanings, 'fleet')).toEqual([
    {
      fact: 'companyChecks',
      source: 'fleet',
      observedAt: earlier,
      value: [
        { id: 'vpn', title: 'The check vpn', result: 'pass' },
        { id: 'usb', title: 'The check usb', result: 'fail', text: 'Use no sticks' },
      ],
    },
  ]);
});

test('No check that ran means no signal', () => {
  expect(said()).toEqual([]);
  expect(said(check('dlp', 'other'))).toEqual([]);
});
