import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Marks the ends of a list that can be scrolled sideways, where there is more to see; the style sheet fades them out. */
export function useFadedEdges(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const mark = () => markEdges(element);
    const sizes = new ResizeObserver(mark);
    element.addEventListener('scroll', mark, { passive: true });
    sizes.observe(element);
    mark();
    return () => {
      element.removeEventListener('scroll', mark);
      sizes.disconnect();
    };
  }, [list]);
  // The list may have got longer.
  useLayoutEffect(() => {
    if (list.current !== null) markEdges(list.current);
  });
}

/** The space at both ends of the list, in CSS pixels: behind it there is nothing to see. */
const END = 16;

/** From right to left, `scrollLeft` counts downwards from 0. */
function markEdges(element: HTMLElement): void {
  const before = Math.abs(element.scrollLeft);
  const after = element.scrollWidth - element.clientWidth - before;
  element.toggleAttribute('data-more-before', before > END);
  element.toggleAttribute('data-more-after', after > END);
}
