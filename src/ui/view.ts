import type { Locale } from '../locales/index.ts';
import type { FactValue } from '../posture/facts.ts';
import type { Assessment, Finding } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import type { OwnAnswer } from '../posture/own-answer.ts';
import type { OptionalPermission } from '../posture/permission.ts';
import type { Platform } from '../posture/platform.ts';

/** Where a page is looked at. */
export interface Viewer {
  readonly platform: Platform;
  readonly browser: FactValue<'browserVersion'>['name'];
}

/** Names a finding wherever it is shown. */
export type FindingRef = Pick<Finding, 'device' | 'practice'>;

/** What a person can do from a page. What comes of it is seen in the next assessment. */
export interface Actions {
  readonly check: () => void;
  readonly showSteps: (finding: FindingRef) => void;
  readonly claim: (finding: FindingRef) => void;
  readonly unclaim: (finding: FindingRef) => void;
  /** Says how something is that nobody reports, and takes it back. */
  readonly answer: (answer: FindingRef & { readonly isSo: boolean }) => void;
  readonly unanswer: (finding: FindingRef) => void;
  /** Says which device this computer is, null for none of them, and takes it back. */
  readonly chooseComputer: (device: string | null) => void;
  readonly forgetComputer: () => void;
  /** Has the browser ask for a permission. Must be called while a click is handled, before anything is awaited. */
  readonly allow: (permission: OptionalPermission) => void;
  /** Opens the company's sign-in, in a window. */
  readonly signIn: () => void;
  readonly putOffSignIn: () => void;
  readonly openOptions: () => void;
  readonly openTab: (url: string) => void;
}

/** What the organisation's device management has to do with this browser. */
export interface Management {
  /** Whether anything is done here; `awaited` for the first seconds in which that is not known. */
  readonly standing: 'here' | 'awaited' | 'not-here';
  /** Whether a person without a company is shown where to connect one. */
  readonly offersCompany: boolean;
}

/** All that a component shows: an assessment as `present` gives it, for one moment, in one language. */
export interface View {
  readonly assessment: Assessment;
  /** What the person said of what nobody reports. */
  readonly ownAnswers: readonly OwnAnswer[];
  readonly now: Instant;
  readonly locale: Locale;
  /** Not known in the first moments: nothing waits for it. */
  readonly viewer: Viewer | undefined;
  readonly management: Management;
  readonly actions: Actions;
}
