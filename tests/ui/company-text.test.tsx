import { describe, expect, test } from 'vitest';
import type { CompanyText, CompanyWords } from '../../src/posture/company-text.ts';
import { aMac, assessmentOf } from '../support/assessments.ts';
import { said } from '../support/posture.ts';
import { find, findingIn, showPopup, showSteps, textOf, textsOf } from './show.tsx';

const text = (value: string) => ({ type: 'text', value }) as const;
const paragraph = (value: string): CompanyText => [{ type: 'paragraph', children: [text(value)] }];
const off = (words: CompanyWords) => assessmentOf([aMac({}, said('diskEncryption', 'off'))], { words });
const disk = { device: 'd_mac', practice: 'disk-encryption' };

describe('the company’s own wording', () => {
  const words: CompanyWords = {
    en: {
      'disk-encryption': {
        why: paragraph('Our customers trust us.'),
        remedy: {
          macos: [
            {
              type: 'list',
              ordered: true,
              items: [
                [
                  {
                    type: 'paragraph',
                    children: [
                      text('Open '),
                      { type: 'strong', children: [text('Self Service')] },
                      { type: 'break' },
                      { type: 'link', url: 'https://acme.example/disk', children: [text('the guide')] },
                      { type: 'code', value: '<b>' },
                    ],
                  },
                ],
              ],
            },
          ],
        },
      },
    },
    de: { 'disk-encryption': { why: paragraph('Auf Deutsch') } },
  };

  test('stands in place of ours, in the list and in the window with the directions', () => {
    expect(textOf(findingIn(showPopup(off(words)).page, 'disk-encryption'), '.company-text')).toBe(
      'Our customers trust us.',
    );
    const { page } = showSteps(off(words), disk);
    expect(textsOf(page, '.company-text')[0]).toBe('Our customers trust us.');
    expect(page.textContent).not.toContain('Auf Deutsch');
  });

  test('of directions says whose they are, and is lists, strong words, links and code', () => {
    const { page } = showSteps(off(words), disk);
    expect(textOf(page, '.from')).toBe('From Acme');
    expect(textsOf(page, '.company-text ol > li')).toEqual(['Open Self Servicethe guide<b>']);
    expect(textOf(page, '.company-text strong')).toBe('Self Service');
    expect(textOf(page, '.company-text code')).toBe('<b>');
    expect(find(page, '.company-text a').getAttribute('href')).toBe('https://acme.example/disk');
    expect(find(page, '.company-text a').getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('that there is none of leaves ours', () => {
    const { page } = showSteps(off({ en: { firewall: { why: paragraph('x') } } }), disk);
    expect(page.querySelector('.company-text')).toBeNull();
    expect(page.textContent).toContain('If this device is lost or stolen');
    expect(page.querySelectorAll('ol > li').length).toBeGreaterThan(2);
  });

  test('of another language is not shown', () => {
    const { page } = showSteps(off({ de: { 'disk-encryption': { why: paragraph('Auf Deutsch') } } }), disk);
    expect(page.textContent).not.toContain('Auf Deutsch');
  });
});

describe('hostile wording', () => {
  const showing = (why: CompanyText) => showSteps(off({ en: { 'disk-encryption': { why } } }), disk).page;

  test('is text, not HTML', () => {
    const page = showing(paragraph('<img src=x onerror=alert(1)><script>alert(1)</script>'));
    expect(page.querySelector('.company-text img, .company-text script')).toBeNull();
    expect(textOf(page, '.company-text')).toBe('<img src=x onerror=alert(1)><script>alert(1)</script>');
  });

  test.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'http://x', ''])(
    'leads nowhere by %j',
    (url) => {
      const page = showing([{ type: 'paragraph', children: [{ type: 'link', url, children: [text('here')] }] }]);
      expect(page.querySelector('.company-text a')).toBeNull();
      expect(textOf(page, '.company-text')).toBe('here');
    },
  );

  test('of a practice called like a part of every object is none', () => {
    const words = { en: Object.create({ 'disk-encryption': { why: paragraph('inherited') } }) } as CompanyWords;
    expect(showSteps(off(words), disk).page.textContent).not.toContain('inherited');
  });
});
