import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FactValue } from '../../src/posture/facts.ts';
import { aMac, anIphone } from '../support/assessments.ts';
import { daysAgo, hoursAgo, NOW } from '../support/posture.ts';
import { actions, atAcme, bySelf, find, findAll, show, textOf } from './popup-of.tsx';

beforeEach(() => void vi.clearAllMocks());
afterEach(cleanup);

const heardFrom = (lastContactAt: string) => ({
  seenBy: [{ source: 'jamf', lastContactAt, joinedBy: 'alone' as const }],
});
const toolbar = (pinned: FactValue<'toolbar'>['pinned']) =>
  bySelf('toolbar', { installed: 'by-person', release: 'current', pinned, answeredAt: hoursAgo(1) });

describe('a device that nobody has heard from', () => {
  test('says so in one quiet line with its action, and not under "Suggested"', () => {
    show(atAcme({ devices: [aMac(heardFrom(daysAgo(9)))] }));
    const hint = find('[data-practice=check-in]');
    expect(hint.dataset['rating']).toBe('nudge');
    expect(textOf(hint)).toMatch(/^Not heard from since November 14, 2026 Show me how$/);
    expect(hint.closest('details, [data-place=nudge]')).toBeNull();
    fireEvent.click(find('[data-practice=check-in] [data-control=steps]'));
    expect(actions.showSteps).toHaveBeenCalledWith({ device: 'd_mac', practice: 'check-in' });
  });

  test('is not what opens, however much the company asks for it', () => {
    const policy = { version: '1', practices: { 'check-in': { importance: 'warn' } } } as const;
    show(atAcme({ devices: [aMac(heardFrom(daysAgo(9)))] }, { policy }));
    expect(find('[data-practice=check-in]').dataset['rating']).toBe('warn');
    expect(findAll('details[open]')).toEqual([]);
  });

  test('says nothing while it has been heard from', () => {
    show(atAcme({ devices: [aMac()] }));
    expect(document.querySelector('[data-practice=check-in]')).toBeNull();
  });
});

describe('this extension', () => {
  test('speaks of itself under "This browser", and only when something is wrong', () => {
    const again = show(atAcme({ devices: [aMac()], signals: [toolbar('no')] }));
    expect(textOf(find('[data-place=browser] [data-practice=toolbar-check]'))).toContain(
      'This extension: Its icon is hidden',
    );
    again(atAcme({ devices: [aMac()], signals: [toolbar('yes')] }));
    expect(document.querySelector('[data-practice=toolbar-check]')).toBeNull();
  });

  test('is not spoken of on another device', () => {
    show(atAcme({ devices: [anIphone()] }));
    expect(document.querySelector('[data-device=d_iphone] [data-practice=toolbar-check]')).toBeNull();
  });
});

describe('a deadline', () => {
  const asked = (dueAt: string) => ({
    policy: { version: '1', practices: { 'disk-encryption': { dueAt } } },
    now: NOW,
  });
  const off = { fact: 'diskEncryption', value: 'off', source: 'jamf', observedAt: hoursAgo(3) } as const;

  test.each([
    ['2026-12-04T12:00:00.000Z', 'Please by Friday, December 4'],
    ['2027-01-08T12:00:00.000Z', 'Please by Friday, January 8, 2027'],
    ['2026-11-20T12:00:00.000Z', 'Was asked for by Friday, November 20'],
  ])('%s: %s', (dueAt, words) => {
    show(atAcme({ devices: [aMac({}, off)] }, asked(dueAt)));
    expect(textOf(find('[data-practice=disk-encryption] .due'))).toBe(words);
  });

  test('is not told of what is done', () => {
    show(atAcme({ devices: [aMac()] }, asked('2026-12-04T12:00:00.000Z')));
    expect(document.querySelector('.due')).toBeNull();
  });
});
