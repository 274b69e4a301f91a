import type { Page } from 'puppeteer';

/** What can be pressed and is smaller than 24 by 24 CSS pixels (WCAG 2.5.8), other than a word in a sentence. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isInSentence = ({ parentElement: parent }: Element): boolean =>
      parent?.tagName === 'P' && [...parent.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    return [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [role=tab], [tabindex]')]
      .filter((element) => element.checkVisibility() && !isInSentence(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < 23.99)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} is ${box.width} by ${box.height}`);
  });
