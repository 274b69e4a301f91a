import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps the keyboard where it was when a new assessment moves or replaces what had the focus: the same control of the same finding
 * gets it back, else the finding's own line.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const active = document.activeElement;
  const before = active instanceof HTMLElement && root.current?.contains(active) ? active : null;
  const finding = before?.closest<HTMLElement>('[data-practice]')?.dataset['practice'];
  useLayoutEffect(() => {
    if (before === null || document.activeElement === before) return;
    const again = before.isConnected ? before : counterpart(root.current, finding, before.dataset['control']);
    again?.focus({ preventScroll: true });
  });
}

function counterpart(root: HTMLElement | null, practice: string | undefined, control: string | undefined) {
  const findings = [...(root?.querySelectorAll<HTMLElement>('[data-practice]') ?? [])];
  const again = findings.find(({ dataset }) => dataset['practice'] === practice);
  const controls = [...(again?.querySelectorAll<HTMLElement>('[data-control]') ?? [])];
  return controls.find(({ dataset }) => dataset['control'] === control) ?? again?.querySelector<HTMLElement>('summary');
}
