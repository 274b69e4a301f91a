import type { Baseline } from './baseline.ts';
import type { FactId, FactValue } from './facts.ts';
import type { Instant } from './instant.ts';
import type { KnownPlatform, Platform } from './platform.ts';
import type { Importance, Verdict } from './rating.ts';
import type { Reason } from './reason.ts';

/** Ids and numbers that the words of a finding are filled with; never sentences. */
export type Params = Readonly<Record<string, string | number>>;

/** The cost of a remedy on one platform, and the id of the settings page that it starts from. The steps are words. */
export interface Remedy {
  /** Minutes of a person's attention, not of waiting. */
  readonly minutes: number;
  readonly restart: boolean;
  /** An id of the closed list in `ui/settings-links.ts`. */
  readonly link?: string;
}

/** One of several things that a practice looks at: a program, a protection, a check of the company's own. */
export interface Part {
  readonly rating: Verdict;
  /** An id of the practice's `observed` words. */
  readonly observed: string;
  readonly params: Params;
}

export interface Judgement {
  readonly rating: Verdict;
  /** What was observed: an id of the practice's `observed` words. */
  readonly observed: string;
  /** What the words are filled with. A name ending in `On` is a day and is written as a date. */
  readonly params?: Params;
  /** What there is to tell one by one, where `observed` only sums it up. */
  readonly parts?: readonly Part[];
  /** When the judgement ends by the calendar alone: a grace period or a support date passes. */
  readonly validUntil?: Instant | undefined;
}

export interface Context<Reference = undefined> {
  readonly platform: Platform;
  /** The rating of a device that does not follow the practice. */
  readonly importance: Importance;
  readonly graceDays: number;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly now: Instant;
  /** What `refer` found in the baseline. */
  readonly reference: Reference;
}

/** Where `refer` looks, and for whom. */
export type Lookup = Pick<Context, 'platform' | 'now' | 'thresholds' | 'graceDays'> & { readonly baseline: Baseline };

/** What `refer` answers when the baseline, or what was reported, cannot serve. The engine makes `unknown` of it. */
export type NoReference = Extract<
  Reason,
  | 'value-not-understood'
  | 'baseline-missing'
  | 'baseline-outdated'
  | 'not-reported'
  | 'not-covered'
  | 'browser-cannot-know'
>;

type Values<Needs extends FactId, Wants extends FactId> = { readonly [Id in Needs]: FactValue<Id> } & {
  readonly [Id in Wants]?: FactValue<Id> | undefined;
};

interface Practice<Needs extends FactId, Wants extends FactId, Reference> {
  /** The file's name; a noun phrase. */
  readonly id: string;
  /** `device`: judged once for each device. `browser`: of this browser profile only. */
  readonly scope: 'device' | 'browser';
  readonly importance: Importance;
  /** Shown and rated, but not counted: it speaks of our own view, not of how well the device is protected. */
  readonly isAside?: boolean;
  /** One of the few things that a person without a company is asked to look at, for no browser sees them. */
  readonly isSelfCheck?: boolean;
  /** Not asked at all, rather than `unknown`, where no source could tell. */
  readonly onlyWhereTold?: boolean;
  /** Facts without which nothing can be said. */
  readonly needs: readonly Needs[];
  /** Facts that sharpen the verdict where they are known. */
  readonly wants?: readonly Wants[];
  /** Of the wanted facts, those without which nothing can be said on a platform. */
  readonly needsOn?: Partial<Record<KnownPlatform, readonly Wants[]>>;
  /** A platform that is left out is one where the practice is not asked. */
  readonly remedies: Partial<Record<KnownPlatform, Remedy>>;
  /**
   * Finds what the baseline says about these values; `not-applicable` where the practice has nothing to ask of such a device.
   * Absent: the practice needs no baseline.
   */
  readonly refer?: (values: Values<Needs, Wants>, context: Lookup) => Reference | NoReference | 'not-applicable';
  /** Rates values that are present, fresh, readable and uncontradicted: the engine has seen to that. It cannot say `unknown`. */
  readonly rate: (values: Values<Needs, Wants>, context: Context<Reference>) => Judgement;
}

/** A practice whose facts the engine handles by name only. */
export type AnyPractice = Practice<FactId, FactId, unknown>;

/**
 * Defines a practice: `rate` sees only the facts that it declares, and `refer`'s result as `context.reference`.
 * The one cast of the engine is here: facts are matched to the practice by name at run time, after their schemas have read them.
 */
export const definePractice = <const Needs extends FactId, const Wants extends FactId = never, Reference = undefined>(
  practice: Practice<Needs, Wants, Reference>,
): AnyPractice => practice as unknown as AnyPractice;
