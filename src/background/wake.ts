import { chosenEndpoint } from '../browser/managed.ts';
import { storedAssessment } from '../browser/stored.ts';
import type { Instant } from '../posture/instant.ts';
import { repaint } from './paint.ts';
import { scheduleCheck } from './schedule.ts';

/**
 * What the worker does first whenever the browser starts it: what a browser forgets is put back, and a check that was cut short, or
 * whose result cannot be read any more, is made.
 */
export async function wake(check: () => Promise<void>, localNow: Instant): Promise<void> {
  await scheduleCheck(localNow);
  await repaint(localNow);
  const assessed = await storedAssessment.get();
  if (assessed?.connection.endpoint !== (await chosenEndpoint())) await check();
}
