import { expect, test } from 'vitest';
import { findingOf, said } from '../support/posture.ts';

test.each([
  ['off', 'ok'],
  ['on', 'nudge'],
])('unknown sources: %s is %s', (value, rating) => {
  const finding = findingOf('unknown-sources', { platform: 'android', signals: [said('unknownSources', value)] });
  expect(finding).toMatchObject({ rating, observed: value });
});
