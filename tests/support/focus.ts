import type { Page } from 'puppeteer';

/** Where the keyboard is. */
export interface Stop {
  /** What a person hears of it first: its label, else its text. */
  readonly name: string;
  readonly tag: string;
  /** Whether it can be seen that the keyboard is there. */
  readonly isMarked: boolean;
  /** Whether it can be seen at all: in the window, and not behind something else. */
  readonly isInSight: boolean;
}

/** Null when the keyboard is nowhere: on the document itself. */
export const focused = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const atCentre = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return {
      name: label.replaceAll(/[\u2068\u2069]/g, '').trim(),
      tag: element.tagName.toLowerCase(),
      isMarked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      isInSight: atCentre !== null && (element.contains(atCentre) || atCentre.contains(element)),
    };
  });

/** Every stop of a walk by the Tab key, from the top of the page until the keyboard leaves it. */
export async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
}
