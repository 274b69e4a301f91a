import { expect, test } from 'vitest';
import { screenLock } from '../../src/sources/screen-lock.ts';
import { NOW } from '../support/posture.ts';
import { runIn, type ThisBrowser } from '../support/this-browser.ts';

const idle = (seconds: number) => ({ getAutoLockDelay: async () => seconds });

test.each([600, 0])('a Chromebook tells after how many seconds it locks: %i', async (seconds) => {
  runIn({ os: 'cros', granted: ['idle'], idle: idle(seconds) });
  expect(await screenLock.observe(NOW)).toEqual({
    signals: [
      { fact: 'screenLock', value: 'on', source: 'browser', observedAt: NOW },
      { fact: 'screenLockAfterSeconds', value: seconds, source: 'browser', observedAt: NOW },
    ],
    gaps: [],
  });
});

test.each<[string, ThisBrowser, string]>([
  ['without the permission', {}, 'permission-not-granted'],
  ['that lacks this function', { granted: ['idle'], idle: {} }, 'browser-cannot-know'],
])('a Chromebook %s', async (_, browser, reason) => {
  runIn({ os: 'cros', idle: idle(600), ...browser });
  expect(await screenLock.observe(NOW)).toEqual({
    signals: [],
    gaps: [
      { fact: 'screenLock', source: 'browser', reason },
      { fact: 'screenLockAfterSeconds', source: 'browser', reason },
    ],
  });
});

test.each(['mac', 'win', 'linux', 'android'])('nothing at all is said on %s, whatever is granted', async (os) => {
  runIn({ os, granted: ['idle'], idle: idle(600) });
  expect(await screenLock.observe(NOW)).toEqual({ signals: [], gaps: [] });
});
