import { describe, expect, test } from 'vitest';
import { DAY, later } from '../../src/posture/instant.ts';
import { present } from '../../src/posture/present.ts';
import {
  allDone,
  aMac,
  assessmentOf,
  changed,
  claimOf,
  disagreeing,
  fixOnPhone,
  fixOnThisComputer,
  mixed,
  neverAnswered,
  noDevices,
  notJoined,
  selfCheck,
  switchedOff,
  unknownOnly,
  unreachable,
} from '../support/assessments.ts';
import { NOW, said } from '../support/posture.ts';
import { control, find, showPopup, textOf, textsOf } from './show.tsx';

const waiting = () => present(fixOnThisComputer(), [claimOf('disk-encryption')], NOW);

describe('the headline of each state, its lead and the overall rating', () => {
  test.each([
    ['all done', allDone, 'ok', 'Nothing to fix', 'Checked on 2 devices, 2 minutes ago'],
    ['something to fix on two devices', mixed, 'warn', '3 things to fix, on 2 devices', 'You have 5 minutes?'],
    [
      'something to fix here',
      fixOnThisComputer,
      'warn',
      '1 thing to fix on this computer',
      'Turn on disk encryption first',
    ],
    ['something to fix on a phone', fixOnPhone, 'warn', '1 thing to fix on your iPhone 17', 'When you have more time'],
    [
      'nothing but unknown',
      unknownOnly,
      'unknown',
      'Nothing to fix that we can see, 2 things we cannot check',
      'The list below says why.',
    ],
    [
      'two tools disagree',
      disagreeing,
      'unknown',
      'Two tools disagree about disk encryption',
      'Look on the device which one is right.',
    ],
    [
      'a permission taken back',
      switchedOff,
      'unknown',
      'You switched off the check of the browser’s settings',
      'What it reads stays in this browser.',
    ],
    ['waiting', waiting, 'unknown', 'Waiting for Jamf Pro to confirm, usually by tomorrow', 'Thank you.'],
    ['no devices', noDevices, 'unknown', 'Your company’s tools list no device for you', 'A new device can take a day'],
    ['not joined', notJoined, 'unknown', 'Is this your MacBook Pro 14, ending 7Q2X?', 'Then its checks show here.'],
    [
      'not joined, and something to fix',
      () => assessmentOf([aMac({}, said('diskEncryption', 'off'))], { hint: null }),
      'warn',
      '1 thing to fix on your MacBook Pro 14',
      'You have 5 minutes?',
    ],
    ['no company', selfCheck, 'unknown', 'This browser looks fine. 3 things worth checking yourself', 'Nothing leaves'],
    [
      'no company, an old browser',
      () => selfCheck({ browserVersion: '155.0.1' }),
      'nudge',
      '1 thing to fix in this browser',
      'Update Chrome first.',
    ],
    ['a company that never answered', neverAnswered, 'unknown', 'Nothing to fix that we can see, 1 thing', 'The list'],
  ])('%s', (_, assessment, rating, title, lead) => {
    const { page } = showPopup(assessment());
    expect(textOf(page, 'h1')).toContain(title);
    expect(textOf(page, '.hero p')).toContain(lead);
    expect(find(page, '[data-overall]').dataset['overall']).toBe(rating);
  });

  test('before the first check there is no rating, and nothing pretends to be one', () => {
    const { page, renew } = showPopup(undefined, { isChecking: true });
    expect(textOf(page, 'h1')).toBe('Checking this browser …');
    expect(page.querySelector('[data-overall], [data-rating], [role=tab]')).toBeNull();
    renew(undefined, { isChecking: false });
    expect(textOf(page, 'h1')).toBe('Not checked yet');
  });

  test('nothing rests on old signals a month later, without a worker', () => {
    const now = later(NOW, 30 * DAY);
    const { page } = showPopup(present(mixed(), [], now), { now });
    expect(find(page, '[data-overall]').dataset['overall']).toBe('unknown');
    expect(page.querySelector('[data-rating=ok]')).toBeNull();
    expect(textsOf(page, '[data-practice] p')).toContain('The last report is too old to rely on');
  });
});

describe('the one action of a headline', () => {
  test('two tools disagree: "Looks wrong?" shows who said what, and where to look', () => {
    const { page, asked } = showPopup(disagreeing());
    find(page, '.hero [data-control=looks-wrong]').click();
    expect(textOf(page, '.hero button')).toBe('Looks wrong?');
    expect(asked).toEqual([['showSteps', { device: 'd_mac', practice: 'disk-encryption' }]]);
  });

  test('a permission taken back: "Switch on" asks for it again', () => {
    const { page, asked } = showPopup(switchedOff());
    find(page, '.hero [data-control=permission]').click();
    expect(textOf(page, '.hero button')).toBe('Switch on');
    expect(asked).toEqual([['allow', 'privacy']]);
  });

  test('a permission that was never given has none', () => {
    const { page } = showPopup(changed(switchedOff(), 'safe-browsing', { isWithdrawn: false }));
    expect(textOf(page, 'h1')).toBe('Nothing to fix');
    expect(page.querySelector('.hero button')).toBeNull();
  });
});

