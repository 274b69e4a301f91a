import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import type { Exception } from '../../src/posture/exception.ts';
import { DAY, endOf, later } from '../../src/posture/instant.ts';
import { nextChange, present } from '../../src/posture/present.ts';
import { badgeText, firstToFix, headline, overall } from '../../src/posture/summary.ts';
import { aDevice, anInput, hoursAgo, NOW, said, someone } from '../support/posture.ts';

const agreed = (more: Partial<Exception> = {}): Exception => ({
  practice: 'disk-encryption',
  device: 'd_1',
  until: '2026-11-25',
  why: 'A new disk is on its way.',
  ...more,
});

const assessed = (disk: string, ...exceptions: Exception[]) =>
  assess(
    anInput({
      exceptions,
      subjects: [
        someone(
          aDevice({
            signals: [
              said('diskEncryption', disk),
              said('firewall', 'on'),
              said('screenLock', 'on'),
              said('screenLockAfterSeconds', 300),
              said('osVersion', '26.7.2'),
            ],
            seenBy: [{ source: 'jamf', lastContactAt: hoursAgo(1), joinedBy: 'alone' }],
          }),
        ),
      ],
    }),
  );

const diskIn = (assessment: ReturnType<typeof assessed>) =>
  assessment.devices[0]?.findings.find(({ practice }) => practice === 'disk-encryption');

describe('what a company has agreed to', () => {
  const assessment = assessed('off', agreed());

  test('keeps its rating, carries the agreement, and is never ok by it', () => {
    expect(diskIn(assessment)).toMatchObject({
      rating: 'warn',
      agreed: { until: '2026-11-25', why: 'A new disk is on its way.' },
    });
  });

  test('is out of badge, headline, overall rating and what to begin with', () => {
    expect(badgeText(assessed('off'))).toBe('1');
    expect(badgeText(assessment)).toBe('');
    expect(headline(assessed('off')).id).toBe('fix-one-device');
    expect(headline(assessment).id).not.toMatch(/fix/);
    expect(overall(assessment)).not.toBe('warn');
    expect(firstToFix(assessment)).toBeUndefined();
  });

  test('holds until its day is over everywhere, and is a finding like any other then, with no new answer', () => {
    const end = endOf('2026-11-25');
    expect(nextChange(assessment, [], NOW)).toBe(end);
    expect(badgeText(present(assessment, [], later(end, -1)))).toBe('');
    expect(badgeText(present(assessment, [], end))).toBe('1');
    expect(diskIn(present(assessment, [], end))).not.toHaveProperty('agreed');
  });

  test('is not claimed to be done besides', () => {
    const claim = { device: 'd_1', practice: 'disk-encryption', claimedAt: NOW };
    expect(diskIn(present(assessment, [claim], NOW))).not.toHaveProperty('claimedAt');
  });
});

test.each<[string, string, Partial<Exception>]>([
  ['another device', 'off', { device: 'd_2' }],
  ['another practice', 'off', { practice: 'firewall' }],
  ['a day that is over', 'off', { until: '2026-11-20' }],
  ['what is as it should be', 'on', {}],
])('An exception for %s changes nothing', (_, disk, exception) => {
  expect(diskIn(assessed(disk, agreed(exception)))).toEqual(diskIn(assessed(disk)));
});

test('Of two agreements the longer one counts', () => {
  const disk = diskIn(assessed('off', agreed(), agreed({ until: '2027-01-31' }), agreed({ until: '2026-12-31' })));
  expect(disk?.agreed?.until).toBe('2027-01-31');
});

test('What nobody can tell is not missed where it need not be done', () => {
  const disk = diskIn(assessed('gibberish', agreed()));
  expect(disk).toMatchObject({ rating: 'unknown', agreed: { until: '2026-11-25' } });
  expect(nextChange(assessed('off', agreed({ until: '2026-12-24' })), [], NOW)).toBe(
    later(NOW, 7 * DAY - 3 * 3_600_000),
  );
});
