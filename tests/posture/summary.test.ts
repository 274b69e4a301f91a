import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import type { Device } from '../../src/posture/device.ts';
import type { Assessment } from '../../src/posture/finding.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import { notices } from '../../src/posture/notices.ts';
import { present } from '../../src/posture/present.ts';
import { ratings, worst } from '../../src/posture/rating.ts';
import type { Reason } from '../../src/posture/reason.ts';
import {
  badgeText,
  firstToFix,
  headline,
  overall,
  shownFindings,
  tally,
  unclearFinding,
} from '../../src/posture/summary.ts';
import { practices } from '../../src/practices/index.ts';
import { aDevice, anInput, aSource, daysAgo, NOW, said, someone } from '../support/posture.ts';

const good = [
  said('diskEncryption', 'on'),
  said('firewall', 'on'),
  said('screenLock', 'on'),
  said('osVersion', '26.7.2'),
  said('automaticUpdates', 'on'),
  said('pendingUpdates', { count: 0 }),
  said('endpointProtection', [{ name: 'Falcon', state: 'running' }]),
  said('remoteLogin', 'off'),
  said('systemProtection', { sip: 'on', gatekeeper: 'on', secureBoot: 'on' }),
];
const of = (...devices: Partial<Device>[]) =>
  assess(
    anInput({ subjects: devices.map((device, i) => someone(aDevice({ id: `d_${i}`, signals: good, ...device }))) }),
  );
const without = (...facts: string[]) => good.filter(({ fact }) => !facts.includes(fact));

describe('overall (rule 10)', () => {
  test('is the worst, in the order not-applicable < ok < unknown < nudge < warn', () => {
    expect(ratings).toEqual(['not-applicable', 'ok', 'unknown', 'nudge', 'warn']);
    expect(worst(['ok', 'unknown'])).toBe('unknown');
    expect(worst(['unknown', 'nudge', 'not-applicable'])).toBe('nudge');
    expect(worst([])).toBe('not-applicable');
  });

  test('unknown alone never reads as done', () => {
    const assessment = of({ signals: without('firewall', 'screenLock') });
    expect(overall(assessment)).toBe('unknown');
    expect(headline(assessment)).toEqual({ id: 'unknown-only', count: 2 });
  });

  test('all done is said only when everything is', () => {
    expect(headline(of({}))).toEqual({ id: 'all-done' });
    expect(overall(of({}))).toBe('ok');
  });
});

describe('headline and badge speak of all devices', () => {
  const off = { signals: [said('diskEncryption', 'off'), ...without('diskEncryption')] };

  test('one other device is named', () => {
    expect(headline(of({}, { ...off, name: 'Pixel 9' }))).toEqual({
      id: 'fix-one-device',
      count: 1,
      device: 'Pixel 9',
    });
  });

  test('several devices are counted', () => {
    expect(headline(of(off, off, {}))).toEqual({ id: 'fix-many-devices', count: 2, devices: 2 });
  });

  test('the badge counts what is highly recommended, and says "9+" from ten', () => {
    expect(badgeText(of({}))).toBe('');
    expect(badgeText(of(...Array.from({ length: 9 }, () => off)))).toBe('9');
    expect(badgeText(of(...Array.from({ length: 10 }, () => off)))).toBe('9+');
  });

  test('a suggestion is in the headline, but not on the badge', () => {
    const assessment = of({ signals: [said('osVersion', '14.8.9'), ...without('osVersion')] });
    expect(overall(assessment)).toBe('nudge');
    expect(badgeText(assessment)).toBe('');
    expect(headline(assessment)).toEqual({ id: 'fix-one-device', count: 1, device: 'Test Mac' });
  });

  test('to begin with: the worst, then the quickest', () => {
    const assessment = of({
      signals: [said('diskEncryption', 'off'), said('firewall', 'off'), ...without('diskEncryption', 'firewall')],
    });
    expect(firstToFix(assessment)?.practice).toBe('firewall');
  });
});

