import { describe, expect, test } from 'vitest';
import { aMac, assessmentOf } from '../support/assessments.ts';
import { daysAgo, said } from '../support/posture.ts';
import { findingIn, showPopup, showSteps, textOf, textsOf } from './show.tsx';

const agreedWith = (why = 'A new disk is on its way.') =>
  assessmentOf([aMac({}, said('diskEncryption', 'off'))], {
    exceptions: [{ practice: 'disk-encryption', device: 'd_mac', until: '2027-03-31', why }],
    policy: { version: '1', practices: { 'disk-encryption': { dueAt: daysAgo(-3) } } },
  });

describe('what was agreed with IT', () => {
  test('stands in a section of its own, with its day and its reason', () => {
    const { page } = showPopup(agreedWith());
    expect(textsOf(page, '.panel h2')).toContain('Agreed with IT');
    expect(textsOf(page, '.panel h2')).not.toContain('Highly recommended');
    const finding = findingIn(page, 'disk-encryption');
    expect(textOf(finding, '.card-title')).toBe('Disk encryption');
    expect(textOf(finding, '[data-agreed]')).toBe('Agreed with IT until March 31, 2027: A new disk is on its way.');
  });

  test('is neither asked for nor due, and cannot be called done', () => {
    const { page } = showPopup(agreedWith());
    const finding = findingIn(page, 'disk-encryption');
    expect(finding.querySelector('.due')).toBeNull();
    expect(finding.querySelector('[data-control=claim]')).toBeNull();
    expect(textOf(page, 'h1')).toBe('Nothing to fix');
  });

  test('is told in the window with the directions, too', () => {
    const { page } = showSteps(agreedWith(), { device: 'd_mac', practice: 'disk-encryption' });
    expect(textOf(page, '[data-agreed]')).toMatch(/^Agreed with IT until March 31, 2027/);
    expect(page.querySelector('[data-control=claim]')).toBeNull();
  });

  test('is text, whatever the company wrote', () => {
    const { page } = showPopup(agreedWith('<img src=x onerror=alert(1)>'));
    expect(page.querySelector('img')).toBeNull();
    expect(textOf(findingIn(page, 'disk-encryption'), '[data-agreed]')).toContain('<img src=x');
  });
});
