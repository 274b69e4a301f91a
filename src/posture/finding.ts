import type { CompanyWords } from './company-text.ts';
import type { Connection } from './connection.ts';
import type { Agreement } from './exception.ts';
import type { Instant } from './instant.ts';
import type { Form, Platform } from './platform.ts';
import type { Params, Part } from './practice.ts';
import type { Rating } from './rating.ts';
import type { Reason } from './reason.ts';
import type { Signal } from './signal.ts';
import type { SourceReport } from './source.ts';
import type { ComputerQuestion, Teller } from './this-computer.ts';

/** One practice rated on one device. Ids and parameters only: the words are chosen where it is shown. */
export interface Finding {
  readonly practice: string;
  readonly device: string;
  readonly scope: 'device' | 'browser';
  /** Shown and rated, but in no count, headline or badge. */
  readonly isAside: boolean;
  readonly rating: Rating;
  /** Why it is `unknown`; absent otherwise. */
  readonly reason?: Reason;
  /** The browser told it before: the person had given the permission that it waits for, and took it back. */
  readonly isWithdrawn?: boolean;
  /** Ids of the sources that the reason speaks of, such as the one that failed. */
  readonly blamed: readonly string[];
  /** What was observed: an id of the practice's `observed` words. Absent when `unknown` or `not-applicable`. */
  readonly observed?: string;
  /** What the words of `observed` and `expected` are filled with. */
  readonly params: Params;
  /** What there is to tell one by one, where `observed` only sums it up. Empty otherwise. */
  readonly parts: readonly Part[];
  /** The signals that the rating rests on, one for each fact. */
  readonly decidedBy: readonly Signal[];
  /** Signals within their age that did not decide. */
  readonly alsoSaid: readonly Signal[];
  /** Since when it has been rated so, as far as is known. */
  readonly since?: Instant;
  /** After this moment the finding is shown as `unknown` (`stale`), without asking anyone. */
  readonly validUntil?: Instant;
  /** The company asks for it by this moment. */
  readonly dueAt?: Instant;
  /** The company wants people to be reminded of that (stage `remind`). */
  readonly reminds?: true;
  /** The person said that it is done; kept on this machine only. */
  readonly claimedAt?: Instant;
  /** The company has agreed that it need not be done until a day is over: out of every count, and never `ok` by that. */
  readonly agreed?: Agreement;
  readonly remedy?: {
    readonly platform: Platform;
    readonly minutes: number;
    readonly restart: boolean;
    readonly link?: string;
  };
}

/** A device with its findings. */
export interface AssessedDevice {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly form: Form;
  readonly model?: string;
  readonly serialEnding?: string;
  /** The computer that this browser runs on. */
  readonly isThisComputer: boolean;
  /** This computer, known to the company too. */
  readonly isJoined: boolean;
  /** Who said that it is this computer; absent where nobody did. */
  readonly joinedBy?: Teller;
  /** Of this computer while it is not joined: which devices it may be. Absent where there are none. */
  readonly question?: ComputerQuestion;
  /** Ids of the sources that list it. */
  readonly listedBy: readonly string[];
  /** Every source that knows it is failing: what is shown is what they said last. */
  readonly isLastKnown: boolean;
  readonly lastContactAt: Instant | null;
  readonly findings: readonly Finding[];
  /** What this browser told that no practice judges: to be shown, and in no count. */
  readonly unjudged: readonly Signal[];
}

/** Who asks for all this, as the endpoint says. */
export interface Organization {
  readonly name: string;
  /** A PNG or SVG data URI, shown by `<img>` only. */
  readonly logo?: string | undefined;
  readonly contact?: { readonly label: string; readonly url: string } | undefined;
  readonly privacyUrl?: string | undefined;
  /** The people and devices are made up. */
  readonly sample: boolean;
}

/** All findings of all devices, plus which sources answered. */
export interface Assessment {
  readonly assessedAt: Instant;
  readonly organization: Organization | null;
  /** The organisation's own wording, in place of ours. */
  readonly words?: CompanyWords | undefined;
  readonly connection: Connection;
  /** Devices that the answer spoke of, but that are not shown: retired, over the limit, or not readable. */
  readonly omitted: { readonly retired: number; readonly overLimit: number; readonly unreadable: number };
  readonly devices: readonly AssessedDevice[];
  readonly sources: readonly SourceReport[];
  readonly baselineAsOf: string;
  /** The version of this extension that the organization asks for, where this one is older. */
  readonly neededVersion?: string;
}
