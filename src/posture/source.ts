import type { FactId } from './facts.ts';
import type { Instant } from './instant.ts';
import type { Platform } from './platform.ts';

export const sourceStatuses = ['answered', 'late', 'failed', 'not-asked'] as const;
export type SourceStatus = (typeof sourceStatuses)[number];

export const sourceFaults = [
  'timeout',
  'refused',
  'unauthorised',
  'forbidden',
  'throttled',
  'unreadable',
  'partial',
] as const;
/** Why a source did not answer in full. `partial`: it listed the devices, but not everything about them. */
export type SourceFault = (typeof sourceFaults)[number];

/** How one source took part in an answer. */
export interface SourceReport {
  readonly id: string;
  readonly name: string;
  readonly status: SourceStatus;
  readonly reason: SourceFault | null;
  /** When it last answered; null when it never did. */
  readonly answeredAt: Instant | null;
  /** The facts that this source, as it is set up, reports for each platform. */
  readonly covers: Partial<Record<Platform, readonly FactId[]>>;
}

/** The source id of what this browser observes of itself. */
export const BROWSER = 'browser';

/** The source id of what holds for every device of a platform, such as the encrypted disk of a Chromebook. */
export const PLATFORM = 'platform';

/** Whether a source gave less than it should have. */
export const isFailing = (source: SourceReport): boolean => source.status === 'failed' || source.status === 'late';
