import { fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import {
  aMac,
  anIphone,
  aPixel,
  assessmentOf,
  failing,
  fixOnPhone,
  jamf,
  mixed,
  notJoined,
} from '../support/assessments.ts';
import { said } from '../support/posture.ts';
import { click, control, find, showPopup, textOf, textsOf } from './show.tsx';

const tabs = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>('[role=tab]')];
const chosen = (page: HTMLElement) => textOf(page, '[aria-selected=true] .tab-label');
const press = (key: string) => void fireEvent.keyDown(document.activeElement ?? document.body, { key });

afterEach(() => document.documentElement.removeAttribute('style'));

describe('tabs', () => {
  test('this computer comes first and is chosen, then the devices with the worst ratings', () => {
    const { page } = showPopup(mixed());
    expect(textsOf(page, '.tab-label')).toEqual(['This computer', 'Pixel 9', 'iPhone 17']);
    expect(chosen(page)).toBe('This computer');
  });

  test('each tells its own count in words and shape, not in colour alone', () => {
    const { page } = showPopup(mixed());
    expect(textsOf(page, '[role=tab]')).toEqual([
      '2Highly recommendedThis computer',
      '1SuggestedPixel 9',
      'DoneiPhone 17',
    ]);
    expect(tabs(page).map((tab) => tab.querySelector('.count svg') !== null)).toEqual([false, false, true]);
  });

  test('the chosen one names its panel, which names it back', () => {
    const { page } = showPopup(mixed());
    const panel = find(page, '[role=tabpanel]');
    const [first] = tabs(page);
    expect(first?.getAttribute('aria-controls')).toBe(panel.id);
    expect(panel.getAttribute('aria-labelledby')).toBe(first?.id);
  });

  test('a click shows the findings of another device, and no others', () => {
    const { page } = showPopup(mixed());
    click(control(page, 'Pixel 9'));
    expect(find(page, '[data-device]').dataset['device']).toBe('d_pixel');
    expect(page.querySelectorAll('[data-device]')).toHaveLength(1);
    expect(find(page, '[data-practice=os-supported]').dataset['rating']).toBe('nudge');
    expect(page.querySelector('[data-practice=browser-version]')).toBeNull();
  });

  test.each([
    [['ArrowRight'], 'Pixel 9'],
    [['ArrowRight', 'ArrowRight'], 'iPhone 17'],
    [['ArrowRight', 'ArrowRight', 'ArrowRight'], 'This computer'],
    [['ArrowLeft'], 'iPhone 17'],
    [['End'], 'iPhone 17'],
    [['End', 'Home'], 'This computer'],
    [['a'], 'This computer'],
  ])('%s leads to %s, with the focus and the only tab stop', (keys, label) => {
    const { page } = showPopup(mixed());
    find(page, '[aria-selected=true]').focus();
    for (const key of keys) press(key);
    expect(chosen(page)).toBe(label);
    expect(document.activeElement).toBe(find(page, '[aria-selected=true]'));
    expect(tabs(page).filter(({ tabIndex }) => tabIndex === 0)).toEqual([document.activeElement]);
  });

  test('from right to left the arrows are the other way round', () => {
    document.documentElement.style.direction = 'rtl';
    const { page } = showPopup(mixed());
    find(page, '[aria-selected=true]').focus();
    press('ArrowLeft');
    expect(chosen(page)).toBe('Pixel 9');
  });

  test('a company’s only device has a tab too', () => {
    expect(textsOf(showPopup(assessmentOf([aMac()])).page, '.tab-label')).toEqual(['This computer']);
  });
});

describe('which device it is', () => {
  test('this computer tells its model and the end of its serial number', () => {
    expect(textOf(showPopup(mixed()).page, '.device')).toBe('MacBook Pro 14, ending 7Q2X');
  });

  test('a device whose source fails is shown as last known', () => {
    const { page } = showPopup(assessmentOf([aMac(), anIphone()], { sources: [jamf, failing] }));
    click(control(page, 'iPhone 17'));
    expect(textOf(page, '[data-device] .device')).toBe('iPhone of Jane, ending K9L0Last known, from 3 hours ago');
  });

  test('a computer that is not joined says so, and the company’s own is a device beside it', () => {
    const { page } = showPopup(notJoined());
    expect(textOf(page, '[data-device=this-computer] .device')).toContain('This browser is not joined');
    expect(textsOf(page, '.tab-label')).toContain('MacBook Pro 14');
  });

  test.each([
    ['their names', [{ name: 'Work' }, { name: 'Private' }], ['Work', 'Private']],
    [
      'the end of their serial numbers',
      [
        { name: 'iPhone', serialEnding: 'AAAA' },
        { name: 'iPhone', serialEnding: 'BBBB' },
      ],
      ['iPhone 17, ending AAAA', 'iPhone 17, ending BBBB'],
    ],
  ])('two of the same model are told apart by %s', (_, twins, labels) => {
    const phones = twins.map((twin, i) => anIphone({ id: `d_${i}`, ...twin }));
    expect(textsOf(showPopup(assessmentOf([aMac(), ...phones])).page, '.tab-label').slice(1)).toEqual(labels);
  });

  test('a device without model and name is called by its platform', () => {
    const { model: _, ...phone } = anIphone({ name: '' });
    expect(textsOf(showPopup(assessmentOf([aMac(), phone])).page, '.tab-label')).toContain('iOS');
  });
});

test('while the page is open no tab changes its place, and a new device comes last', () => {
  const { page, renew } = showPopup(mixed());
  renew(
    assessmentOf([
      aMac(),
      aPixel({ id: 'd_new', model: 'Pixel 10' }, said('screenLock', 'off', 'intune', 1)),
      anIphone({}, said('deviceIntegrity', 'jailbroken', 'intune', 1)),
      aPixel(),
    ]),
  );
  expect(textsOf(page, '.tab-label')).toEqual(['This computer', 'Pixel 9', 'iPhone 17', 'Pixel 10']);
});

test('the headline may speak of a phone while this computer stays chosen', () => {
  const { page } = showPopup(fixOnPhone());
  expect(textOf(page, 'h1')).toContain('iPhone 17');
  expect(chosen(page)).toBe('This computer');
});
