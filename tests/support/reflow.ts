import type { Page } from 'puppeteer';

/** Every text that is cut off, stands beside the window, or lies over another one; and whether the page scrolls sideways. */
export const unreadable = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isHidden = (element: Element) => !element.checkVisibility() || element.closest('.unseen') !== null;
    const around = (element: Element): Element[] => {
      const parent = element.parentElement;
      return parent === null ? [element] : [element, ...around(parent)];
    };
    const texts: { said: string; box: DOMRect; of: Element }[] = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { currentNode: node } = nodes;
      const of = node.parentElement;
      const said = node.nodeValue?.trim() ?? '';
      if (of === null || said === '' || isHidden(of)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 0) texts.push({ said, box, of });
    }

    const isCut = ({ box, of }: (typeof texts)[number]) =>
      box.left < -1 ||
      box.right > innerWidth + 1 ||
      around(of).some((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const frame = element.getBoundingClientRect();
        const isWide = overflowX !== 'visible' && (box.left < frame.left - 1 || box.right > frame.right + 1);
        const isHigh = /hidden|clip/.test(overflowY) && (box.top < frame.top - 2 || box.bottom > frame.bottom + 2);
        return isWide || isHigh;
      });
    /** What scrolls, or stays while other things scroll, may come to lie over these. */
    const layerOf = (element: Element) =>
      around(element).find(
        (one) => /auto|scroll/.test(getComputedStyle(one).overflowY) || getComputedStyle(one).position === 'sticky',
      );
    const placed = texts.map((text) => ({ ...text, layer: layerOf(text.of) }));
    const overlapping = placed.flatMap(({ said, box, layer }, i) =>
      placed
        .slice(i + 1)
        .filter(
          (other) =>
            other.layer === layer &&
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 4,
        )
        .map((other) => `"${said}" over "${other.said}"`),
    );
    const wide = [...document.querySelectorAll('*')].filter(
      (element) => !isHidden(element) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1,
    );
    return [
      ...wide.map((element) => `${element.tagName} ${element.className} scrolls sideways`),
      ...texts.filter(isCut).map(({ said }) => `"${said}" is cut off`),
      ...overlapping,
    ];
  });
