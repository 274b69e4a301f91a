import { describe, expect, test } from 'vitest';
import type { Organization } from '../../src/posture/finding.ts';
import {
  acme,
  aMac,
  aMini,
  anIphone,
  assessmentOf,
  chosen,
  mixed,
  notJoined,
  notJoinedOfTwo,
  notJoinedWithWarning,
} from '../support/assessments.ts';
import { aDevice, said } from '../support/posture.ts';
import { click, control, find, showPopup, textOf, textsOf } from './show.tsx';

const off = said('diskEncryption', 'off');

describe('"Is this your MacBook Pro?"', () => {
  test('is asked in the headline of whoever has nothing to fix, with all three answers', () => {
    const { page } = showPopup(notJoinedOfTwo());
    expect(textOf(page, 'h1')).toBe('Is this your MacBook Pro 14, ending 7Q2X?');
    expect(textsOf(page, '.hero button')).toEqual(['Yes', 'Another', 'None of these']);
    expect(textsOf(page, '[data-control=computer-yes]')).toHaveLength(1);
    expect(textOf(page, '[data-notice=not-joined]')).toMatch(/^This browser is not joined/);
  });

  test('is asked below the tabs while there is something to fix, which the headline keeps saying', () => {
    const { page } = showPopup(notJoinedWithWarning());
    expect(textOf(page, 'h1')).toBe('1 thing to fix on your MacBook Pro 14');
    expect(textsOf(page, '.hero [data-control^=computer-]')).toEqual([]);
    expect(textOf(page, '.question h2')).toBe('Is this your MacBook Pro 14, ending 7Q2X?');
    expect(textsOf(page, '.question button')).toEqual(['Yes', 'Another', 'None of these']);
  });

  test('has two answers where there is one computer', () => {
    const { page } = showPopup(notJoined());
    expect(textsOf(page, '.hero button')).toEqual(['Yes', 'No']);
  });

  test('leaves out the ending where none is known, and takes the name where the model is not known', () => {
    const { model: _, serialEnding: __, ...plain } = aMac();
    const { page } = showPopup(assessmentOf([plain], { hint: null }));
    expect(textOf(page, 'h1')).toBe('Is this your Jane’s MacBook Pro?');
  });

  test.each([
    ['where no computer is listed', () => assessmentOf([anIphone()], { hint: null })],
    ['where it is joined', () => mixed()],
    ['where the person has answered', () => chosen(null)],
    ['without a company', () => assessmentOf([], { hint: null })],
  ])('is not asked %s', (_, assessment) => {
    const { page } = showPopup(assessment());
    expect(textsOf(page, '[data-control=computer-yes]')).toEqual([]);
    expect(textOf(page, 'h1')).not.toContain('Is this your');
  });
});

describe.each([
  ['in the headline', notJoinedOfTwo],
  ['below the tabs', notJoinedWithWarning],
])('an answer %s', (_, assessment) => {
  test('"Yes" names the device, and leads to it', () => {
    const { page, asked } = showPopup(assessment());
    click(find(page, '[data-control=computer-yes]'));
    expect(asked).toEqual([['chooseComputer', 'd_mac']]);
    expect(textOf(page, '[role=tab][aria-selected=true]')).toContain('MacBook Pro 14');
    expect(document.activeElement).toBe(find(page, '[role=tab][aria-selected=true]'));
  });

  test('"Another" lists every computer and no phone, the likeliest last, and the keyboard goes there', () => {
    const { page, asked } = showPopup(assessment());
    click(find(page, '[data-control=computer-another]'));
    expect(textOf(page, '.which-computer p')).toBe('Which one is it?');
    expect(textsOf(page, '.choice')).toEqual([
      'Mac mini, ending P2WDJane’s Mac mini',
      'MacBook Pro 14, ending 7Q2XJane’s MacBook Pro',
    ]);
    expect(document.activeElement).toBe(find(page, '.choice'));
    expect(textsOf(page, '.which-computer .buttons button')).toEqual(['None of these']);
    click(find(page, '[data-choice=d_mini]'));
    expect(asked).toEqual([['chooseComputer', 'd_mini']]);
  });

  test('"None of these" says so', () => {
    const { page, asked } = showPopup(assessment());
    click(find(page, '[data-control=computer-none]'));
    expect(asked).toEqual([['chooseComputer', null]]);
  });
});

