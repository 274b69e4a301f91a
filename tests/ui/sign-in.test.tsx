import { fireEvent } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import en from '../../src/locales/en/index.ts';
import type { SignedOut } from '../../src/posture/connection.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import { signedOutReasons } from '../../src/posture/sign-in.ts';
import { badgeText, headline } from '../../src/posture/summary.ts';
import { mixed, neverAnswered } from '../support/assessments.ts';
import { NOW } from '../support/posture.ts';
import { find, showPopup, textOf } from './show.tsx';

const out = (change: Partial<SignedOut> = {}): SignedOut => ({
  reason: 'expired',
  since: NOW,
  isExplained: false,
  isWanted: false,
  ...change,
});

const old = (signedOut = out()) => {
  const assessment = mixed();
  return { ...assessment, connection: { ...assessment.connection, problem: 'unauthorised' as const, signedOut } };
};

const none = (signedOut = out()) => {
  const assessment = neverAnswered();
  return { ...assessment, connection: { ...assessment.connection, problem: 'unauthorised' as const, signedOut } };
};

describe('signed out', () => {
  test('with old data: its day, why, and one button; the findings stay', () => {
    const { page, asked } = showPopup(old());
    expect(textOf(page, 'h1')).toBe('From Monday. Sign in to refresh');
    expect(textOf(page, '.hero p')).toBe(en.signedOut.expired);
    expect(page.querySelectorAll('[data-practice]').length).toBeGreaterThan(3);
    fireEvent.click(find(page, '[data-control=sign-in]'));
    expect(asked).toContainEqual(['signIn', undefined]);
  });

  test('without any: what signing in is for, and no line that blames the gateway', () => {
    const { page } = showPopup(none());
    expect(textOf(page, 'h1')).toBe('Sign in to see your devices');
    expect(page.querySelector('[data-notice=first-answer-missing]')).toBeNull();
    expect(find(page, '[data-control=sign-in]')).toBeDefined();
  });

  test('for the first time in a browser that nobody manages: what is fetched, who sees it, and "Not now"', () => {
    const { page, asked } = showPopup(none(out({ reason: 'not-yet', isExplained: true })));
    expect(page.querySelectorAll('[data-control=sign-in]')).toHaveLength(1);
    expect(textOf(page, '[data-first-sign-in]')).toMatch(/What is fetched.*Who sees it/);
    fireEvent.click(find(page, '[data-control=not-now]'));
    expect(asked).toContainEqual(['putOffSignIn', undefined]);
  });

  test.each(signedOutReasons)('for the reason %s has a sentence of its own', (reason) => {
    const { page } = showPopup(old(out({ reason })));
    const sentences = Object.values(en.signedOut);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(textOf(page, '.hero p')?.length).toBeGreaterThan(15);
  });

  test.each(['token-missing', 'token-refused'] as const)('for want of a token (%s) leads to the settings', (reason) => {
    const { page, asked } = showPopup(none(out({ reason })));
    fireEvent.click(find(page, '[data-control=settings]'));
    expect(asked).toContainEqual(['openOptions', undefined]);
  });

  test('is on the icon after three days, in place of a number', () => {
    const assessment = old();
    expect(badgeText(assessment, later(NOW, 3 * DAY - 1))).not.toBe('!');
    expect(badgeText(assessment, later(NOW, 3 * DAY))).toBe('!');
    expect(badgeText(old(out({ isWanted: true })), later(NOW, 30 * DAY))).not.toBe('!');
  });
});

test('Somebody else: the headline says that nothing of the earlier data is left', () => {
  const assessment = mixed();
  const another = { ...assessment, connection: { ...assessment.connection, isAnotherPerson: true } };
  expect(headline(another)).toEqual({ id: 'other-account' });
  const { page } = showPopup(another);
  expect(textOf(page, 'h1')).toBe('Signed in as somebody else. The earlier data was removed');
  expect(textOf(page, '.hero')).not.toContain('Sign in to');
});