describe('asides', () => {
  const silent = { seenBy: [{ source: 'jamf', lastContactAt: daysAgo(60), joinedBy: 'alone' }] } as const;
  const asideOf = (assessment: ReturnType<typeof of>) =>
    assessment.devices[0]?.findings.find(({ practice }) => practice === 'check-in');

  test('are rated and shown, but overall, headline and badge do not speak of them', () => {
    const assessment = of(silent);
    expect(asideOf(assessment)).toMatchObject({ rating: 'nudge', isAside: true });
    expect(shownFindings(assessment.devices[0]!)).toContain(asideOf(assessment));
    expect(overall(assessment)).toBe('ok');
    expect(headline(assessment)).toEqual({ id: 'all-done' });
    expect(tally(shownFindings(assessment.devices[0]!))).toMatchObject({ nudge: 0, warn: 0 });
  });

  test('are not the thing to begin with, nor on the badge, however much the company wants them', () => {
    const policy = { version: '1', practices: { 'check-in': { importance: 'warn' } } } as const;
    const assessment = assess(anInput({ policy, subjects: [someone(aDevice({ signals: good, ...silent }))] }));
    expect(asideOf(assessment)?.rating).toBe('warn');
    expect(badgeText(assessment)).toBe('');
    expect(firstToFix(assessment)).toBeUndefined();
  });

  test('that are claimed wait for nobody', () => {
    const claims = [{ device: 'd_0', practice: 'check-in', claimedAt: NOW }];
    const assessment = present(of(silent), claims, NOW);
    expect(asideOf(assessment)?.claimedAt).toBe(NOW);
    expect(headline(assessment)).toEqual({ id: 'all-done' });
  });

  test('of a device that is silent for long, all the rest is unknown, and so is overall', () => {
    const assessment = of({ ...silent, signals: good.map((signal) => ({ ...signal, observedAt: daysAgo(60) })) });
    expect(overall(assessment)).toBe('unknown');
    expect(badgeText(assessment)).toBe('');
    expect(asideOf(assessment)?.rating).toBe('nudge');
  });
});

describe('states beside the headline', () => {
  test('no device is not "all done"', () => {
    expect(headline(of())).toEqual({ id: 'no-devices' });
  });

  test.each([
    [null, null, []],
    ['timeout', daysAgo(1), ['endpoint-failing']],
    ['timeout', daysAgo(4), ['endpoint-down']],
    ['offline', daysAgo(4), ['offline']],
    ['not-found', null, ['first-answer-missing']],
  ] as const)('connection problem %s, last answer %s', (problem, answeredAt, expected) => {
    const connection = { endpoint: 'https://acme.example', problem, answeredAt };
    const assessment = assess(anInput({ subjects: [someone(aDevice())], connection }));
    expect(notices(assessment, NOW).map(({ id }) => id)).toEqual(expected);
  });

  test('a source that failed and one that answered in part are told apart', () => {
    const sources = [
      aSource({ status: 'failed', reason: 'timeout' }),
      aSource({ id: 'intune', status: 'failed', reason: 'partial' }),
    ];
    const assessment = assess(anInput({ sources, subjects: [someone(aDevice())] }));
    expect(notices(assessment, NOW)).toEqual([
      { id: 'source-failed', sources: [sources[0]] },
      { id: 'source-partial', sources: [sources[1]] },
    ]);
    expect(assessment.devices[0]?.isLastKnown).toBe(true);
  });

  test('a device of a source that answered in part is not "last known"', () => {
    const sources = [aSource({ status: 'failed', reason: 'partial' })];
    expect(assess(anInput({ sources, subjects: [someone(aDevice())] })).devices[0]?.isLastKnown).toBe(false);
  });

  test('an old baseline supports no verdict', () => {
    const now = later(NOW, 61 * DAY);
    const device = aDevice({ signals: [{ ...said('osVersion', '26.7.2'), observedAt: now }] });
    const assessment = assess(anInput({ now, subjects: [someone(device)] }));
    const finding = assessment.devices[0]?.findings.find(({ practice }) => practice === 'os-supported');
    expect(finding).toMatchObject({ rating: 'unknown', reason: 'baseline-outdated' });
  });
});

describe('the clock 61 days ahead, with the same version', () => {
  test('what rests on the baseline is unknown, and the rest is as useful as ever', () => {
    const now = later(NOW, 61 * DAY);
    const fresh = good.map((signal) => ({ ...signal, observedAt: now }));
    const signals = [
      ...fresh.filter(({ fact }) => fact !== 'diskEncryption'),
      { ...said('diskEncryption', 'off'), observedAt: now },
    ];
    const assessment = assess(anInput({ now, subjects: [someone(aDevice({ signals }))] }));
    const ratingOf = (id: string) => assessment.devices[0]?.findings.find(({ practice }) => practice === id);
    expect(ratingOf('os-supported')).toMatchObject({ rating: 'unknown', reason: 'baseline-outdated' });
    expect(ratingOf('firewall')?.rating).toBe('ok');
    expect(badgeText(assessment)).toBe('1');
    expect(firstToFix(assessment)?.practice).toBe('disk-encryption');
  });
});

