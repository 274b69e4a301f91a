import type { Page } from 'puppeteer';
import type { Assessment } from '../../src/posture/finding.ts';
import { type Exceptions, listenForExceptions } from './exceptions.ts';
import { type Installed, type ShownFinding, shownFindings, useEndpoint } from './extension.ts';
import type { LyingEndpoint } from './lying-endpoint.ts';

/** What a popup shows, as far as a lie could change it. */
export interface Shown {
  readonly title: string;
  readonly url: string;
  /** Open tabs and windows. */
  readonly pages: number;
  readonly overall: string | null;
  readonly headlines: number;
  readonly notices: readonly { readonly id: string | undefined; readonly sentence: string }[];
  readonly findings: readonly ShownFinding[];
  readonly footer: string;
  /** Elements that load or run something, each with what it loads. */
  readonly active: readonly string[];
  readonly links: readonly string[];
}

/** A person in front of the popup of one browser, connected to one endpoint. */
export interface Person {
  readonly browser: string;
  readonly popup: Page;
  readonly installed: Installed;
  /** Presses "Check again" and waits for the end of the check. */
  check(): Promise<Assessment>;
  look(): Promise<Shown>;
  readonly exceptions: Exceptions;
}

/** Presses "Check again"; the next assessment that is stored, as text. */
const PRESS_AND_WAIT = `new Promise((resolve) => {
  const { onChanged } = (globalThis.browser ?? chrome).storage;
  onChanged.addListener(function listen({ assessment }) {
    if (assessment?.newValue === undefined) return;
    onChanged.removeListener(listen);
    resolve(JSON.stringify(assessment.newValue.value));
  });
  document.querySelector('[data-control=check]').click();
})`;

export async function connect(browser: string, installed: Installed, endpoint: LyingEndpoint): Promise<Person> {
  await useEndpoint(installed, endpoint.origin);
  const popup = await installed.page('src/popup/index.html');
  await popup.waitForSelector('[data-overall]');
  const exceptions = await listenForExceptions(installed, popup);
  const person: Person = {
    browser,
    popup,
    installed,
    exceptions,
    look: () => look(popup),
    check: async () => {
      const after = JSON.parse(String(await popup.evaluate(PRESS_AND_WAIT))) as Assessment;
      await popup.waitForSelector('[data-control=check][aria-disabled=false]');
      return after;
    },
  };
  return person;
}

async function look(popup: Page): Promise<Shown> {
  const onPage = await popup.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const text = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
    return {
      title: document.title,
      url: location.href,
      overall: document.querySelector('[data-overall]')?.getAttribute('data-overall') ?? null,
      headlines: all('h1').length,
      notices: all('[data-notice]').map((notice) => ({
        id: notice.getAttribute('data-notice') ?? undefined,
        sentence: text(notice.querySelector('p')),
      })),
      footer: text(document.querySelector('footer')),
      active: all('script,img,image,iframe,frame,object,embed,form,input,base,meta,link,style,video,audio,template')
        .map((element) => `${element.localName} ${element.getAttribute('src') ?? element.getAttribute('href') ?? ''}`)
        .toSorted(),
      links: all('a').map((link) => link.getAttribute('href') ?? ''),
    };
  });
  return { ...onPage, findings: await shownFindings(popup), pages: (await popup.browser().pages()).length };
}
