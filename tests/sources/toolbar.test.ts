import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, test } from 'vitest';
import { toolbar } from '../../src/sources/toolbar.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

test.each([
  ['admin', true, { installed: 'by-policy', pinned: 'yes' }],
  ['normal', false, { installed: 'by-person', pinned: 'no' }],
  ['development', true, { installed: 'unpacked', pinned: 'yes' }],
  ['sideload', true, { installed: 'other', pinned: 'yes' }],
])('installed as %s, on the toolbar: %s', async (installType, isOnToolbar, value) => {
  runIn({ installType, isOnToolbar });
  expect(await toolbar.observe(NOW)).toEqual({
    signals: [{ fact: 'toolbar', value, source: 'browser', observedAt: NOW }],
    gaps: [],
  });
});

test('a browser that does not tell whether the icon is pinned', async () => {
  runIn();
  Object.assign(fakeBrowser.action, { getUserSettings: undefined });
  expect((await toolbar.observe(NOW)).signals).toMatchObject([
    { value: { installed: 'by-person', pinned: 'cannot-know' } },
  ]);
});

test('a browser that does not tell how the extension came', async () => {
  runIn();
  const { management } = fakeBrowser;
  Object.assign(fakeBrowser, { management: undefined });
  try {
    expect(await toolbar.observe(NOW)).toEqual({
      signals: [],
      gaps: [{ fact: 'toolbar', source: 'browser', reason: 'browser-cannot-know' }],
    });
  } finally {
    Object.assign(fakeBrowser, { management });
  }
});
