import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aMac } from '../support/assessments.ts';
import { actions, alone, atAcme, bySelf, find, findAll, show, textOf } from './popup-of.tsx';

beforeEach(() => void vi.clearAllMocks());
afterEach(cleanup);

const on = { state: 'on', controlledBy: 'person' };
const inSection = () => findAll('[data-place=browser] [data-practice]').map(({ dataset }) => dataset['practice']);

describe('a check of the browser that waits for a permission', () => {
  const waiting = () =>
    show(atAcme({ devices: [aMac()], notAllowed: ['extensions', 'safeBrowsing'], notTold: ['httpsOnly', 'passkey'] }));

  test.each([
    ['browser-extensions', 'management'],
    ['safe-browsing', 'privacy'],
  ])('%s says why and asks for "%s" while the click is handled', (practice, permission) => {
    waiting();
    const card = find(`[data-place=browser] [data-practice=${practice}]`);
    expect(card.dataset).toMatchObject({ rating: 'unknown', reason: 'permission-not-granted' });
    expect(textOf(card)).toContain('Needs your permission');
    const button = find(`[data-practice=${practice}] [data-control=permission]`);
    expect(button.getAttribute('aria-label')?.replaceAll(/[\u2066-\u2069]/g, '')).toMatch(/^Switch on: /);
    button.click();
    expect(actions.allow.mock.calls).toEqual([[permission]]);
  });

  test('stays out of the count', () => {
    waiting();
    expect(textOf(find('[data-group=unknown] .card-title'))).toMatch(/^\d things we cannot check$/);
    expect(textOf(find('h1'))).toContain(textOf(find('[data-group=unknown] .card-title')));
  });
});

describe('what the browser tells nobody', () => {
  test('is a quiet line among what cannot be checked', () => {
    show(atAcme({ devices: [aMac()], notTold: ['httpsOnly'] }));
    expect(inSection()).not.toContain('https-only');
    const line = find('[data-group=unknown] [data-practice=https-only]');
    expect(textOf(line)).toBe('Encrypted connections only: Chrome does not tell extensions this');
    expect(line.querySelector('button')).toBeNull();
  });

  test('names itself where there is nothing else that cannot be checked', () => {
    const signals = [bySelf('safeBrowsing', on), bySelf('extensions', []), bySelf('passkey', 'ready')];
    show(alone({ signals: [...signals, bySelf('osVersion', '26.7.2')], notTold: ['httpsOnly'] }));
    expect(textOf(find('[data-group=unknown] .card-title'))).toBe('1 thing that Chrome does not tell');
  });
});

describe('what is ok in the browser', () => {
  test('is folded from three on', () => {
    const again = show(atAcme({ devices: [aMac()], signals: [bySelf('safeBrowsing', on)] }));
    expect(document.querySelector('[data-group=browser-ok]')).toBeNull();
    expect(inSection()).toEqual(['browser-version', 'safe-browsing']);
    again(atAcme({ devices: [aMac()], signals: [bySelf('safeBrowsing', on), bySelf('passkey', 'ready')] }));
    expect(textOf(find('[data-place=browser] [data-group=browser-ok] .card-title'))).toBe('3 checks done');
  });

  test('does not hide a warning that comes while the page is open', () => {
    const ok = [bySelf('passkey', 'ready'), bySelf('extensions', [])];
    const again = show(atAcme({ devices: [aMac()], signals: [...ok, bySelf('safeBrowsing', on)] }));
    fireEvent.click(find('[data-group=unknown] summary'));
    again(atAcme({ devices: [aMac()], signals: [...ok, bySelf('safeBrowsing', { ...on, state: 'off' })] }));
    expect(find('[data-practice=safe-browsing]').closest('[data-group]')).toBeNull();
  });
});
