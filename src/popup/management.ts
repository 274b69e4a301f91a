import { useEffect, useState } from 'preact/hooks';
import type { Management } from '../ui/view.ts';
import type { Stored } from './stored-view.ts';

/** For so long a page waits for what device management says, in milliseconds; then it shows what there is (wire §5). */
export const AWAITED_MS = 10_000;

/** What the organisation's device management has to do with this browser. */
export function useManagement({
  managed,
  isInstalledByPolicy,
}: Pick<Stored, 'managed' | 'isInstalledByPolicy'>): Management {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), AWAITED_MS);
    return () => clearTimeout(timer);
  }, []);
  const isAwaited = managed === undefined && !isOver;
  return {
    standing: managed?.isHere === false ? 'not-here' : isAwaited && isInstalledByPolicy ? 'awaited' : 'here',
    offersCompany: !isAwaited && !isInstalledByPolicy,
  };
}
