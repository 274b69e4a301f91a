import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AssessedDevice } from '../posture/finding.ts';
import { LIST_FROM } from './DeviceList.tsx';
import { tabId } from './DeviceTabs.tsx';

interface ChosenDevice {
  readonly chosen: AssessedDevice | undefined;
  /** Whether the devices stand one under another, for there are many; then whether all of them are shown. */
  readonly isList: boolean;
  readonly isListOpen: boolean;
  readonly choose: (device: string) => void;
  /** The same from elsewhere on the page: the keyboard goes there too. Without a device: to this computer, which is the first. */
  readonly goTo: (device?: string) => void;
  readonly openList: () => void;
}

/** Which device's findings are shown: the first, until the person chooses. What was scrolled down begins at its top again. */
export function useChosenDevice(
  devices: readonly AssessedDevice[],
  scroller: RefObject<HTMLElement | null>,
): ChosenDevice {
  const [wanted, setWanted] = useState<string>();
  const [showsAll, setShowsAll] = useState(devices.length >= LIST_FROM);
  const isGoing = useRef(false);
  const chosen = devices.find(({ id }) => id === wanted) ?? devices[0];
  const isList = devices.length >= LIST_FROM;
  const isListOpen = isList && showsAll;
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    // To ask for it when the page opens makes the browser lay it out once more.
    if (!isListOpen && !isFirst.current) scroller.current?.scrollTo?.(0, 0);
    isFirst.current = false;
    if (isGoing.current && chosen !== undefined) document.getElementById(tabId(devices.indexOf(chosen)))?.focus();
    isGoing.current = false;
  }, [chosen?.id, isListOpen]);
  const choose = (device?: string) => {
    setWanted(device);
    setShowsAll(false);
  };
  const goTo = (device?: string) => {
    isGoing.current = true;
    choose(device);
  };
  return { chosen, isList, isListOpen, choose, goTo, openList: () => setShowsAll(true) };
}
