import type { Baseline } from '../src/posture/baseline.ts';
import type { CompanyWords } from '../src/posture/company-text.ts';
import type { Exception } from '../src/posture/exception.ts';
import type { Organization } from '../src/posture/finding.ts';
import type { Policy } from '../src/posture/policy.ts';
import type { OrganizationDocument } from '../src/posture/wire.ts';
import type { AskSources } from './asking/ask-sources.ts';
import type { Identify } from './identity/identify.ts';
import type { SignIn } from './identity/sign-in.ts';
import type { Limits } from './limits.ts';

/** The company that a gateway serves: what it tells everybody, how it knows who asks, and whom it asks about them. */
export interface Company {
  /** Read anew for every request: the configuration may be reloaded meanwhile. */
  readonly terms: () => Terms;
  readonly identify: Identify;
  /** How people sign in at the gateway itself; undefined where they come with something that they have already. */
  readonly signIn?: () => SignIn | undefined;
  readonly askSources: AskSources;
  /** Seals what names a device or a person. At least 32 bytes, the same on every replica. */
  readonly key: Uint8Array;
  /** How often people may ask; counted by this process alone where it is absent. */
  readonly limits?: Limits;
}

/** What a company tells and asks. */
export interface Terms {
  readonly organization: Organization;
  /** What is asked of everybody. */
  readonly policy: Policy;
  /** What is asked differently of the people of a group. */
  readonly groups: readonly { readonly group: string; readonly practices: Policy['practices'] }[];
  /** What was agreed about single devices, by their serial numbers as `identityOf` writes them. */
  readonly exceptions: readonly (Omit<Exception, 'device'> & { readonly serial: string })[];
  /** The company's own wording. */
  readonly words: CompanyWords;
  /** The newest versions that the company knows of. */
  readonly baseline: Baseline;
  readonly signIn: OrganizationDocument['signIn'];
}
