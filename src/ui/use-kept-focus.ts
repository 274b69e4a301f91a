import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps the keyboard where it was when a new assessment moves or replaces what had the focus: the same control of the same finding
 * gets it back, else what is nearest to it. It never falls back to the top of the document.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const active = document.activeElement;
  const before = active instanceof HTMLElement && root.current?.contains(active) ? active : null;
  const finding = before?.closest<HTMLElement>('[data-practice]')?.dataset['practice'];
  useLayoutEffect(() => {
    if (before === null || root.current === null || document.activeElement === before) return;
    // What is folded away cannot take the focus.
    const next = [before, ...counterparts(root.current, finding, before.dataset['control'])];
    next.find((element) => takesFocus(element, { preventScroll: element === before }));
  });
}

function takesFocus(element: HTMLElement, options: FocusOptions): boolean {
  if (!element.isConnected) return false;
  element.focus(options);
  return document.activeElement === element;
}

/** What stands in for a control that is gone, the nearest first: the last one is always there. */
function counterparts(root: HTMLElement, practice: string | undefined, control: string | undefined): HTMLElement[] {
  const findings = [...root.querySelectorAll<HTMLElement>('[data-practice]')];
  const again = findings.find(({ dataset }) => dataset['practice'] === practice);
  const controls = [...(again?.querySelectorAll<HTMLElement>('[data-control]') ?? [])];
  const around = again?.closest('details')?.querySelector('summary') ?? undefined;
  return [
    ...controls.filter(({ dataset }) => dataset['control'] === control),
    ...(again?.querySelectorAll<HTMLElement>('summary') ?? []),
    ...controls,
    ...(around === undefined ? [] : [around]),
    ...(control?.startsWith('computer-') ? root.querySelectorAll<HTMLElement>('[data-control^=computer-]') : []),
    ...root.querySelectorAll<HTMLElement>('[data-control=check]'),
  ];
}
