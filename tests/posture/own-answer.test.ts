import { describe, expect, test } from 'vitest';
import { ownAnswerTo } from '../../src/posture/own-answer.ts';
import { daysAgo, hoursAgo, NOW } from '../support/posture.ts';

const finding = { device: 'this-computer', practice: 'firewall' };
const said = (answeredAt: string, isSo = true) => ({ ...finding, isSo, answeredAt });

describe('what a person said of their own device', () => {
  test.each([
    ['just now', NOW, true],
    ['89 days ago', daysAgo(89), true],
    ['an hour less than 90 days ago', hoursAgo(90 * 24 - 1), true],
    ['90 days ago', daysAgo(90), false],
    ['a year ago', daysAgo(365), false],
    ['in the future, for then the clock was wrong', hoursAgo(-1), false],
  ])('said %s', (_, answeredAt, stands) => {
    expect(ownAnswerTo(finding, [said(answeredAt)], NOW) !== undefined).toBe(stands);
  });

  test('is of one practice on one device', () => {
    const answers = [said(NOW)];
    expect(ownAnswerTo({ ...finding, practice: 'screen-lock' }, answers, NOW)).toBeUndefined();
    expect(ownAnswerTo({ ...finding, device: 'd_1' }, answers, NOW)).toBeUndefined();
  });

  test('may be that it is not so', () => {
    expect(ownAnswerTo(finding, [said(NOW, false)], NOW)).toEqual(said(NOW, false));
  });
});
