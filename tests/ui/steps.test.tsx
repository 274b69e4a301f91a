import { describe, expect, test } from 'vitest';
import { present } from '../../src/posture/present.ts';
import { allDone, claimOf, fixOnThisComputer, mixed, selfCheck } from '../support/assessments.ts';
import { NOW } from '../support/posture.ts';
import { control, find, showSteps, textOf, textsOf } from './show.tsx';

const disk = { device: 'd_mac', practice: 'disk-encryption' };
const browserVersion = { device: 'd_mac', practice: 'browser-version' };

describe('the directions for a finding', () => {
  test('what it is, on which device, why, what to know, each step, and how to see that it worked', () => {
    const { page } = showSteps(mixed(), disk);
    expect(textOf(page, '.steps-device')).toBe('This computer');
    expect(textOf(page, 'h1')).toBe('Turn on disk encryption');
    expect(textsOf(page, 'h2')).toEqual(['Before you start', 'How to do it', 'How to see that it is done']);
    expect(textsOf(page, 'ol li')[1]).toBe('Scroll down and choose FileVault.');
    expect(textOf(page, '.steps-text')).toContain('Reported by Jamf Pro, 3 hours ago');
    expect(document.title).toBe('Turn on disk encryption');
  });

  test('can be found like those of the popup', () => {
    const { page } = showSteps(mixed(), disk);
    expect(find(page, '[data-device=d_mac] [data-practice=disk-encryption]').dataset['rating']).toBe('warn');
  });

  test('are those of the platform of the device, which may be another', () => {
    const { page } = showSteps(mixed(), { device: 'd_pixel', practice: 'os-supported' });
    expect(textOf(page, '.elsewhere')).toBe('These steps are for Pixel 9. Do them there.');
    expect(textOf(page, 'ol')).toContain('Pixel: System');
    expect(page.querySelector('.open-settings')).toBeNull();
  });

  test('what is ok needs none', () => {
    const { page } = showSteps(allDone(), disk);
    expect(textOf(page, 'h1')).toBe('Disk encryption is on');
    expect(page.querySelector('ol')).toBeNull();
    expect(textsOf(page, 'button, a')).toEqual(['Check again']);
  });

  test('what the person is to look at has them, but nothing to call done', () => {
    const { page } = showSteps(selfCheck(), { device: 'this-computer', practice: 'screen-lock' });
    expect(textOf(page, '.seen')).toBe('A browser cannot see this by itself');
    expect(textsOf(page, 'ol li').length).toBeGreaterThan(2);
    expect(textsOf(page, '.steps-actions button')).toEqual(['Check again']);
    expect(page.textContent).not.toContain('{');
  });

  test.each([
    ['the device', { device: 'd_gone', practice: 'disk-encryption' }],
    ['the practice', { device: 'd_mac', practice: 'gone' }],
    ['anything', { device: '', practice: '' }],
  ])('a sentence, when %s is gone', (_, wanted) => {
    expect(textOf(showSteps(mixed(), wanted).page, 'h1')).toMatch(/^This check is not in the list any more/);
  });

  test('a sentence, when nothing is stored', () => {
    expect(textOf(showSteps(undefined, disk).page, 'h1')).toMatch(/^This check is not in the list any more/);
  });
});

describe('the way into the settings', () => {
  test('is an ordinary link on the computer itself, with what the browser will ask', () => {
    const { page } = showSteps(mixed(), disk);
    const link = control(page, 'Open FileVault settings');
    expect(link.getAttribute('href')).toMatch(/^x-apple\.systempreferences:/);
    expect(textOf(page, '.open-settings .quiet')).toMatch(
      /^Your browser asks whether to open Settings\. Choose Open\./,
    );
  });

  test('Firefox asks otherwise', () => {
    const { page } = showSteps(mixed(), disk, { viewer: { platform: 'macos', browser: 'firefox' } });
    expect(textOf(page, '.open-settings .quiet')).toMatch(/^Firefox asks first/);
  });

  test('is a button for pages that only the extension may open', () => {
    const { page, asked } = showSteps(mixed(), browserVersion);
    control(page, 'Open the About page').click();
    expect(asked).toEqual([['openTab', 'chrome://settings/help']]);
  });

  test('is not offered where it cannot be opened, and the page says so', () => {
    const { page } = showSteps(mixed(), browserVersion, { viewer: { platform: 'macos', browser: 'firefox' } });
    expect(page.querySelector('.open-settings')).toBeNull();
    expect(page.textContent).toContain('This page cannot be opened from here. Please follow the steps.');
  });

  test('is not offered when this page is looked at elsewhere', () => {
    const { page } = showSteps(mixed(), disk, { viewer: { platform: 'linux', browser: 'chrome' } });
    expect(page.querySelector('.open-settings')).toBeNull();
    expect(textOf(page, '.elsewhere')).toBe('These steps are for MacBook Pro 14. Do them there.');
  });

  test('nothing is said of it before it is known where the page is looked at', () => {
    const { page } = showSteps(mixed(), disk, { viewer: undefined });
    expect(page.querySelector('.open-settings, .elsewhere')).toBeNull();
  });
});

describe('afterwards', () => {
  test('it can be called done, checked again, or asked about', () => {
    const { page, asked } = showSteps(mixed(), disk);
    control(page, 'I’ve done this').click();
    control(page, 'Check again').click();
    expect(asked).toEqual([
      ['claim', disk],
      ['check', undefined],
    ]);
    expect(control(page, 'Ask IT').getAttribute('href')).toBe('https://help.acme.example/new?about=disk-encryption');
  });

  test('what was called done says who will confirm it, and can be taken back', () => {
    const { page, asked } = showSteps(present(fixOnThisComputer(), [claimOf('disk-encryption')], NOW), disk);
    expect(textOf(page, '.meta')).toContain('after Jamf Pro has looked again');
    control(page, 'Not yet').click();
    expect(asked).toEqual([['unclaim', disk]]);
  });

  test('a check that finds it done says so in place', () => {
    const { page, renew } = showSteps(fixOnThisComputer(), disk);
    control(page, 'Check again').focus();
    renew(allDone());
    expect(textOf(page, 'h1')).toBe('Disk encryption is on');
    expect(document.activeElement).toBe(control(page, 'Check again'));
  });
});
