import { expect, test } from 'vitest';
import { httpsOnly } from '../../src/sources/https-only.ts';
import { NOW } from '../support/posture.ts';
import { runIn, type ThisBrowser } from '../support/this-browser.ts';

const firefox: ThisBrowser = { userAgentData: null, browserInfo: { name: 'Firefox', version: '161.0' } };
const privacy = (value: unknown) => ({
  network: { httpsOnlyMode: { get: async () => ({ value, levelOfControl: 'not_controllable' }) } },
});

test.each([
  ['always', 'always'],
  ['private_browsing', 'private-windows'],
  ['never', 'never'],
])('Firefox says %s, and nobody is named for it', async (value, state) => {
  runIn({ ...firefox, granted: ['privacy'], privacy: privacy(value) });
  expect(await httpsOnly.observe(NOW)).toEqual({
    signals: [{ fact: 'httpsOnly', value: { state }, source: 'browser', observedAt: NOW }],
    gaps: [],
  });
});

test.each<[string, ThisBrowser, string]>([
  ['Firefox without the permission', firefox, 'permission-not-granted'],
  ['a Firefox without this setting', { ...firefox, granted: ['privacy'], privacy: {} }, 'browser-cannot-know'],
  ['a value that is none', { ...firefox, granted: ['privacy'], privacy: privacy('often') }, 'browser-cannot-know'],
  ['Chrome', {}, 'browser-cannot-know'],
  ['Chrome with the permission', { granted: ['privacy'] }, 'browser-cannot-know'],
])('is unknown: %s', async (_, browser, reason) => {
  runIn({ privacy: privacy('always'), ...browser });
  expect(await httpsOnly.observe(NOW)).toEqual({
    signals: [],
    gaps: [{ fact: 'httpsOnly', source: 'browser', reason }],
  });
});
