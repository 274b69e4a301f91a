import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { aMac, anIphone, aPixel } from '../support/assessments.ts';
import { said } from '../support/posture.ts';
import { atAcme, find, findAll, show, textOf } from './popup-of.tsx';

beforeAll(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(cleanup);

const jailbroken = said('deviceIntegrity', 'jailbroken', 'intune', 5);
const phones = (count: number) =>
  Array.from({ length: count }, (_, i) => anIphone({ id: `d_${i}`, name: `Phone ${i}`, serialEnding: `K9L${i}` }));
const withPhones = (count: number) =>
  atAcme({
    devices: [
      ...phones(count),
      aPixel({}, said('osVersion', '13', 'intune', 5)),
      anIphone({ name: 'Broken' }, jailbroken),
      aMac(),
    ],
  });

const tabs = () => findAll('[role=tab]');
const shown = () => tabs().filter((tab) => !tab.hidden);
const list = () => find('[role=tablist]');

describe('from five devices on', () => {
  test('they stand in a list: this computer, then the worst first, each with what there is to do', () => {
    show(withPhones(37));
    expect(tabs()).toHaveLength(40);
    expect(list().getAttribute('aria-orientation')).toBe('vertical');
    expect(shown().slice(0, 4).map(textOf)).toEqual([
      'This computerMacBook Pro 14, macOS9 not checked',
      'BrokeniPhone 17, iOS1 to fix',
      'Pixel of JanePixel 9, Android1 to fix',
      'Phone 0iPhone 17, iOSAll done',
    ]);
    expect(findAll('[data-device]')).toEqual([]);
  });

  test('choosing one shows its findings alone, under its name and a way back', () => {
    show(withPhones(37));
    fireEvent.click(tabs()[1] as HTMLElement);
    expect(findAll('[data-device]').map(({ dataset }) => dataset['device'])).toEqual(['d_iphone']);
    expect(shown()).toHaveLength(1);
    expect(find('[role=tab][aria-selected=true]').textContent).toContain('Broken');
    expect(find('[role=tabpanel]').getAttribute('aria-labelledby')).toBe(find('[aria-selected=true]').id);
    const back = find('[data-control=all-devices]');
    expect(textOf(back)).toBe('All 40 devices');
    fireEvent.click(back);
    expect(shown()).toHaveLength(40);
    expect(findAll('[data-device]')).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Broken');
  });

  test('the first can be chosen too', () => {
    show(withPhones(2));
    fireEvent.click(tabs()[0] as HTMLElement);
    expect(findAll('[data-device]')).toHaveLength(1);
  });

  test('the keys only walk: choosing is left to Enter and Space', () => {
    show(withPhones(37));
    const [first, second] = tabs();
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second as HTMLElement, { key: 'End' });
    expect(document.activeElement).toBe(tabs().at(-1));
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(tabs().at(-1));
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'Home' });
    expect(document.activeElement).toBe(first);
    expect(findAll('[data-device]')).toEqual([]);
  });

  test('a name from outside is text', () => {
    const devices = [...phones(5), anIphone({ id: 'd_evil', name: '<b>bold</b>' }, jailbroken), aMac()];
    show(atAcme({ devices }));
    expect(list().textContent).toContain('<b>bold</b>');
    expect(list().querySelector('b')).toBeNull();
  });
});

test('four devices are tabs, and a fifth that comes while one reads takes nothing away', () => {
  const again = show(withPhones(1));
  expect(list().getAttribute('aria-orientation')).toBeNull();
  expect(findAll('[data-device]')).toHaveLength(1);
  again(withPhones(2));
  expect(findAll('[data-device]')).toHaveLength(1);
  expect(find('[data-control=all-devices]')).toBeTruthy();
});

test('where the only thing to fix is on another device, the headline leads there', () => {
  show(atAcme({ devices: [aMac(), anIphone({}, jailbroken)] }));
  expect(textOf(find('h1'))).toBe('1 thing to fix on your iPhone 17');
  fireEvent.click(find('[data-control=show]'));
  expect(find('[data-device]').dataset['device']).toBe('d_iphone');
  expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
  expect(document.querySelector('[data-control=show]')).toBeNull();
});
