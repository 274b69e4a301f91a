import type { AssessedDevice } from '../posture/finding.ts';
import { shownFindings, type Tally, tally } from '../posture/summary.ts';
import type { Tone } from './tone.ts';

/** What stands on a device, how many things there are to do, and the look of what matters most. */
export interface DeviceTally extends Tally {
  readonly toDo: number;
  readonly tone: Tone;
}

/** From what matters most to what matters least. */
const tones = ['warn', 'nudge', 'waiting', 'unknown', 'ok'] as const satisfies readonly Tone[];

export function deviceTally(device: AssessedDevice): DeviceTally {
  const counts = tally(shownFindings(device));
  return { ...counts, toDo: counts.warn + counts.nudge, tone: tones.find((each) => counts[each] > 0) ?? 'ok' };
}
