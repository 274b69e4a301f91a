import { describe, expect, test } from 'vitest';
import { withSince } from '../../src/background/since.ts';
import { assess } from '../../src/posture/assess.ts';
import type { Assessment } from '../../src/posture/finding.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { aDevice, anInput, daysAgo, hoursAgo, said, someone } from '../support/posture.ts';

const assessed = (...signals: Signal[]): Assessment => assess(anInput({ subjects: [someone(aDevice({ signals }))] }));

const sinceOf = (assessment: Assessment, practice: string) =>
  assessment.devices[0]?.findings.find(({ practice: id }) => id === practice)?.since;

describe('a finding that was not so before', () => {
  test('is as old as its source says', () => {
    const assessment = withSince(assessed({ ...said('firewall', 'off'), since: daysAgo(9) }), undefined);
    expect(sinceOf(assessment, 'firewall')).toBe(daysAgo(9));
  });

  test('is as old as its observation where the source does not say', () => {
    expect(sinceOf(withSince(assessed(said('firewall', 'off')), undefined), 'firewall')).toBe(hoursAgo(3));
  });

  test('that rests on two facts is no older than the younger', () => {
    const lock = { ...said('screenLock', 'on'), since: daysAgo(300) };
    const late = { ...said('screenLockAfterSeconds', 3600), since: daysAgo(1) };
    expect(sinceOf(withSince(assessed(lock, late), undefined), 'screen-lock')).toBe(daysAgo(1));
  });

  test('has no age while it is unknown', () => {
    expect(sinceOf(withSince(assessed(), undefined), 'firewall')).toBeUndefined();
  });
});

describe('a finding that was rated before', () => {
  const before = withSince(
    assessed(said('firewall', 'off', 'jamf', 60), said('diskEncryption', 'encrypting', 'jamf', 60)),
    undefined,
  );

  test('keeps its age while it stands, however new the observation', () => {
    expect(sinceOf(withSince(assessed(said('firewall', 'off', 'jamf', 1)), before), 'firewall')).toBe(hoursAgo(60));
  });

  test('takes its age from its source where the clock was ahead before', () => {
    const ahead = assess(
      anInput({
        subjects: [someone(aDevice({ signals: [said('firewall', 'off', 'jamf', -24)] }))],
        now: hoursAgo(-24),
      }),
    );
    const after = withSince(assessed(said('firewall', 'off', 'jamf', 1)), withSince(ahead, undefined));
    expect(sinceOf(after, 'firewall')).toBe(hoursAgo(1));
  });

  test('begins anew when its rating changes', () => {
    expect(sinceOf(withSince(assessed(said('firewall', 'on', 'jamf', 1)), before), 'firewall')).toBe(hoursAgo(1));
  });

  test('begins anew when something else is observed', () => {
    const off = withSince(assessed(said('diskEncryption', 'suspended', 'jamf', 1)), before);
    expect(sinceOf(off, 'disk-encryption')).toBe(hoursAgo(1));
  });

  test('begins anew after it was unknown', () => {
    const unknown = withSince(assessed(), before);
    expect(sinceOf(unknown, 'firewall')).toBeUndefined();
    expect(sinceOf(withSince(assessed(said('firewall', 'off', 'jamf', 2)), unknown), 'firewall')).toBe(hoursAgo(2));
  });

  test('gives its age to no other device', () => {
    const other = assess(
      anInput({ subjects: [someone(aDevice({ id: 'd_2', signals: [said('firewall', 'off', 'jamf', 1)] }))] }),
    );
    expect(sinceOf(withSince(other, before), 'firewall')).toBe(hoursAgo(1));
  });
});
