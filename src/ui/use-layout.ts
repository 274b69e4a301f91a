import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { AssessedDevice } from '../posture/finding.ts';
import { keepLayout, type Layout, layoutOf, type Place } from './sections.ts';

/**
 * Where the findings of a device stand. They are sorted anew with every assessment, unless the person is reading: something of the
 * panel is open, or holds the focus.
 */
export function useLayout(device: AssessedDevice, panel: RefObject<HTMLElement | null>): Layout {
  const kept = useRef<Layout>(undefined);
  const shown = panel.current;
  kept.current =
    kept.current !== undefined && shown !== null && isBeingRead(shown)
      ? keepLayout(kept.current, device, openGroups(shown))
      : layoutOf(device);
  return kept.current;
}

const isBeingRead = (panel: HTMLElement): boolean =>
  panel.querySelector('details[open]') !== null || panel.contains(document.activeElement);

const openGroups = (panel: HTMLElement): ReadonlySet<Place> =>
  new Set(
    [...panel.querySelectorAll<HTMLElement>('details[open][data-group]')].map(
      ({ dataset }) => dataset['group'] as Place,
    ),
  );
