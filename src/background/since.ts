import type { Assessment, Finding } from '../posture/finding.ts';
import { type Instant, isAfter, latest } from '../posture/instant.ts';

/**
 * The assessment with each finding's `since`. One that stands as it stood in the previous assessment has stood so since then. Of
 * another, its signals tell: it is no older than the youngest of them. So they do where the previous `since` lies ahead: then the
 * clock was wrong.
 */
export function withSince(assessment: Assessment, previous: Assessment | undefined): Assessment {
  const before = new Map(
    previous?.devices.flatMap(({ findings }) => findings.map((finding) => [keyOf(finding), finding])),
  );
  return {
    ...assessment,
    devices: assessment.devices.map((device) => ({
      ...device,
      findings: device.findings.map((finding) => dated(finding, before.get(keyOf(finding)), assessment.assessedAt)),
    })),
  };
}

/** No practice's id has a space in it. */
const keyOf = ({ device, practice }: Finding): string => `${practice} ${device}`;

function dated(finding: Finding, previous: Finding | undefined, now: Instant): Finding {
  const stands = previous?.rating === finding.rating && previous.observed === finding.observed;
  const before = stands && previous.since !== undefined && !isAfter(previous.since, now) ? previous.since : undefined;
  const since: Instant | undefined = before ?? youngest(finding);
  return since === undefined ? finding : { ...finding, since };
}

const youngest = ({ decidedBy }: Finding): Instant | undefined =>
  latest(...decidedBy.map(({ since, observedAt }) => since ?? observedAt));
