import { useRef } from 'preact/hooks';
import type { AssessedDevice } from '../posture/finding.ts';
import { ratings } from '../posture/rating.ts';
import { deviceTally } from './device-tally.ts';

/** The worst rating first, then how much there is of it; this computer before all others. */
function urgency(device: AssessedDevice): readonly number[] {
  const { warn, nudge, unknown, tone } = deviceTally(device);
  const rating = tone === 'waiting' ? 'unknown' : tone;
  return [device.isThisComputer ? 1 : 0, ratings.indexOf(rating), warn, nudge, unknown];
}

function byUrgency(a: AssessedDevice, b: AssessedDevice): number {
  const [ofA, ofB] = [urgency(a), urgency(b)];
  return ofB.map((much, i) => much - (ofA[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/**
 * This computer first, then the devices with the worst ratings. The order is made once: while the page is open no device changes
 * its place, and one that appears later comes last; only the one that the person calls this computer moves to the front.
 */
export function useDeviceOrder(devices: readonly AssessedDevice[]): readonly AssessedDevice[] {
  const order = useRef<readonly string[]>([]);
  const added = devices
    .filter(({ id }) => !order.current.includes(id))
    .toSorted(byUrgency)
    .map(({ id }) => id);
  order.current = [...order.current, ...added];
  const inOrder = order.current.flatMap((id) => devices.find((device) => device.id === id) ?? []);
  return inOrder.toSorted((a, b) => Number(b.isThisComputer) - Number(a.isThisComputer));
}
