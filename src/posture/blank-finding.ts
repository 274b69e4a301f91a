import type { Device } from './device.ts';
import type { Finding } from './finding.ts';
import type { PracticePolicy } from './policy.ts';
import type { AnyPractice } from './practice.ts';

/** A finding of which nothing is known yet but what a practice and the company's policy say of it. */
export function blankFinding(practice: AnyPractice, device: Device, wanted: PracticePolicy | undefined): Finding {
  const remedy = device.platform === 'unknown' ? undefined : practice.remedies[device.platform];
  return {
    practice: practice.id,
    device: device.id,
    scope: practice.scope,
    isAside: practice.isAside ?? false,
    rating: 'unknown',
    blamed: [],
    params: {},
    parts: [],
    decidedBy: [],
    alsoSaid: [],
    ...(wanted?.dueAt && { dueAt: wanted.dueAt }),
    ...(wanted?.dueAt && wanted.stage === 'remind' && { reminds: true }),
    ...(remedy && { remedy: { platform: device.platform, ...remedy } }),
  };
}