describe('notices', () => {
  test.each([
    ['offline', () => unreachable('offline', 2), /^Offline\. This was true on Saturday/],
    ['endpoint-failing', () => unreachable('timeout', 1), /^acme\.example did not answer\. This was true on Sunday/],
    [
      'endpoint-down',
      () => unreachable('timeout', 5),
      /^acme\.example has not answered since Wednesday\. Not your fault/,
    ],
    ['first-answer-missing', neverAnswered, /^acme\.example has not answered yet/],
    ['source-failed', mixed, /^Intune did not answer\. Some devices may be missing/],
    [
      'update-needed',
      () => ({ ...allDone(), neededVersion: '2.0.0' }),
      /^Your company asks for version 2\.0\.0 of this extension/,
    ],
    ['not-joined', notJoined, /^This browser is not joined to one of your company’s devices/],
  ])('%s', (id, assessment, text) => {
    const { page } = showPopup(assessment());
    expect(textOf(page, `[data-notice=${id}]`)).toMatch(text);
  });

  test('an endpoint that fails says how, and one that is down whom to tell', () => {
    const { page } = showPopup(unreachable('timeout', 5));
    expect(textOf(page, '[data-notice=endpoint-down]')).toContain('acme.example did not answer in time.');
    expect(find(page, '[data-notice=endpoint-down] a').getAttribute('href')).toBe(
      'https://help.acme.example/new?about=',
    );
  });

  test('none when all is well', () => {
    expect(showPopup(allDone()).page.querySelector('[data-notice]')).toBeNull();
  });
});

describe('what surrounds the list', () => {
  test('every source is listed with its state, the failing one too', () => {
    const { page } = showPopup(mixed());
    expect(textOf(page, '[data-source=intune][data-status=failed]')).toBe(
      'IntuneDid not answer. Last answer 2 days ago',
    );
    expect(textOf(page, '[data-source=jamf][data-status=answered]')).toContain('Answered');
  });

  test('what is not shown is counted', () => {
    const assessment = { ...mixed(), omitted: { retired: 1, overLimit: 0, unreadable: 2 } };
    expect(textsOf(showPopup(assessment).page, '.sources > p')).toEqual([
      '1 retired device is not shown',
      '2 devices are not shown: their reports cannot be read',
    ]);
  });

  test('the foot names the endpoint, the age of its answer and what the company can see', () => {
    const { page } = showPopup(allDone());
    expect(textOf(page, 'footer span')).toBe('acme.example, 2 minutes ago');
    expect(control(page, 'What').getAttribute('href')).toBe('https://acme.example/privacy');
  });

  test('the foot says by whose clock ages are, where this computer’s is wrong', () => {
    const sentence = 'footer [data-clock=wrong]';
    expect(showPopup(allDone()).page.querySelector(sentence)).toBeNull();
    const done = allDone();
    const { page } = showPopup({ ...done, connection: { ...done.connection, clockOffsetMs: -DAY } });
    expect(textOf(page, sentence)).toBe('This computer’s clock is wrong: ages are by the clock of acme.example');
  });

  test('without a company the foot offers to connect one', () => {
    const { page, asked } = showPopup(selfCheck());
    control(page, 'Connect your company').click();
    expect(asked).toEqual([['openOptions', undefined]]);
    expect(page.querySelector('[role=tablist]')).toBeNull();
  });

  test('made-up people are called so', () => {
    const assessment = allDone();
    const organization = { name: 'Acme', sample: true };
    expect(textOf(showPopup({ ...assessment, organization }).page, 'header')).toContain('Sample data');
    expect(textOf(showPopup(assessment).page, 'header')).not.toContain('Sample data');
  });

  test('the head checks again, but not twice at once, and opens the settings', () => {
    const { page, asked, renew } = showPopup(allDone());
    control(page, 'Check again').click();
    renew(allDone(), { isChecking: true });
    control(page, 'Check again').click();
    control(page, 'Settings').click();
    expect(asked).toEqual([
      ['check', undefined],
      ['openOptions', undefined],
    ]);
  });

  test('the end of a check is said once, politely, and never on opening', () => {
    const { page, renew } = showPopup(allDone());
    expect(textOf(page, '[role=status]')).toBe('');
    const newer = { ...fixOnThisComputer(), assessedAt: later(NOW, 1000) };
    renew(newer, { isChecking: true });
    expect(textOf(page, '[role=status]')).toBe('');
    renew(newer);
    expect(textOf(page, '[role=status]')).toBe('Checked just now1 thing to fix on this computer');
  });

  test('a deadline is in sight without opening anything', () => {
    const assessment = changed(fixOnThisComputer(), 'disk-encryption', { dueAt: '2026-12-04T17:00:00.000Z' });
    expect(textOf(showPopup(assessment).page, 'summary .due')).toBe('Please by Friday, December 4');
  });
});
