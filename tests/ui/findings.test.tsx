import { describe, expect, test } from 'vitest';
import { present } from '../../src/posture/present.ts';
import type { Reason } from '../../src/posture/reason.ts';
import { reasons } from '../../src/posture/reason.ts';
import {
  allDone,
  aMac,
  assessmentOf,
  changed,
  claimOf,
  disagreeing,
  fixOnThisComputer,
  mixed,
  selfCheck,
} from '../support/assessments.ts';
import { daysAgo, hoursAgo, NOW, said } from '../support/posture.ts';
import { control, find, findingIn, read, showPopup, textOf, textsOf } from './show.tsx';

describe('a finding can be found by its device, practice, rating and reason', () => {
  test('only those of the chosen device are there, and each once', () => {
    const { page } = showPopup(mixed());
    expect(find(page, '[data-device]').dataset['device']).toBe('d_mac');
    const found = [...page.querySelectorAll<HTMLElement>('[data-device] [data-practice]')].map(({ dataset }) => [
      dataset['practice'],
      dataset['rating'],
      dataset['reason'],
    ]);
    expect(found).toEqual([
      ['disk-encryption', 'warn', undefined],
      ['browser-version', 'nudge', undefined],
      ['firewall', 'unknown', 'source-failed'],
      ['screen-lock', 'ok', undefined],
      ['os-supported', 'ok', undefined],
    ]);
  });

  test('what does not apply is not there', () => {
    const { page } = showPopup(allDone());
    expect(page.querySelector('[data-practice=device-integrity]')).toBeNull();
  });
});

describe('sections', () => {
  test('come in the order of what matters, each finding once', () => {
    expect(textsOf(showPopup(mixed()).page, '.panel h2')).toEqual([
      'Highly recommended',
      'This browser',
      '1 thing we cannot check',
      '2 checks done',
    ]);
  });

  test('without a company, what nobody can see is one card for the person to look at', () => {
    const { page } = showPopup(selfCheck());
    expect(textsOf(page, '.section-title')).toEqual(['This browser']);
    expect(textOf(find(page, '[data-group=yourself]'), '.card-title')).toBe('3 things worth checking yourself');
  });

  test('the first thing that is highly recommended is open, nothing else', () => {
    const open = [...showPopup(mixed()).page.querySelectorAll<HTMLElement>('details[open]')];
    expect(open.map(({ dataset }) => dataset['practice'])).toEqual(['disk-encryption']);
  });

  test('a browser that matters much stands before what is suggested', () => {
    const assessment = assessmentOf([aMac({}, said('screenLockAfterSeconds', 3600))], { browserVersion: '151.0.1' });
    expect(textsOf(showPopup(assessment).page, '.section-title')).toEqual(['This browser', 'Suggested']);
  });
});

describe('what is said of a finding', () => {
  test('to do: what was seen and since when, why, who says so, what it costs', () => {
    const { page } = showPopup(changed(mixed(), 'disk-encryption', { since: daysAgo(3) }));
    const card = findingIn(page, 'disk-encryption');
    expect(textOf(card, 'h3')).toBe('Turn on disk encryption');
    expect(textOf(card, '.line')).toBe('FileVault is off, since Friday');
    expect(textsOf(card, '.card-body p')).toEqual([
      'If this device is lost or stolen, whoever has it can read its files.',
      'Reported by Jamf Pro, 3 hours ago',
      'About 5 minutes, no restart.',
    ]);
  });

  test('what came about today has no "since"', () => {
    const { page } = showPopup(changed(mixed(), 'disk-encryption', { since: hoursAgo(5) }));
    expect(textOf(findingIn(page, 'disk-encryption'), '.line')).toBe('FileVault is off');
  });

  test('every ok names who says so and how old that is', () => {
    const { page } = showPopup(allDone());
    const done = [...page.querySelectorAll<HTMLElement>('[data-rating=ok]')];
    expect(done.length).toBe(5);
    for (const finding of done) expect(finding.textContent).toMatch(/(Jamf Pro|this browser).*(3 hours ago|now)/);
  });

  test('an ok that rests on two sources names both, each by its oldest signal', () => {
    const mac = aMac({}, said('screenLockAfterSeconds', 300, 'intune', 50));
    const { page } = showPopup(assessmentOf([mac]));
    expect(textsOf(findingIn(page, 'screen-lock'), '.meta p')).toEqual([
      'Locks after 5 minutes',
      'Jamf Pro, 3 hours ago',
      'Intune, 2 days ago',
    ]);
  });

  test('what holds for every device of a platform has no age', () => {
    const chromebook = aMac({ platform: 'chromeos', name: 'Chromebook' });
    const { page } = showPopup(assessmentOf([{ ...chromebook, signals: [] }], { sources: [] }));
    expect(textOf(findingIn(page, 'disk-encryption'), '.meta')).toContain('Built into ChromeOS');
  });

  test('when two tools disagree, both are told, and how to find out', () => {
    const { page } = showPopup(disagreeing());
    const row = findingIn(page, 'disk-encryption');
    expect(row.dataset['reason']).toBe('sources-disagree');
    expect(textsOf(row, '.meta p')).toEqual([
      'Jamf Pro and Intune say different things',
      'Jamf Pro said: FileVault is on, 3 hours ago',
      'Intune said: FileVault is off, 3 hours ago',
    ]);
    expect(row.textContent).toContain('Look on the device which one is right.');
  });

  test('what an older source said is told beside the newer one that decided', () => {
    expect(textsOf(findingIn(showPopup(disagreeing()).page, 'firewall'), '.meta p')).toEqual([
      'Firewall is on',
      'Jamf Pro, 3 hours ago',
      'Intune said: Firewall is off, 3 days ago',
    ]);
  });

  test('a practice that this version has no words for is named by its id', () => {
    const { page } = showPopup(changed(mixed(), 'disk-encryption', { practice: 'quantum-safety' }));
    expect(textOf(findingIn(page, 'quantum-safety'), 'h3')).toBe('quantum-safety');
  });
});

