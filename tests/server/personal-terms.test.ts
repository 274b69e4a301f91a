import { describe, expect, test } from 'vitest';
import { policyTerms } from '../../server/config/policy-terms.ts';
import { readConfiguration } from '../../server/config/read-configuration.ts';
import { personalTerms } from '../../server/personal-terms.ts';
import { sealWith } from '../../server/seal.ts';
import { collate } from '../../src/posture/collate.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { aReport } from '../support/posture.ts';
import { whole } from './config/whole-configuration.ts';

const seal = sealWith('key', 'device');
const devicesWith = (...serials: string[]) =>
  collate(
    serials.map((serial) => aReport({ identity: identityOf({ serial }) })),
    seal,
  );

const read = readConfiguration(whole);
if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
const terms = policyTerms(read.configuration.policy);

test('What everybody may read has neither serial numbers nor groups', () => {
  const text = JSON.stringify(terms.policy);
  expect(text).toContain('disk-encryption');
  for (const told of ['C02XL0AAJG5H', 'c02xl0aajg5h', 'exceptions', 'new disk', 'engineering', 'remote-login']) {
    expect(text).not.toContain(told);
  }
});

describe('an exception', () => {
  test('goes with the device whose serial number it names, in any case', () => {
    const [device] = devicesWith('C02XL0AAJG5H');
    expect(personalTerms(terms, { devices: devicesWith('C02XL0AAJG5H', 'ZSOTHER'), seal }).exceptions).toEqual([
      { practice: 'disk-encryption', device: device?.id, until: '2027-03-31', why: 'A new disk is on its way.' },
    ]);
  });

  test('is not told to people without that device', () => {
    expect(personalTerms(terms, { devices: devicesWith('ZSOTHER'), seal })).toEqual({ exceptions: [] });
  });
});

describe('what is asked of a group', () => {
  const policyOf = (...groups: string[]) => personalTerms(terms, { groups, devices: [], seal }).policy;

  test('is told to its people', () => {
    expect(policyOf('sales', 'engineering')).toMatchObject({ practices: { 'remote-login': { visibility: 'hidden' } } });
  });

  test('is told to nobody else', () => {
    expect(policyOf('sales')).toBeUndefined();
    expect(policyOf()).toBeUndefined();
  });

  test('of somebody in two, the later one’s word counts', () => {
    const both = {
      ...terms,
      groups: [
        { group: 'a', practices: { firewall: { importance: 'warn', graceDays: 3 } } },
        { group: 'b', practices: { firewall: { importance: 'nudge' } } },
      ],
    } as const;
    expect(personalTerms(both, { groups: ['b', 'a'], devices: [], seal }).policy?.practices['firewall']).toMatchObject({
      importance: 'nudge',
      graceDays: 3,
    });
  });
});
