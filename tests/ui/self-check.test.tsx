import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { THIS_COMPUTER } from '../../src/posture/this-computer.ts';
import { aMac, without } from '../support/assessments.ts';
import { daysAgo } from '../support/posture.ts';
import { actions, alone, atAcme, find, findAll, show, textOf } from './popup-of.tsx';

beforeEach(() => void vi.clearAllMocks());
afterEach(cleanup);

const disk = '[data-group=yourself] [data-practice=disk-encryption]';
const said = (isSo: boolean, answeredAt: string) => ({
  ownAnswers: [{ device: THIS_COMPUTER, practice: 'disk-encryption', isSo, answeredAt }],
});

describe('without a company', () => {
  test('what no browser can see is one card, open, and counts what is in it', () => {
    show(alone());
    const rows = findAll('[data-group=yourself] [data-practice]');
    expect(rows.length).toBeGreaterThan(4);
    expect(textOf(find('[data-group=yourself] .card-title'))).toBe(`${rows.length} things worth checking yourself`);
    expect(find('[data-group=yourself]').hasAttribute('open')).toBe(true);
    expect(new Set(rows.map(({ dataset }) => dataset['rating']))).toEqual(new Set(['unknown']));
  });

  test('each says what would be right, and where to look', () => {
    show(alone());
    expect(textOf(find(`${disk} .row-title`))).toBe('Disk encryption is on?');
    expect(textOf(find('[data-practice=remote-login] .row-title'))).toBe('Remote login is off?');
    fireEvent.click(find(`${disk} [data-control=steps]`));
    expect(actions.showSteps).toHaveBeenCalledWith({ device: THIS_COMPUTER, practice: 'disk-encryption' });
  });

  test.each([
    ['answer-yes', true],
    ['answer-no', false],
  ])('the person answers for themselves: %s', (control, isSo) => {
    show(alone());
    fireEvent.click(find(`${disk} [data-control=${control}]`));
    expect(actions.answer.mock.calls).toEqual([[{ device: THIS_COMPUTER, practice: 'disk-encryption', isSo }]]);
  });
});

describe('the person’s own answer', () => {
  test.each([
    [true, 'You said so on November 20'],
    [false, 'You said on November 20 that it is not so'],
  ])('is shown as theirs, with its date, and is no rating (%s)', (isSo, words) => {
    show(alone(), said(isSo, daysAgo(3)));
    expect(textOf(find(`${disk} [data-own-answer]`))).toBe(words);
    expect(find(disk).dataset['rating']).toBe('unknown');
    expect(document.querySelector(`${disk} [data-control=answer-yes]`)).toBeNull();
    fireEvent.click(find(`${disk} [data-control=unanswer]`));
    expect(actions.unanswer).toHaveBeenCalledWith({ device: THIS_COMPUTER, practice: 'disk-encryption' });
  });

  test('is counted as answered', () => {
    show(alone(), said(true, daysAgo(3)));
    expect(textOf(find('[data-group=yourself] .line'))).toMatch(/^1 of \d+ answered by you$/);
  });

  test('is asked for again after 90 days', () => {
    show(alone(), said(true, daysAgo(90)));
    expect(document.querySelector('[data-own-answer]')).toBeNull();
    expect(find(`${disk} [data-control=answer-yes]`)).toBeTruthy();
  });

  test('changes neither headline nor overall rating', () => {
    const again = show(alone());
    const before = textOf(find('.hero'));
    again(alone(), said(true, daysAgo(3)));
    expect(textOf(find('.hero'))).toBe(before);
  });

  test('is not asked for where a company’s tools report', () => {
    show(atAcme({ devices: [without(aMac(), 'diskEncryption')] }), said(true, daysAgo(3)));
    expect(findAll('[data-own-answer], [data-control=answer-yes]')).toEqual([]);
  });
});
