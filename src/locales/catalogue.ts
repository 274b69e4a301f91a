import type { KnownPlatform, Platform } from '../posture/platform.ts';

/** A sentence whose wording depends on a number: `by` names the parameter that counts. */
export interface Plural {
  readonly by: string;
  readonly zero?: string;
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A sentence with `{placeholders}`, as data: catalogues can be compared, sent to a translator and loaded as JSON. */
export type Message = string | Plural;

/** The directions for one platform. */
export interface Steps {
  readonly steps: readonly string[];
  /** How to see for oneself that it is done, or how it stands. */
  readonly check?: string;
  /** What to know before starting: who needs to be asked, what will look different. */
  readonly note?: string;
}

/** The words of one practice, but for its remedies, which are loaded apart. */
export interface PracticeWords {
  /** A noun phrase: "Disk encryption". */
  readonly name: string;
  /** The same after "Two tools disagree about": "disk encryption", "the firewall". */
  readonly topic: string;
  /** The title when it is `ok`: "Disk encryption is on". */
  readonly ok: string;
  /** The title when it is not, an imperative of at most five words: "Turn on disk encryption". */
  readonly fix: string;
  /** One sentence: what happens to the person without it. */
  readonly why: string;
  /** What the feature is called on a platform; fills `{product}`. */
  readonly product: Partial<Record<Platform, string>> & { readonly other: string };
  /** What was observed, by the ids that the practice gives. */
  readonly observed: Readonly<Record<string, Message>>;
  /** What is asked for. */
  readonly expected: Message;
}

/** The directions of one practice, by platform. */
export type Remedies = Partial<Record<KnownPlatform, Steps>>;
