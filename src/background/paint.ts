import { storedAssessment, storedClaims } from '../browser/stored.ts';
import type { Assessment } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import type { Claim } from '../posture/present.ts';
import { showBadge } from './badge.ts';
import { inTurn } from './in-turn.ts';
import { scheduleRepaint } from './schedule.ts';

/**
 * Shows an assessment on the icon until what it shows changes by itself. Comes before the assessment is stored, so that whoever sees
 * the new document sees the new badge as well.
 */
export async function paint(assessment: Assessment | undefined, claims: readonly Claim[], now: Instant): Promise<void> {
  await showBadge(assessment, claims, now);
  await scheduleRepaint(assessment, claims, now);
}

/** Shows what is stored. Nothing is checked, and nobody is asked. */
export const repaint = (now: Instant): Promise<void> =>
  inTurn(async () => paint(await storedAssessment.get(), (await storedClaims.get()) ?? [], now));