describe('once the person has answered', () => {
  test('their computer comes first, with what the company’s tools say of it, and the keyboard stays where it is', () => {
    const { page, renew } = showPopup(notJoinedOfTwo());
    click(find(page, '[data-control=computer-yes]'));
    renew(chosen('d_mac'));
    expect(textsOf(page, '.tab-label')).toEqual(['This computer', 'Mac mini', 'iPhone 17']);
    expect(textOf(page, '[role=tab][aria-selected=true]')).toContain('This computer');
    expect(document.activeElement).toBe(find(page, '[role=tab][aria-selected=true]'));
    expect(textOf(page, '[data-device=d_mac]')).toContain('Disk encryption');
  });

  test('the first tab is theirs too where it was none before', () => {
    const { page, renew } = showPopup(notJoinedWithWarning());
    renew(chosen('d_mini', aMac({}, off), aMini(), anIphone()));
    expect(textsOf(page, '.tab-label')[0]).toBe('This computer');
    expect(textOf(page, '[data-device]')).toContain('Mac mini, ending P2WD');
  });

  test('the panel says who said so, and takes it back', () => {
    const { page, asked } = showPopup(chosen('d_mac'));
    expect(textOf(page, '[data-joined-by=own]')).toMatch(/^You said that this computer is your MacBook Pro 14\./);
    click(control(page, 'This is not my computer'));
    expect(asked).toEqual([['forgetComputer', undefined]]);
  });

  test('that it is none of these is said too, and can be changed', () => {
    const { page, asked } = showPopup(chosen(null));
    expect(textOf(page, '[data-notice=not-joined]')).toMatch(/^You said that this computer is none of your company’s/);
    click(find(page, '[data-control=computer-change]'));
    expect(asked).toEqual([['forgetComputer', undefined]]);
  });

  test('the keyboard goes from "None of these" to "Change", and back to the question', () => {
    const { page, renew } = showPopup(notJoinedOfTwo());
    find(page, '[data-control=computer-none]').focus();
    renew(chosen(null));
    expect(document.activeElement).toBe(find(page, '[data-control=computer-change]'));
    renew(notJoinedOfTwo());
    expect(document.activeElement).toBe(find(page, '[data-control=computer-yes]'));
  });

  test('what others say is not the person’s to take back', () => {
    const { page } = showPopup(mixed());
    expect(textsOf(page, '[data-control=computer-change]')).toEqual([]);
  });
});

describe('"Not your device?"', () => {
  const withContact = (contact: Organization['contact'], devices = [aMac(), anIphone()]) => {
    const { contact: _, ...rest } = acme;
    return assessmentOf(devices, { organization: contact === undefined ? rest : { ...rest, contact } });
  };
  const mail = { label: 'IT help', url: 'mailto:it@acme.example?cc=desk@acme.example&subject=Stethoscope' };
  const linkOf = (page: HTMLElement) => new URL(find(page, '[data-not-mine] a').getAttribute('href') ?? '');

  test('prepares a letter that names the device, its ending and who lists it', () => {
    const { page } = showPopup(withContact(mail));
    click(control(page, 'iPhone 17'));
    const link = linkOf(page);
    expect(link.pathname).toBe('it@acme.example');
    expect(link.search).not.toContain('+');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      cc: 'desk@acme.example',
      subject: 'Not my device: iPhone 17, ending K9L0',
      body: 'Hello, Intune lists this device as mine, but it is not: iPhone of Jane and iPhone 17, ending K9L0. Please look who it belongs to. Thank you.',
    });
    expect(find(page, '[data-not-mine] a').getAttribute('aria-label')).toContain('Not your device?');
  });

  test('is there for the joined computer too, and fills a form', () => {
    const { page } = showPopup(
      withContact({ label: 'Ask', url: 'https://help.acme.example/new?about={practice}#form' }),
    );
    const link = linkOf(page);
    expect([link.origin, link.pathname, link.hash]).toEqual(['https://help.acme.example', '/new', '#form']);
    expect(link.searchParams.get('about')).toBe('');
    expect(link.searchParams.get('body')).toContain('Jane’s MacBook Pro and MacBook Pro 14, ending 7Q2X');
    expect(link.searchParams.get('body')).toContain('Jamf Pro lists');
  });

  test('keeps what a device calls itself out of the rest of the address', () => {
    const name = 'x&cc=evil@evil.example\r\nBcc: evil\u202e#?=+';
    const { page } = showPopup(withContact(mail, [aMac(), aDevice({ id: 'd_x', name, platform: 'windows' })]));
    click(find(page, '[role=tab]:nth-of-type(2)'));
    const link = linkOf(page);
    expect([...link.searchParams.keys()]).toEqual(['cc', 'subject', 'body']);
    expect(link.searchParams.get('cc')).toBe('desk@acme.example');
    expect(link.href).not.toMatch(/%0[ad]|%E2%81%A[89]|%E2%80%AE/i);
  });

  test('names the company where no tool is known to list the device', () => {
    const { page } = showPopup(withContact(mail, [aMac({ seenBy: [] })]));
    expect(linkOf(page).searchParams.get('body')).toContain('Hello, Acme lists this device');
  });

  test('without a contact says to tell IT', () => {
    const { page } = showPopup(withContact(undefined));
    expect(textOf(page, '[data-not-mine]')).toBe('Not your device? Tell your IT team.');
    expect(page.querySelector('[data-not-mine] a')).toBeNull();
  });

  test('is not asked of this computer while it is none of the company’s', () => {
    expect(showPopup(notJoined()).page.querySelector('[data-not-mine]')).toBeNull();
  });
});
