import { expect, test } from 'vitest';
import { keepLastKnown } from '../../src/posture/last-known.ts';
import type { PostureDocument } from '../../src/posture/read-wire.ts';
import { aDevice, aSource, hoursAgo, NOW, said } from '../support/posture.ts';

const seenBy = (source: string) => ({ source, lastContactAt: hoursAgo(1), joinedBy: 'alone' }) as const;
const answer = (more: Partial<PostureDocument> = {}): PostureDocument => ({
  generatedAt: NOW,
  organization: 'o_1',
  sample: false,
  person: { key: 'sha256:jane', name: 'Jane Doe' },
  devices: [
    aDevice({
      seenBy: [seenBy('jamf'), seenBy('intune')],
      signals: [said('diskEncryption', 'off'), said('firewall', 'off', 'intune')],
    }),
    aDevice({ id: 'd_phone', seenBy: [seenBy('intune')], signals: [said('screenLock', 'off', 'intune')] }),
  ],
  sources: [aSource(), aSource({ id: 'intune' })],
  exceptions: [],
  overrides: {},
  omitted: { retired: 0, overLimit: 0, unreadable: 0 },
  ...more,
});
const intuneFails = [aSource(), aSource({ id: 'intune', status: 'failed', reason: 'timeout' })];
const withoutIntune = [aDevice({ seenBy: [seenBy('jamf')], signals: [said('diskEncryption', 'off')] })];

test('what a failing source said before is kept: its devices and its signals (rule 5)', () => {
  const kept = keepLastKnown(answer({ devices: withoutIntune, sources: intuneFails }), answer());
  expect(kept.devices).toEqual(answer().devices);
});

test('a source that answered and no longer lists a device has removed it', () => {
  expect(keepLastKnown(answer({ devices: withoutIntune }), answer()).devices).toEqual(withoutIntune);
});

test('the newer word of a failing source replaces its older one', () => {
  const newer = [
    aDevice({ seenBy: [seenBy('jamf'), seenBy('intune')], signals: [said('firewall', 'on', 'intune', 1)] }),
  ];
  const kept = keepLastKnown(answer({ devices: newer, sources: intuneFails }), answer());
  expect(kept.devices[0]?.signals.filter(({ source }) => source === 'intune')).toEqual([
    said('firewall', 'on', 'intune', 1),
  ]);
});

test('what was agreed about a device that is kept is kept, and of one that is gone is not', () => {
  const agreed = (device: string) => ({ practice: 'screen-lock', device, until: '2027-03-31', why: 'Spare' });
  const before = answer({ exceptions: [agreed('d_1'), agreed('d_phone')] });
  const failed = keepLastKnown(answer({ devices: withoutIntune, sources: intuneFails }), before);
  expect(failed.exceptions).toEqual([agreed('d_phone')]);
  expect(keepLastKnown(answer({ devices: withoutIntune }), before).exceptions).toEqual([]);
});

test('nothing of another person is kept', () => {
  const other = answer({ devices: [], sources: intuneFails, person: { key: 'sha256:john', name: 'John' } });
  expect(keepLastKnown(other, answer()).devices).toEqual([]);
});

test('the first answer has nothing to keep', () => {
  expect(keepLastKnown(answer({ sources: intuneFails }), undefined)).toEqual(answer({ sources: intuneFails }));
});

test('a device that cannot be read any more is kept as it was, for it may be any that is missing', () => {
  const unreadable = { retired: 0, overLimit: 0, unreadable: 1 };
  const kept = keepLastKnown(answer({ devices: withoutIntune, omitted: unreadable }), answer());
  expect(kept.devices.map(({ id }) => id)).toEqual(['d_1', 'd_phone']);
  expect(kept.devices[1]).toEqual(answer().devices[1]);
});
