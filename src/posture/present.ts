import { isFresh } from './age.ts';
import { holds, isAgreed } from './exception.ts';
import type { Assessment, Finding } from './finding.ts';
import { earliest, elapsed, endOf, HOUR, type Instant, isAfter, later } from './instant.ts';
import { signInDueAt } from './signed-out.ts';

/** How long "I've done this" is believed without a newer signal (wire rule 11). */
const CLAIM_HOURS = 72;

/** What a person said of a finding, kept on this machine only. */
export interface Claim {
  readonly device: string;
  readonly practice: string;
  readonly claimedAt: Instant;
}

/**
 * The assessment as it may be shown at `now`: what has passed its `validUntil` is `unknown` (`stale`), whoever shows it and without
 * asking anyone (wire rule 4), what no practice judges is shown no longer than it can be relied on, findings that the person claims
 * to have dealt with carry `claimedAt` while the claim lasts, and what was agreed with the company is a finding like any other once
 * the agreement is over.
 */
export function present(assessment: Assessment, claims: readonly Claim[], now: Instant): Assessment {
  return {
    ...assessment,
    devices: assessment.devices.map((device) => ({
      ...device,
      findings: device.findings.map((finding) => withClaim(withoutEnded(aged(finding, now), now), claims, now)),
      unjudged: device.unjudged.filter((signal) => isFresh(signal, now)),
    })),
  };
}

/** Also stale: a finding assessed in the future of `now`, for then the clock was wrong, and no one knows how old it is. */
function aged(finding: Finding, now: Instant): Finding {
  if (finding.validUntil === undefined || isAfter(finding.validUntil, now)) return finding;
  const { observed: _, ...rest } = finding;
  return {
    ...rest,
    rating: 'unknown',
    reason: 'stale',
    blamed: [...new Set(finding.decidedBy.map(({ source }) => source))],
    parts: [],
    decidedBy: [],
    alsoSaid: [...finding.decidedBy, ...finding.alsoSaid],
  };
}

function withoutEnded(finding: Finding, now: Instant): Finding {
  if (finding.agreed === undefined || holds(finding.agreed, now)) return finding;
  const { agreed: _, ...rest } = finding;
  return rest;
}

/** A claim ends after 72 hours, or when something was observed after it: then the finding speaks for itself again. */
function withClaim(finding: Finding, claims: readonly Claim[], now: Instant): Finding {
  if ((finding.rating !== 'nudge' && finding.rating !== 'warn') || isAgreed(finding)) return finding;
  const claim = claims.find(({ device, practice }) => device === finding.device && practice === finding.practice);
  if (claim === undefined || elapsed(claim.claimedAt, now) >= CLAIM_HOURS * HOUR) return finding;
  const contradicted = finding.decidedBy.some(({ observedAt }) => isAfter(observedAt, claim.claimedAt));
  return contradicted ? finding : { ...finding, claimedAt: claim.claimedAt };
}

/** Whether the person said that this is done, and nobody has confirmed or denied it yet. */
export const isWaiting = (finding: Finding): boolean => finding.claimedAt !== undefined;

/** The next moment at which what is shown changes by itself; the badge is repainted then. */
export function nextChange(assessment: Assessment, claims: readonly Claim[], now: Instant): Instant | undefined {
  const ends = assessment.devices.flatMap(({ findings }) =>
    findings.flatMap(({ validUntil, agreed }) => [validUntil, agreed && endOf(agreed.until)]),
  );
  const claimEnds = claims.map(({ claimedAt }) => later(claimedAt, CLAIM_HOURS * HOUR));
  return earliest(
    ...[...ends, ...claimEnds, signInDueAt(assessment.connection)].filter(
      (end) => end !== undefined && isAfter(end, now),
    ),
  );
}
