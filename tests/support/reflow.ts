import type { Page } from 'puppeteer';

/** A line of text where it stands on the page. */
interface Text {
  readonly said: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Beside the window, or outside of something that hides what does not fit. */
  readonly isCut: boolean;
  /** What scrolls or stays by itself may come to lie over the rest, but not over what is in it. */
  readonly layer: number;
}

/** Every text that is cut off or lies over another one, and whatever has to be scrolled sideways. */
export async function unreadable(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(textsOf);
  return [
    ...(await page.evaluate(scrolledSideways)),
    ...texts.filter(({ isCut }) => isCut).map(({ said }) => `"${said}" is cut off`),
    ...texts.flatMap((text, i) =>
      texts
        .slice(i + 1)
        .filter((other) => isOver(text, other))
        .map((other) => `"${text.said}" over "${other.said}"`),
    ),
  ];
}

/** The boxes of neighbouring lines touch each other; their letters do not. */
const isOver = (one: Text, other: Text): boolean =>
  one.layer === other.layer &&
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;

/** What is typed into a field scrolls inside it. */
const scrolledSideways = (): string[] =>
  [...document.querySelectorAll('*:not(input)')]
    .filter((element) => element.checkVisibility() && element.closest('.unseen') === null)
    .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map((element) => `${element.tagName} ${element.className} scrolls sideways`);

function textsOf(): Text[] {
  const around = (element: Element): Element[] => [
    element,
    ...(element.parentElement === null ? [] : around(element.parentElement)),
  ];
  const hides = (frame: Element, box: DOMRect): boolean => {
    const { overflowX, overflowY } = getComputedStyle(frame);
    const { left, right, top, bottom } = frame.getBoundingClientRect();
    const isWide = overflowX !== 'visible' && (box.left < left - 1 || box.right > right + 1);
    return isWide || (/hidden|clip/.test(overflowY) && (box.top < top - 2 || box.bottom > bottom + 2));
  };
  const isLayer = (element: Element): boolean => {
    const { overflowY, position } = getComputedStyle(element);
    return /auto|scroll/.test(overflowY) || position === 'sticky';
  };
  const layers = [...document.querySelectorAll('*')].filter(isLayer);
  const linesOf = (node: Node): Text[] => {
    const parent = node.parentElement;
    const said = node.nodeValue?.trim() ?? '';
    if (parent === null || said === '' || !parent.checkVisibility() || parent.closest('.unseen') !== null) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    const frames = around(parent);
    const layer = layers.indexOf(frames.find(isLayer) ?? document.body);
    return [...range.getClientRects()].map((box) => ({
      said,
      left: box.left,
      right: box.right,
      top: box.top,
      bottom: box.bottom,
      isCut: box.left < -1 || box.right > innerWidth + 1 || frames.some((frame) => hides(frame, box)),
      layer,
    }));
  };
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (nodes.nextNode()) found.push(...linesOf(nodes.currentNode));
  return found;
}
