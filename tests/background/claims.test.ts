import { describe, expect, test } from 'vitest';
import { lasting } from '../../src/background/claims.ts';
import { assess } from '../../src/posture/assess.ts';
import type { Claim } from '../../src/posture/present.ts';
import { aDevice, anInput, hoursAgo, NOW, said, someone } from '../support/posture.ts';

const assessment = assess(
  anInput({
    subjects: [
      someone(aDevice({ signals: [said('firewall', 'off'), said('diskEncryption', 'on'), said('screenLock', 'on')] })),
    ],
  }),
);

const claimOf = (practice: string, hours: number, device = 'd_1'): Claim => ({
  device,
  practice,
  claimedAt: hoursAgo(hours),
});

describe('a claim lasts', () => {
  test.each([
    ['while the finding is open', claimOf('firewall', 1)],
    ['until 72 hours are over', claimOf('firewall', 71.9)],
    ['when the clock was put back a little', claimOf('firewall', -0.05)],
    ['while nobody can tell', claimOf('os-supported', 1)],
  ])('%s', (_, claim) => {
    expect(lasting([claim], assessment, NOW)).toEqual([claim]);
  });
});

describe('a claim is dropped', () => {
  test.each([
    ['after 72 hours', claimOf('firewall', 72)],
    ['when it was made by a clock that was a day ahead', claimOf('firewall', -24)],
    ['once it is ok', claimOf('disk-encryption', 1)],
    ['when it does not apply', claimOf('device-integrity', 1)],
    ['of a practice that is not asked', claimOf('no-such-practice', 1)],
    ['of a device that is not there', claimOf('firewall', 1, 'd_2')],
  ])('%s', (_, claim) => {
    expect(lasting([claim], assessment, NOW)).toEqual([]);
  });

  test('while nothing has been assessed', () => {
    expect(lasting([claimOf('firewall', 1)], undefined, NOW)).toEqual([]);
  });
});
