import type { Assessment, Finding } from '../posture/finding.ts';
import { type Instant, isAfter, latest } from '../posture/instant.ts';

/**
 * The assessment with each finding's `since`. One that stands as it stood in the previous assessment has stood so since then. Of
 * another, its signals tell: it is no older than the youngest of them. So they do where the previous `since` lies ahead: then the
 * clock was wrong.
 */
export function withSince(assessment: Assessment, previous: Assessment | undefined): Assessment {
  const devicesBefore = new Map(previous?.devices.map((device) => [device.id, device]));
  return {
    ...assessment,
    devices: assessment.devices.map((device) => {
      const before = new Map(devicesBefore.get(device.id)?.findings.map((finding) => [finding.practice, finding]));
      const findings = device.findings.map((one) => dated(one, before.get(one.practice), assessment.assessedAt));
      return { ...device, findings };
    }),
  };
}

function dated(finding: Finding, previous: Finding | undefined, now: Instant): Finding {
  const stands = previous?.rating === finding.rating && previous.observed === finding.observed;
  const before = stands && previous.since !== undefined && !isAfter(previous.since, now) ? previous.since : undefined;
  const since: Instant | undefined = before ?? youngest(finding);
  return since === undefined ? finding : Object.assign({}, finding, { since });
}

const youngest = ({ decidedBy }: Finding): Instant | undefined =>
  latest(...decidedBy.map(({ since, observedAt }) => since ?? observedAt));
