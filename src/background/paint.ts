import { storedAssessment, storedClaims } from '../browser/stored.ts';
import { righted } from '../posture/connection.ts';
import type { Assessment } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import type { Claim } from '../posture/present.ts';
import { showBadge } from './badge.ts';
import { inTurn } from './in-turn.ts';
import { repaintSoon, scheduleRepaint } from './schedule.ts';

/**
 * Shows an assessment on the icon until what it shows changes by itself, and has it stored. The icon comes first, so that whoever sees
 * the new document sees the new badge as well. Where this is cut short in between, or nothing can be stored, an alarm paints soon
 * what is stored.
 */
export async function paint(
  assessment: Assessment | undefined,
  claims: readonly Claim[],
  now: Instant,
  store: () => Promise<void>,
): Promise<void> {
  await repaintSoon();
  await showBadge(assessment, claims, now);
  await store();
  await scheduleRepaint(assessment, claims, now);
}

const nothing = async (): Promise<void> => undefined;

/** Shows what is stored. Nothing is checked, and nobody is asked. */
export const repaint = (localNow: Instant): Promise<void> =>
  inTurn(async () => {
    const assessment = await storedAssessment.get();
    const now = righted(localNow, assessment?.connection);
    await paint(assessment, (await storedClaims.get()) ?? [], now, nothing);
  });
