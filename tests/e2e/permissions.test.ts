import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../support/browsers.ts';
import { assessmentWhere, type Installed, textOf } from '../support/extension.ts';

/**
 * What may be asked for, and the check that it makes possible. A Chromium worker that ran before it was allowed to see the other
 * extensions does not see them: only the next one does.
 */
const asked = [
  { browser: 'Chromium', permission: 'management', practice: 'browser-extensions', needsNextWorker: true },
  { browser: 'Chromium', permission: 'privacy', practice: 'safe-browsing', needsNextWorker: false },
  { browser: 'Firefox', permission: 'management', practice: 'browser-extensions', needsNextWorker: false },
  { browser: 'Firefox', permission: 'privacy', practice: 'https-only', needsNextWorker: false },
];

describe.each(browsers)('in %s', (name, launch) => {
  let installed: Installed;

  beforeAll(async () => {
    installed = await launch();
    await assessmentWhere(installed, ({ connection }) => connection.endpoint === null);
  });

  afterAll(async () => installed?.close());

  /** Presses the switch of a permission on the settings page. */
  const press = async (permission: string, action: 'switch-on' | 'switch-off'): Promise<Page> => {
    const options = await installed.page('src/options/index.html');
    await options.locator(`[data-permission=${permission}] [data-action=${action}]`).click();
    return options;
  };

  const withoutPermission = (practice: string) => `[data-practice=${practice}][data-reason=permission-not-granted]`;
  const rated = (practice: string) => `[data-practice=${practice}]:not([data-rating=unknown])`;

  describe.each(asked.filter(({ browser }) => browser === name))('$permission', (row) => {
    const { permission, practice, needsNextWorker } = row;

    test('refused: the settings say so, and the check stays offered', async () => {
      const options = await press(permission, 'switch-on');
      await installed.answerPrompt('Deny');
      const status = `[data-permission=${permission}] [role=status]:not(:empty)`;
      await options.waitForSelector(status);
      expect(await textOf(options, status)).toBe('It stays off.');
      await options.close();
      const popup = await installed.page('src/popup/index.html');
      await popup.waitForSelector(`${withoutPermission(practice)} [data-control=permission]`);
      await popup.close();
    });

    test('granted in the popup, the check is rated there; withdrawn in the settings, it is offered there again', async () => {
      const popup = await installed.page('src/popup/index.html');
      await popup.locator(`${withoutPermission(practice)} [data-control=permission]`).click();
      await installed.answerPrompt('Allow');
      if (needsNextWorker) {
        await popup.waitForSelector(`[data-practice=${practice}][data-reason=not-checked-yet]`);
        await installed.killWorker();
        await popup.locator('header [data-control=check]').click();
      }
      await popup.waitForSelector(rated(practice));

      const options = await press(permission, 'switch-off');
      await popup.waitForSelector(`${withoutPermission(practice)} [data-control=permission]`);
      expect(await popup.$(rated(practice))).toBeNull();
      await options.waitForSelector(`[data-permission=${permission}] [data-action=switch-on]`);
      await options.close();
      await popup.close();
    });
  });
});
