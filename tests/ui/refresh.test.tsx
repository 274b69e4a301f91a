import { describe, expect, test } from 'vitest';
import { present } from '../../src/posture/present.ts';
import {
  allDone,
  aMac,
  anIphone,
  assessmentOf,
  claimOf,
  fixOnThisComputer,
  mixed,
  unknownOnly,
} from '../support/assessments.ts';
import { NOW, said } from '../support/posture.ts';
import { click, control, find, findingIn, showPopup, textOf, textsOf } from './show.tsx';

const toggle = (element: HTMLElement) => click(find(element, 'summary'));
const isOpen = (element: HTMLElement) => (element as HTMLDetailsElement).open;
const headings = (page: HTMLElement) => textsOf(page, '.section-title');

const lockLate = said('screenLockAfterSeconds', 3600);
const worse = () => assessmentOf([aMac({}, said('diskEncryption', 'off'), said('firewall', 'off')), anIphone()]);

describe('a new assessment is shown in place', () => {
  test('cards stay open and closed as the person left them, in the same elements', () => {
    const { page, renew } = showPopup(mixed());
    toggle(findingIn(page, 'disk-encryption'));
    toggle(findingIn(page, 'browser-version'));
    const before = findingIn(page, 'browser-version');
    renew(mixed());
    expect(findingIn(page, 'browser-version')).toBe(before);
    expect(isOpen(findingIn(page, 'browser-version'))).toBe(true);
    expect(isOpen(findingIn(page, 'disk-encryption'))).toBe(false);
  });

  test('the focus stays where it is', () => {
    const { page, renew } = showPopup(mixed());
    const button = control(findingIn(page, 'disk-encryption'), 'Show me how');
    button.focus();
    renew(mixed({ browserVersion: '151.0.1' }));
    expect(document.activeElement).toBe(button);
  });

  test('the chosen tab stays, and what is open on each of them', () => {
    const { page, renew } = showPopup(mixed());
    click(control(page, 'Pixel 9'));
    toggle(findingIn(page, 'os-supported'));
    renew(mixed());
    expect(textOf(page, '[aria-selected=true] .tab-label')).toBe('Pixel 9');
    click(control(page, 'This computer'));
    click(control(page, 'Pixel 9'));
    expect(isOpen(findingIn(page, 'os-supported'))).toBe(true);
  });

  test('the list is not scrolled', () => {
    const { page, renew } = showPopup(mixed());
    find(page, '.scroller').scrollTop = 120;
    renew(worse());
    expect(find(page, '.scroller').scrollTop).toBe(120);
  });
});

describe('what is being read does not move', () => {
  test('an open card that is now ok says so in its old place', () => {
    const { page, renew } = showPopup(fixOnThisComputer());
    expect(isOpen(findingIn(page, 'disk-encryption'))).toBe(true);
    renew(allDone());
    expect(headings(page)).toContain('Highly recommended');
    expect(textOf(findingIn(page, 'disk-encryption'), 'h3')).toBe('Disk encryption is on');
    expect(isOpen(findingIn(page, 'disk-encryption'))).toBe(true);
    expect(textOf(page, 'h1')).toBe('Nothing to fix');
  });

  test('when nobody reads, everything goes where it belongs', () => {
    const { page, renew } = showPopup(fixOnThisComputer());
    toggle(findingIn(page, 'disk-encryption'));
    renew(allDone());
    expect(headings(page)).toEqual(['This browser']);
    expect(find(page, '[data-group=ok]').contains(findingIn(page, 'disk-encryption'))).toBe(true);
  });

  test('a new warning never hides in a closed group, and joins its section at the end', () => {
    const mac = aMac({}, said('firewall', 'off'));
    const { page, renew } = showPopup(assessmentOf([mac, anIphone()]));
    renew(worse());
    const warnings = [...find(page, '.panel section').querySelectorAll<HTMLElement>('[data-practice]')];
    expect(warnings.map(({ dataset }) => dataset['practice'])).toEqual(['firewall', 'disk-encryption']);
    expect(isOpen(findingIn(page, 'firewall'))).toBe(true);
    expect(isOpen(findingIn(page, 'disk-encryption'))).toBe(false);
  });

  test('in an open group a finding stays', () => {
    const { page, renew } = showPopup(unknownOnly());
    const group = find(page, '[data-group=unknown]');
    toggle(group);
    renew(allDone());
    expect(group.contains(findingIn(page, 'firewall'))).toBe(true);
    expect(findingIn(page, 'firewall').dataset['rating']).toBe('ok');
  });

  test('what is opened when the page is opened again is sorted anew', () => {
    const first = showPopup(fixOnThisComputer());
    first.renew(assessmentOf([aMac({}, lockLate)]));
    const { page } = showPopup(assessmentOf([aMac({}, lockLate)]));
    expect(headings(page)).toEqual(['Suggested', 'This browser']);
  });
});

describe('what the person calls done', () => {
  test('moves to the waiting ones and keeps the focus, on the way back', () => {
    const { page, renew } = showPopup(fixOnThisComputer());
    control(findingIn(page, 'disk-encryption'), 'I’ve done this').focus();
    renew(present(fixOnThisComputer(), [claimOf('disk-encryption')], NOW));
    expect(headings(page)).toEqual(['Waiting to be confirmed', 'This browser']);
    expect(document.activeElement).toBe(control(findingIn(page, 'disk-encryption'), 'Not yet'));
    expect(isOpen(findingIn(page, 'disk-encryption'))).toBe(true);
    renew(fixOnThisComputer());
    expect(document.activeElement).toBe(control(findingIn(page, 'disk-encryption'), 'I’ve done this'));
  });
});
