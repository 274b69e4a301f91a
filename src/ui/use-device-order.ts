import { useRef } from 'preact/hooks';
import type { AssessedDevice } from '../posture/finding.ts';
import { ratings, worst } from '../posture/rating.ts';
import { shownFindings } from '../posture/summary.ts';

const urgency = (device: AssessedDevice): number =>
  device.isThisComputer ? ratings.length : ratings.indexOf(worst(shownFindings(device).map(({ rating }) => rating)));

/**
 * This computer first, then the devices with the worst ratings. The order is made once: while the page is open no tab changes its
 * place, and a device that appears later comes last.
 */
export function useDeviceOrder(devices: readonly AssessedDevice[]): readonly AssessedDevice[] {
  const order = useRef<readonly string[]>([]);
  const added = devices
    .filter(({ id }) => !order.current.includes(id))
    .toSorted((a, b) => urgency(b) - urgency(a))
    .map(({ id }) => id);
  order.current = [...order.current, ...added];
  return order.current.flatMap((id) => devices.find((device) => device.id === id) ?? []);
}
