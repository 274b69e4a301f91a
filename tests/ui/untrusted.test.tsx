import { describe, expect, test } from 'vitest';
import { acme, aMac, anIphone, assessmentOf, failing, jamf, mixed } from '../support/assessments.ts';
import { said } from '../support/posture.ts';
import { click, control, findingIn, showPopup, textsOf } from './show.tsx';

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>';

describe('what comes from outside stays text', () => {
  test('in the names of people’s devices, sources and the organisation', () => {
    const phone = anIphone({ name: HOSTILE, model: HOSTILE }, said('deviceIntegrity', 'jailbroken', 'intune', 5));
    const { page } = showPopup(
      assessmentOf([aMac(), phone], {
        organization: { ...acme, name: HOSTILE, contact: { label: HOSTILE, url: 'https://x.example' } },
        sources: [jamf, { ...failing, name: HOSTILE }],
      }),
    );
    click(control(page, '<img'));
    expect(page.querySelector('img, script')).toBeNull();
    expect(page.textContent).toContain(HOSTILE);
  });

  test('in values that no practice has words for', () => {
    const mac = aMac({}, said('firewall', HOSTILE), said('diskEncryption', 'constructor'), said('osVersion', HOSTILE));
    const { page } = showPopup(assessmentOf([mac]));
    expect(page.querySelector('img, script')).toBeNull();
    for (const practice of ['firewall', 'disk-encryption']) {
      expect(textsOf(findingIn(page, practice), '.meta p')).toEqual([
        'We cannot read what was reported',
        'Reported by Jamf Pro, 3 hours ago',
      ]);
    }
  });

  test('a name cannot turn the words around it', () => {
    const turning = '\u202emoc.live';
    const phone = anIphone({ model: turning }, said('deviceIntegrity', 'jailbroken', 'intune', 5));
    const { page } = showPopup(assessmentOf([aMac(), phone]));
    expect(page.querySelector('h1')?.textContent).toBe('1 thing to fix on your \u2068moc.live\u2069');
    const label = [...page.querySelectorAll('.tab-label')].find(({ textContent }) => textContent === turning);
    expect(label?.localName).toBe('bdi');
  });
});

describe('links out of the extension', () => {
  const contactOf = (url: string) =>
    showPopup(mixed({ organization: { ...acme, contact: { label: 'Ask IT', url } } })).page.querySelector(
      '[data-practice=firewall] a',
    );

  test.each([
    ['https://help.example/?q={practice}', 'https://help.example/?q=firewall'],
    ['mailto:it@acme.example?subject={practice}', 'mailto:it@acme.example?subject=firewall'],
  ])('%s becomes %s, in a tab of its own that learns nothing of this page', (url, href) => {
    const link = contactOf(url);
    expect(link?.getAttribute('href')).toBe(href);
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link?.getAttribute('target')).toBe('_blank');
  });

  test.each([
    'javascript:alert(1)',
    'http://help.example',
    'data:text/html,x',
    'ms-settings:x',
    'nonsense',
    '{practice}',
  ])('%s is no link', (url) => {
    expect(contactOf(url)).toBeNull();
  });

  test('neither is a privacy page of another scheme', () => {
    const { page } = showPopup(mixed({ organization: { ...acme, privacyUrl: 'javascript:alert(1)' } }));
    expect(page.querySelector('footer a')).toBeNull();
  });
});