describe('two tools that disagree', () => {
  const twoSay = (fact: 'firewall' | 'diskEncryption') => [
    said(fact, 'on', 'jamf', 3),
    said(fact, 'off', 'fleet', 3.3),
  ];

  test('are the headline, with what else is unknown beside them', () => {
    const assessment = of({ signals: [...twoSay('firewall'), ...without('firewall', 'screenLock')] });
    expect(headline(assessment)).toEqual({ id: 'disagree', count: 1, practice: 'firewall', others: 1 });
    expect(unclearFinding(assessment)).toMatchObject({ practice: 'firewall', reason: 'sources-disagree' });
    expect(overall(assessment)).toBe('unknown');
  });

  test('about more than one thing are counted', () => {
    const signals = [...twoSay('firewall'), ...twoSay('diskEncryption'), ...without('firewall', 'diskEncryption')];
    expect(headline(of({ signals }))).toMatchObject({ id: 'disagree', count: 2, others: 0 });
  });

  test('come after what is to fix, and after what waits to be confirmed', () => {
    const disputed = { signals: [...twoSay('firewall'), ...without('firewall')] };
    const off = { signals: [said('diskEncryption', 'off'), ...without('diskEncryption')] };
    const assessment = of(disputed, off);
    expect(headline(assessment).id).toBe('fix-one-device');
    expect(unclearFinding(assessment)).toBeUndefined();
    const claims = [{ device: 'd_1', practice: 'disk-encryption', claimedAt: NOW }];
    expect(headline(present(assessment, claims, NOW)).id).toBe('waiting');
  });
});

describe('the version of this extension that the company asks for', () => {
  test('is a notice where this one is older', () => {
    expect(notices({ ...of({}), neededVersion: '2.0.0' }, NOW)).toEqual([{ id: 'update-needed', version: '2.0.0' }]);
    expect(notices(of({}), NOW)).toEqual([]);
  });
});

describe('what no browser tells unasked', () => {
  const connection = { endpoint: 'https://acme.example', problem: null, answeredAt: NOW };
  const thisComputer = (reason: Reason) =>
    assess(
      anInput({
        connection,
        practices: practices.filter(({ id }) => id === 'safe-browsing'),
        subjects: [
          {
            device: aDevice({ gaps: [{ fact: 'safeBrowsing', source: 'browser', reason }] }),
            isThisComputer: true,
            isJoined: true,
          },
        ],
      }),
    );

  const withdrawn = (assessment: Assessment): Assessment => ({
    ...assessment,
    devices: assessment.devices.map((device) => ({
      ...device,
      findings: device.findings.map((finding) => ({ ...finding, isWithdrawn: true })),
    })),
  });

  test.each(['permission-not-granted', 'browser-cannot-know'] as const)('%s is offered, but not counted', (reason) => {
    const assessment = thisComputer(reason);
    expect(assessment.devices[0]?.findings[0]).toMatchObject({ rating: 'unknown', reason });
    expect(headline(assessment)).toEqual({ id: 'all-done' });
    expect(overall(assessment)).not.toBe('unknown');
  });

  test('a permission that the person took back is counted, and is the headline', () => {
    const assessment = withdrawn(thisComputer('permission-not-granted'));
    expect(overall(assessment)).toBe('unknown');
    expect(headline(assessment)).toEqual({ id: 'switched-off-privacy' });
    expect(unclearFinding(assessment)?.practice).toBe('safe-browsing');
  });

  test('a permission that was taken back is the headline without a company, too', () => {
    const connection = { endpoint: null, problem: null, answeredAt: null };
    const assessment = { ...withdrawn(thisComputer('permission-not-granted')), connection };
    expect(headline(assessment)).toEqual({ id: 'switched-off-privacy' });
  });

  test('a disagreement between tools comes before it, and what is to fix before both', () => {
    const assessment = withdrawn(thisComputer('permission-not-granted'));
    const beside = (device: Partial<Device>) => ({
      ...assessment,
      devices: [...assessment.devices, ...of(device).devices],
    });
    const disputed = { signals: [said('firewall', 'on', 'jamf', 3), said('firewall', 'off', 'fleet', 3.3)] };
    expect(headline(beside(disputed)).id).toBe('disagree');
    expect(headline(beside({ signals: [said('firewall', 'off')] })).id).toBe('fix-one-device');
    expect(headline(beside({ signals: without('firewall') })).id).toBe('switched-off-privacy');
  });

  test('what was not checked yet is counted', () => {
    expect(overall(thisComputer('not-checked-yet'))).toBe('unknown');
  });
});
