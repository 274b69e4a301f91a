import { storedAssessment, storedClaims } from '../browser/stored.ts';
import type { Assessment, Finding } from '../posture/finding.ts';
import { elapsed, type Instant, MINUTE } from '../posture/instant.ts';
import { type Claim, nextChange } from '../posture/present.ts';
import { inTurn } from './in-turn.ts';
import { paint } from './paint.ts';

type FindingRef = Pick<Finding, 'device' | 'practice'>;

const isOf =
  ({ device, practice }: FindingRef) =>
  (claim: FindingRef): boolean =>
    claim.device === device && claim.practice === practice;

/** Remembers that the person says this is done. */
export const claim = (finding: FindingRef, now: Instant): Promise<void> =>
  change((claims) => [...claims.filter((other) => !isOf(finding)(other)), { ...finding, claimedAt: now }], now);

/** Forgets it again. */
export const unclaim = (finding: FindingRef, now: Instant): Promise<void> =>
  change((claims) => claims.filter((other) => !isOf(finding)(other)), now);

const change = (edit: (claims: readonly Claim[]) => readonly Claim[], now: Instant): Promise<void> =>
  inTurn(async () => {
    const assessment = await storedAssessment.get();
    const claims = lasting(edit((await storedClaims.get()) ?? []), assessment, now);
    await paint(assessment, claims, now, () => storedClaims.set([...claims]));
  });

/** How far ahead of now a claim may lie: further, it was made by a clock that was wrong, and nobody knows when it ends. */
const AHEAD_MS = 5 * MINUTE;

/** The claims that still mean something: not over, and of a finding that is there and not ok. */
export function lasting(claims: readonly Claim[], assessment: Assessment | undefined, now: Instant): readonly Claim[] {
  if (assessment === undefined) return [];
  const open = assessment.devices
    .flatMap(({ findings }) => findings)
    .filter(({ rating }) => rating !== 'ok' && rating !== 'not-applicable');
  const nothing: Assessment = { ...assessment, devices: [] };
  // Apart from the claim itself nothing is left that could change.
  const isOver = (one: Claim) =>
    nextChange(nothing, [one], now) === undefined || elapsed(now, one.claimedAt) > AHEAD_MS;
  return claims.filter((one) => !isOver(one) && open.some(isOf(one)));
}