describe('every reason for not knowing has its title, its reason and its next step', () => {
  // What nobody reports on without a company is for the person to look at: see self-check.test.tsx.
  test.each(reasons.filter((reason) => reason !== 'no-endpoint'))('%s', (reason: Reason) => {
    const assessment = changed(mixed(), 'firewall', { reason, blamed: ['intune'] });
    const row = findingIn(showPopup(assessment).page, 'firewall');
    expect(row.dataset['reason']).toBe(reason);
    expect(textOf(row, 'h3')).toBe('Firewall');
    expect(textOf(row, '.meta p')).toMatch(/^\S.{10,}/);
    expect(textOf(row, '.meta + p')).toMatch(/^\S.{10,}/);
    expect(row.textContent).not.toContain('{');
    expect(textOf(row, 'a')).toBe('Ask IT');
  });
});

describe('what can be done', () => {
  test('the directions of this very finding are shown', () => {
    const { page, asked } = showPopup(mixed());
    control(findingIn(page, 'disk-encryption'), 'Show me how').click();
    expect(asked).toEqual([['showSteps', { practice: 'disk-encryption', device: 'd_mac' }]]);
  });

  test('something is called done, waits to be confirmed, and is taken back', () => {
    const { page, asked, renew } = showPopup(fixOnThisComputer());
    control(findingIn(page, 'disk-encryption'), 'I’ve done this').click();
    renew(present(fixOnThisComputer(), [claimOf('disk-encryption')], NOW));
    expect(textsOf(page, '.section-title')).toContain('Waiting to be confirmed');
    expect(textsOf(page, '.section-title')).not.toContain('Highly recommended');
    expect(read(findingIn(page, 'disk-encryption'))).toContain('after Jamf Pro has looked again');
    control(findingIn(page, 'disk-encryption'), 'Not yet').click();
    const finding = { practice: 'disk-encryption', device: 'd_mac' };
    expect(asked).toEqual([
      ['claim', finding],
      ['unclaim', finding],
    ]);
  });

  test.each([
    ['what is done', allDone, 'screen-lock', []],
    ['what cannot be known', mixed, 'firewall', ['Ask IT']],
    ['what is for the person to look at', selfCheck, 'disk-encryption', ['Where to look', 'Yes', 'No']],
    ['what is to do', mixed, 'disk-encryption', ['Show me how', 'I’ve done this']],
  ])('%s has no control without an action', (_, assessment, practice, controls) => {
    const finding = findingIn(showPopup(assessment()).page, practice);
    expect(textsOf(finding, 'button, a')).toEqual(controls);
  });

  test('of what may be newer than our list, we say that we do not know, and offer where to look', () => {
    const unknown = { rating: 'unknown', reason: 'baseline-outdated', blamed: [] } as const;
    const finding = findingIn(showPopup(changed(mixed(), 'disk-encryption', unknown)).page, 'disk-encryption');
    expect(read(finding)).toContain('We do not know the newest version yet');
    expect(textsOf(finding, 'button, a')).toEqual(['Show me how', 'Ask IT']);
  });

  test('no directions are offered where there are none', () => {
    const remedy = { platform: 'unknown', minutes: 5, restart: false } as const;
    const { page } = showPopup(changed(mixed(), 'disk-encryption', { remedy }));
    expect(textsOf(findingIn(page, 'disk-encryption'), 'button')).toEqual(['I’ve done this']);
  });
});
