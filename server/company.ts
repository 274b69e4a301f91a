import type { Organization } from '../src/posture/finding.ts';
import type { Policy } from '../src/posture/policy.ts';
import type { OrganizationDocument } from '../src/posture/wire.ts';
import type { AskSources } from './asking/ask-sources.ts';
import type { Identify } from './identity/identify.ts';

/** The company that a gateway serves: what it tells everybody, how it knows who asks, and whom it asks about them. */
export interface Company {
  /** Read anew for every request: the configuration may be reloaded meanwhile. */
  readonly terms: () => Terms;
  readonly identify: Identify;
  readonly askSources: AskSources;
  /** Seals what names a device or a person. At least 32 bytes, the same on every replica. */
  readonly key: Uint8Array;
}

/** What is the same for everybody. */
export interface Terms {
  readonly organization: Organization;
  readonly policy: Policy;
  readonly signIn: OrganizationDocument['signIn'];
}
