import { expect, test } from 'vitest';
import { browserFindingOf } from '../support/posture.ts';

test.each([
  ['always', 'person', 'ok', 'always'],
  ['always', 'organization', 'ok', 'always-by-organization'],
  ['private-windows', 'person', 'nudge', 'private-windows'],
  ['never', 'person', 'nudge', 'never'],
  ['never', 'other-extension', 'nudge', 'never-by-other-extension'],
])('%s, set by the %s, is %s', (state, controlledBy, rating, observed) => {
  expect(browserFindingOf('https-only', 'httpsOnly', { state, controlledBy })).toMatchObject({ rating, observed });
});

test.each([
  ['never', 'warn'],
  ['private-windows', 'nudge'],
])('where the company wants it most, "%s" is %s', (state, rating) => {
  const policy = { version: '1', practices: { 'https-only': { importance: 'warn' } } } as const;
  expect(browserFindingOf('https-only', 'httpsOnly', { state, controlledBy: 'person' }, { policy }).rating).toBe(
    rating,
  );
});
