import { expect, test } from 'vitest';
import { safeBrowsing } from '../../src/sources/safe-browsing.ts';
import { NOW } from '../support/posture.ts';
import { brands, runIn, type ThisBrowser } from '../support/this-browser.ts';

const firefox: ThisBrowser = { userAgentData: null, browserInfo: { name: 'Firefox', version: '161.0' } };
const named = (name: string): ThisBrowser => ({ userAgentData: { fullVersionList: brands(name, 158) } });
const privacy = (value: unknown, levelOfControl = 'controllable_by_this_extension') => ({
  services: { safeBrowsingEnabled: { get: async () => ({ value, levelOfControl }) } },
});

test.each<[unknown, string, object]>([
  [true, 'controllable_by_this_extension', { state: 'on', controlledBy: 'person' }],
  [false, 'controllable_by_this_extension', { state: 'off', controlledBy: 'person' }],
  [false, 'not_controllable', { state: 'off', controlledBy: 'organization' }],
  [true, 'not_controllable', { state: 'on', controlledBy: 'organization' }],
  [false, 'controlled_by_other_extensions', { state: 'off', controlledBy: 'other-extension' }],
])('%s, %s', async (value, levelOfControl, told) => {
  runIn({ granted: ['privacy'], privacy: privacy(value, levelOfControl) });
  expect(await safeBrowsing.observe(NOW)).toEqual({
    signals: [{ fact: 'safeBrowsing', value: told, source: 'browser', observedAt: NOW }],
    gaps: [],
  });
});

test.each<[string, ThisBrowser, string]>([
  ['Chrome without the permission', {}, 'permission-not-granted'],
  ['Brave without the permission', named('Brave'), 'permission-not-granted'],
  ['Edge, whose SmartScreen this is not', { ...named('Microsoft Edge'), granted: ['privacy'] }, 'browser-cannot-know'],
  ['Edge without the permission', named('Microsoft Edge'), 'browser-cannot-know'],
  ['Opera', { ...named('Opera'), granted: ['privacy'] }, 'browser-cannot-know'],
  ['Firefox', firefox, 'browser-cannot-know'],
  ['a browser that does not say what it is', { userAgentData: null }, 'browser-cannot-know'],
  ['a Chrome without this setting', { granted: ['privacy'], privacy: {} }, 'browser-cannot-know'],
  ['a value that is none', { granted: ['privacy'], privacy: privacy('yes') }, 'browser-cannot-know'],
])('is unknown: %s', async (_, browser, reason) => {
  runIn({ privacy: privacy(true), ...browser });
  expect(await safeBrowsing.observe(NOW)).toEqual({
    signals: [],
    gaps: [{ fact: 'safeBrowsing', source: 'browser', reason }],
  });
});
