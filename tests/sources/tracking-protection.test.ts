import { expect, test } from 'vitest';
import { trackingProtection } from '../../src/sources/tracking-protection.ts';
import { NOW } from '../support/posture.ts';
import { runIn, type ThisBrowser } from '../support/this-browser.ts';

const firefox: ThisBrowser = { userAgentData: null, browserInfo: { name: 'Firefox', version: '161.0' } };
const privacy = (value: unknown, levelOfControl = 'controllable_by_this_extension') => ({
  websites: { trackingProtectionMode: { get: async () => ({ value, levelOfControl }) } },
});

test.each([
  ['always', 'controllable_by_this_extension', { state: 'always', controlledBy: 'person' }],
  ['private_browsing', 'controllable_by_this_extension', { state: 'private-windows', controlledBy: 'person' }],
  ['never', 'controlled_by_other_extensions', { state: 'never', controlledBy: 'other-extension' }],
  ['always', 'not_controllable', { state: 'always', controlledBy: 'organization' }],
])('Firefox says %s, %s', async (value, levelOfControl, told) => {
  runIn({ ...firefox, granted: ['privacy'], privacy: privacy(value, levelOfControl) });
  expect(await trackingProtection.observe(NOW)).toEqual({
    signals: [{ fact: 'trackingProtection', value: told, source: 'browser', observedAt: NOW }],
    gaps: [],
  });
});

test.each<[string, ThisBrowser, string]>([
  ['Firefox without the permission', firefox, 'permission-not-granted'],
  ['a Firefox without this setting', { ...firefox, granted: ['privacy'], privacy: {} }, 'browser-cannot-know'],
  ['a value that is none', { ...firefox, granted: ['privacy'], privacy: privacy('often') }, 'browser-cannot-know'],
  ['Chrome with the permission', { granted: ['privacy'] }, 'browser-cannot-know'],
])('is unknown: %s', async (_, browser, reason) => {
  runIn({ privacy: privacy('always'), ...browser });
  expect(await trackingProtection.observe(NOW)).toEqual({
    signals: [],
    gaps: [{ fact: 'trackingProtection', source: 'browser', reason }],
  });
});
