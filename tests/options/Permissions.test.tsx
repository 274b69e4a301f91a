import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { has } from '../../src/browser/permissions.ts';
import { Permissions } from '../../src/options/Permissions.tsx';
import { answerWith, brands, runIn, switchOff, type ThisBrowser } from '../support/this-browser.ts';

const firefox: ThisBrowser = { userAgentData: null, browserInfo: { name: 'Firefox', version: '161.0' } };

const row = (permission: string) => document.querySelector(`[data-permission=${permission}]`);
const rows = () =>
  [...document.querySelectorAll('[data-permission]')].map((one) => one.getAttribute('data-permission'));
const button = (permission: string) => row(permission)?.querySelector('button');
const status = (permission: string) => row(permission)?.querySelector('[role=status]')?.textContent;

const open = async (browser: ThisBrowser = {}) => {
  runIn(browser);
  render(<Permissions locale="en" />);
  await waitFor(() => expect(rows()).not.toEqual([]));
};
const press = (permission: string) => fireEvent.click(button(permission)!);

beforeEach(() => runIn());
afterEach(cleanup);

describe('only what is of use is offered', () => {
  test.each<[string, ThisBrowser, readonly string[]]>([
    ['Chrome', {}, ['management', 'privacy']],
    ['a Chromebook', { os: 'cros' }, ['management', 'privacy', 'idle']],
    ['Edge', { userAgentData: { fullVersionList: brands('Microsoft Edge', 158) } }, ['management']],
    ['Firefox', firefox, ['management', 'privacy']],
  ])('in %s', async (_, browser, offered) => {
    await open(browser);
    expect(rows()).toEqual(offered);
  });

  test('a message on the desktop only where a company may ask for something by a day', async () => {
    runIn();
    render(<Permissions hasDeadlines locale="en" />);
    await waitFor(() => expect(rows()).toEqual(['management', 'privacy', 'notifications']));
    press('notifications');
    await waitFor(() => expect(button('notifications')?.textContent).toBe('Switch off'));
    expect(await has('notifications')).toBe(true);
  });

  test('and each says what for', async () => {
    await open({ os: 'cros' });
    for (const permission of ['management', 'privacy', 'idle']) {
      const words = document.getElementById(button(permission)?.getAttribute('aria-describedby') ?? '');
      expect(words?.textContent?.length).toBeGreaterThan(20);
    }
  });
});

describe('what a company’s own build requires', () => {
  test('is listed, as switched on by the organization, without a switch', async () => {
    const required = ['management', 'notifications', 'enterprise.hardwarePlatform'];
    await open({ granted: ['management', 'notifications'], required });
    expect(rows()).toEqual(['privacy', 'management', 'notifications', 'enterprise.hardwarePlatform']);
    for (const permission of required) {
      const listed = [...document.querySelectorAll('[data-fixed]')].find(
        (one) => one.getAttribute('data-permission') === permission,
      );
      expect(listed?.textContent).toContain('Switched on by your organization.');
      expect(listed?.querySelector('button')).toBeNull();
    }
    expect(button('privacy')?.textContent).toBe('Switch on');
  });
});

describe('the switch', () => {
  test('asks the browser before anything else happens, and shows what came of it', async () => {
    await open();
    expect(button('management')?.textContent).toBe('Switch on');
    press('management');
    await waitFor(() => expect(button('management')?.textContent).toBe('Switch off'));
    expect(status('management')).toContain('Switched on');
    expect(button('privacy')?.textContent).toBe('Switch on');
    expect(await has('management')).toBe(true);
  });

  test('off withdraws the permission', async () => {
    await open({ granted: ['privacy'] });
    press('privacy');
    await waitFor(() => expect(button('privacy')?.textContent).toBe('Switch on'));
    expect(await has('privacy')).toBe(false);
  });

  test('follows what is changed in the browser’s own settings', async () => {
    await open({ granted: ['management'] });
    expect(button('management')?.textContent).toBe('Switch off');
    await switchOff('management');
    await waitFor(() => expect(button('management')?.textContent).toBe('Switch on'));
  });

  test.each<[string, boolean | Error, string]>([
    ['the person refuses', false, 'It stays off.'],
    [
      'the organization has decided',
      new Error('Permissions are blocked by enterprise policy.'),
      'Your organization has blocked this check.',
    ],
    ['the browser fails', new Error('gone'), 'The browser did not change anything. Try again.'],
  ])('stays off when %s, and says so', async (_, answer, words) => {
    await open();
    answerWith(answer);
    press('privacy');
    await waitFor(() => expect(status('privacy')).toBe(words));
    expect(button('privacy')?.textContent).toBe('Switch on');
    expect(status('management')).toBe('');
  });
});
