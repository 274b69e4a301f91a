import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { policyTerms } from '../../../server/config/policy-terms.ts';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { lookup } from '../../../server/lookup/lookup.ts';
import { sealWith } from '../../../server/seal.ts';
import { jamf } from '../../../server/sources/jamf.ts';
import { baselineSchema } from '../../../src/posture/baseline.ts';
import { daysAgo, NOW } from '../../support/posture.ts';
import { whole } from './whole-configuration.ts';

/*
 * What a company writes into its file, as it comes out for a person: one Mac without disk encryption, silent for three days, with
 * an operating system whose fixes are missing.
 */

const mac = {
  general: { name: 'A Mac', lastContact: daysAgo(3), reportDate: daysAgo(3) },
  hardware: { serialNumber: 'ZSONE11' },
  operatingSystem: { version: '26.0', build: '25A354' },
  diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: 'UNENCRYPTED' } },
};

const baseline = v.parse(baselineSchema, {
  asOf: '2026-11-19',
  os: { macos: [{ release: '26', latest: '26.6.2', releasedAt: '2026-08-17', supportedUntil: null }] },
  browsers: {},
});

function findingsWith(policy: string, groups: readonly string[] = []) {
  const read = readConfiguration(`${whole.slice(0, whole.indexOf('policy:'))}policy:\n${policy}\n`);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  const { devices } = lookup({
    answers: [
      {
        id: 'jamf',
        name: 'Jamf Pro',
        system: jamf,
        status: 'answered',
        reason: null,
        answeredAt: NOW,
        json: { results: [mac] },
      },
    ],
    terms: {
      organization: { name: 'Acme', sample: false },
      ...policyTerms(read.configuration.policy),
      words: {},
      baseline,
      signIn: { mode: 'token' },
    },
    groups,
    seal: sealWith('key', 'device'),
    now: NOW,
  });
  return devices[0]?.assessed.findings ?? [];
}

/** The finding of one practice, where all that is asked differently is this. */
const findingOf = (practice: string, settings: string) =>
  findingsWith(`  practices: { ${practice}: { ${settings} } }`).find((finding) => finding.practice === practice);

describe('a practice', () => {
  test.each([
    ['disk-encryption', '', { rating: 'warn', observed: 'off' }],
    ['disk-encryption', 'stage: observe', undefined],
    ['disk-encryption', 'stage: show', { rating: 'warn' }],
    ['disk-encryption', 'stage: remind', { rating: 'warn' }],
    ['disk-encryption', 'importance: nudge', { rating: 'nudge' }],
    ['disk-encryption', 'visibility: hidden', undefined],
    ['disk-encryption', 'visibility: shown', { rating: 'warn' }],
    ['disk-encryption', 'platforms: [macos]', { rating: 'warn' }],
    ['disk-encryption', 'platforms: [windows]', { rating: 'not-applicable' }],
    ['disk-encryption', 'maxAgeHours: 71', { rating: 'unknown', reason: 'stale' }],
    ['disk-encryption', 'dueAt: 2026-12-04', { rating: 'warn', dueAt: '2026-12-04T12:00:00.000Z' }],
    ['os-patched', '', { rating: 'warn' }],
    ['os-patched', 'graceDays: 3650', { rating: 'ok' }],
    ['os-patched', 'thresholds: { warnAfterDays: 3650 }', { rating: 'nudge' }],
    ['check-in', '', { rating: 'ok' }],
    ['check-in', 'thresholds: { silentDays: 2 }', { rating: 'nudge' }],
    [
      'disk-encryption',
      'exceptions: [{ device: zsone11, until: 2027-03-31, why: A new disk is on its way. }]',
      { rating: 'warn', agreed: { until: '2027-03-31', why: 'A new disk is on its way.' } },
    ],
    ['disk-encryption', 'exceptions: [{ device: OTHER11, until: 2027-03-31, why: Spare }]', { rating: 'warn' }],
  ])('%s with { %s } comes out as %j', (practice, settings, expected) => {
    const finding = findingOf(practice, settings);
    if (expected === undefined) expect(finding).toBeUndefined();
    else expect(finding).toMatchObject(expected);
    expect(finding?.agreed !== undefined).toBe(expected !== undefined && 'agreed' in expected);
  });

  test('is asked of a group as the group’s entry says, and of everybody else as before', () => {
    const policy = `  practices: { disk-encryption: { importance: warn } }
  groups: [{ group: lab, practices: { disk-encryption: { importance: nudge } } }]`;
    const rating = (groups: readonly string[]) =>
      findingsWith(policy, groups).find(({ practice }) => practice === 'disk-encryption')?.rating;
    expect([rating([]), rating(['sales']), rating(['sales', 'lab'])]).toEqual(['warn', 'warn', 'nudge']);
  });

  test('of the browser gets its lists as they stand in the file', () => {
    const read = readConfiguration(
      `${whole.slice(0, whole.indexOf('policy:'))}policy: { practices: { browser-extensions: { lists: { forbidden: [abc] } } } }\n`,
    );
    expect('configuration' in read && policyTerms(read.configuration.policy).policy.practices).toEqual({
      'browser-extensions': { lists: { forbidden: ['abc'] } },
    });
  });
});
