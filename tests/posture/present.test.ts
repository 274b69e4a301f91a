import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import { DAY, HOUR, later } from '../../src/posture/instant.ts';
import { nextChange, present } from '../../src/posture/present.ts';
import { badgeText, headline, overall } from '../../src/posture/summary.ts';
import { aDevice, anInput, hoursAgo, NOW, said, someone } from '../support/posture.ts';

const assessed = (disk: string) =>
  assess(
    anInput({
      subjects: [
        someone(
          aDevice({
            signals: [
              said('diskEncryption', disk),
              said('firewall', 'on'),
              said('screenLock', 'on'),
              said('osVersion', '26.7.2'),
            ],
          }),
        ),
      ],
    }),
  );

const ratings = (assessment: ReturnType<typeof assessed>) =>
  assessment.devices.flatMap(({ findings }) => findings.map(({ rating }) => rating));

describe('a finding after its last valid moment (rule 4)', () => {
  test('30 days later nothing is ok and nothing is warned about, without asking anyone', () => {
    const later30 = present(assessed('off'), [], later(NOW, 30 * DAY));
    expect(ratings(later30)).not.toContain('ok');
    expect(ratings(later30)).not.toContain('warn');
    expect(overall(later30)).toBe('unknown');
    expect(badgeText(later30)).toBe('');
    const [disk] = later30.devices[0]!.findings;
    expect(disk).toMatchObject({ rating: 'unknown', reason: 'stale', blamed: ['jamf'], decidedBy: [] });
    expect(disk!.alsoSaid).toHaveLength(1);
  });

  test('nor is any of its parts', () => {
    const signals = [said('systemProtection', { sip: 'on', gatekeeper: 'off' })];
    const assessment = assess(anInput({ subjects: [someone(aDevice({ signals }))] }));
    const partsAt = (days: number) =>
      present(assessment, [], later(NOW, days * DAY)).devices[0]?.findings.find(
        ({ practice }) => practice === 'system-protection',
      )?.parts;
    expect(partsAt(1)).toHaveLength(2);
    expect(partsAt(31)).toEqual([]);
  });

  test('until then it is shown as it was', () => {
    expect(overall(present(assessed('off'), [], later(NOW, 3 * DAY)))).toBe('warn');
  });

  test('the next change is the earliest end', () => {
    expect(nextChange(assessed('on'), [], NOW)).toBe(hoursAgo(3 - 7 * 24));
    expect(nextChange(assessed('on'), [], later(NOW, 90 * DAY))).toBeUndefined();
  });
});

describe('"I\'ve done this" (rule 11)', () => {
  const claim = (hours: number) => [{ device: 'd_1', practice: 'disk-encryption', claimedAt: hoursAgo(hours) }];

  test('it leaves badge and headline and is never ok', () => {
    const claimed = present(assessed('off'), claim(1), NOW);
    expect(badgeText(claimed)).toBe('');
    expect(headline(claimed)).toEqual({ id: 'waiting', count: 1, sources: ['jamf'] });
    expect(overall(claimed)).toBe('unknown');
    expect(claimed.devices[0]!.findings[0]).toMatchObject({ rating: 'warn', claimedAt: hoursAgo(1) });
  });

  test('it returns when something newer still says no', () => {
    expect(badgeText(present(assessed('off'), claim(4), NOW))).toBe('1');
  });

  test('it returns after 72 hours', () => {
    const assessment = assessed('off');
    const until = later(NOW, 71 * HOUR);
    expect(badgeText(present(assessment, claim(0), until))).toBe('');
    expect(badgeText(present(assessment, claim(0), later(until, HOUR)))).toBe('1');
    expect(nextChange(assessment, claim(0), NOW)).toBe(later(NOW, 72 * HOUR));
  });

  test('a claim on what is ok says nothing', () => {
    expect(present(assessed('on'), claim(1), NOW).devices[0]!.findings[0]).not.toHaveProperty('claimedAt');
  });
});

test('what no practice judges is shown for as long as it can be relied on, and no longer', () => {
  const signals = [said('trackingProtection', { state: 'never', controlledBy: 'person' }, 'browser', 1)];
  const subject = { device: aDevice({ signals }), isThisComputer: true, isJoined: true };
  const assessment = assess(anInput({ subjects: [subject] }));
  const shownAt = (hours: number) => present(assessment, [], later(NOW, hours * HOUR)).devices[0]?.unjudged.length;
  expect([shownAt(0), shownAt(22), shownAt(23)]).toEqual([1, 1, 0]);
});
