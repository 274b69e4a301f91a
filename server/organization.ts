import type { Baseline } from '../src/posture/baseline.ts';
import type { CompanyWords } from '../src/posture/company-text.ts';
import type { Organization } from '../src/posture/finding.ts';
import type { Instant } from '../src/posture/instant.ts';
import type { Policy } from '../src/posture/policy.ts';
import { type OrganizationDocument, WIRE_VERSION } from '../src/posture/wire.ts';
import { etagOf } from './etag.ts';

/** How long an extension may keep the organisation document without asking again. */
export const ORGANIZATION_MAX_AGE_SECONDS = 3600;

/** The oldest extension that understands the documents as they are written here. */
const MINIMUM_EXTENSION = '1.0.0';

export interface OrganizationContent {
  readonly organization: Organization;
  readonly policy: Policy;
  readonly baseline: Baseline;
  readonly words?: CompanyWords;
  readonly signIn: OrganizationDocument['signIn'];
}

/** The document that is the same for everybody. Its `etag` names the content, whenever it was generated. */
export function organizationAnswer(
  { organization, policy, baseline, words = {}, signIn }: OrganizationContent,
  now: Instant,
) {
  const content = {
    version: WIRE_VERSION,
    minimumExtension: MINIMUM_EXTENSION,
    organization,
    signIn,
    policy,
    baseline,
    ...(Object.keys(words).length > 0 && { words }),
  };
  return { ...content, etag: etagOf('o', content), generatedAt: now };
}
