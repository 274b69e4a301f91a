import { describe, expect, test } from 'vitest';
import type { SourceAnswer } from '../../../server/posture.ts';
import { type Asked, preview, previewText } from '../../../server/preview/preview.ts';
import { sealWith } from '../../../server/seal.ts';
import { systems } from '../../../server/sources/index.ts';
import { bundledBaseline } from '../../../src/posture/bundled-baseline.ts';
import { hoursAgo, NOW } from '../../support/posture.ts';

const answer = (serialNumber: string, state: 'ENCRYPTED' | 'UNENCRYPTED'): SourceAnswer => ({
  id: 'jamf',
  name: 'Jamf Pro',
  system: systems.jamf,
  status: 'answered',
  reason: null,
  answeredAt: NOW,
  json: {
    totalCount: 1,
    results: [
      {
        general: { name: serialNumber, reportDate: hoursAgo(1), lastContact: hoursAgo(1) },
        hardware: { serialNumber },
        diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: state } },
      },
    ],
  },
});

const nothing: Asked = { policy: { version: '1', practices: {} }, groups: [], exceptions: [] };
const terms = {
  ...nothing,
  organization: { name: 'Acme', sample: false },
  words: {},
  baseline: bundledBaseline,
  signIn: { mode: 'token' },
} as const;

const people = [
  { answers: [answer('ZSONE11', 'UNENCRYPTED')], groups: ['lab'] },
  { answers: [answer('ZSTWO22', 'UNENCRYPTED')], groups: [] },
  { answers: [answer('ZSTHREE33', 'ENCRYPTED')], groups: [] },
].map((person) => ({ ...person, seal: sealWith('key', 'device'), now: NOW }));

const changesBy = (next: Partial<Asked>) =>
  preview(people, terms, { ...nothing, ...next }).changes.map(
    ({ practice, from, to, count }) => `${practice}: ${from} → ${to} ${count}`,
  );

describe('what another policy would change', () => {
  test('is nothing where it asks the same', () => {
    const same = preview(people, terms, nothing);
    expect(same).toMatchObject({ people: 3, changes: [] });
    expect(same.findings).toBeGreaterThan(3);
  });

  test.each<[string, Partial<Asked>, string[]]>([
    [
      'another importance',
      { policy: { version: '2', practices: { 'disk-encryption': { importance: 'nudge' } } } },
      ['disk-encryption: warn → nudge 2'],
    ],
    [
      'what is not asked any more',
      { policy: { version: '2', practices: { 'disk-encryption': { visibility: 'hidden' } } } },
      ['disk-encryption: warn → not-asked 2', 'disk-encryption: ok → not-asked 1'],
    ],
    [
      'what is asked of a group',
      { groups: [{ group: 'lab', practices: { 'disk-encryption': { importance: 'nudge' } } }] },
      ['disk-encryption: warn → nudge 1'],
    ],
    [
      'an exception',
      { exceptions: [{ practice: 'disk-encryption', serial: 'ZSTWO22', until: '2027-03-31', why: 'A new disk' }] },
      ['disk-encryption: warn → agreed 1'],
    ],
  ])('is counted by practice and by ratings: %s', (_, next, changes) => {
    expect(changesBy(next)).toEqual(changes);
  });

  test('is told in lines', () => {
    const policy = { version: '2', practices: { 'disk-encryption': { importance: 'nudge' } } } as const;
    const { findings } = preview(people, terms, { ...nothing, policy });
    expect(previewText(preview(people, terms, { ...nothing, policy }))).toBe(
      `disk-encryption       warn → nudge                2\n2 of ${findings} findings would change, of 3 people.`,
    );
  });
});
