import { expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

test.each([
  ['off', 'ok'],
  ['on', 'nudge'],
])('USB debugging: %s is %s', (value, rating) => {
  const finding = findingOf('usb-debugging', { platform: 'android', signals: [said('usbDebugging', value)] });
  expect(finding).toMatchObject({ rating, observed: value });
});
