import { HOUR, MINUTE } from '../../src/posture/instant.ts';
import type { Costs } from '../sources/connected-source.ts';
import type { Quota } from '../sources/connection.ts';
import { CURRENT_FOR_MS } from './kept-answer.ts';

/** Nobody is asked about more often: what management systems know changes by the hour. */
export const SHORTEST_REFRESH_MS = 15 * MINUTE;

/** As often as a person is asked about when nobody said how many people there are, and the longest that asking one by one may take. */
export const USUAL_REFRESH_MS = 12 * HOUR;

/** Devices that one system lists for a hundred people. */
const DEVICES_PER_100_PEOPLE = 125;

/** So many requests in a window that begins with the first of them. */
export interface Window {
  readonly requests: number;
  readonly ms: number;
}

/** Of a hundred requests that a quota allows, these are made: not all take the same time to arrive, and others may ask too. */
const USED_OF_100 = 90;

/** A quota for a whole day is not spent in its first minutes. */
const LONGEST_WINDOW_SECONDS = 900;

/**
 * A quota cut into windows so short that no stretch of the vendor's own length, wherever it begins, has more requests than the quota:
 * such a stretch meets at most one window more than fit into it.
 */
export function windowOf({ requests, perSeconds }: Quota): Window {
  const slices = Math.max(4, Math.ceil(perSeconds / LONGEST_WINDOW_SECONDS));
  const count = Math.max(1, Math.min(slices, requests - 1));
  return {
    requests: Math.max(1, Math.floor((requests * USED_OF_100) / 100 / (count + 1))),
    ms: (perSeconds * 1000) / count,
  };
}

/** How one source is asked about everybody. */
export interface Plan {
  readonly way: 'by-person' | 'snapshot';
  /** For one person, or for the whole inventory. */
  readonly requests: number;
  /** How often a person, or the inventory, is asked about, in milliseconds. */
  readonly refreshMs: number;
  /** The answers are older than they should be: there are too many people for this quota. */
  readonly isTooSlow: boolean;
}

export interface Ways {
  readonly byPerson: boolean;
  readonly snapshot: boolean;
}

/**
 * How a source is asked: one by one as long as everybody's turn comes within half a day, since what is asked for one person is newer
 * and often says more than a list; else by its whole inventory, if the system lists one that can be read in time.
 * @param people how many the company has; undefined when nobody said so
 */
export function planOf(costs: Costs, ways: Ways, people: number | undefined): Plan {
  const quota = partOf(costs);
  const { requestsPerPerson, devicesPerPage } = costs;
  const single =
    ways.byPerson && requestsPerPerson !== undefined ? byPersonPlan(requestsPerPerson, quota, people) : undefined;
  if (single && !(ways.snapshot && single.isTooSlow)) return single;
  const whole = snapshotPlan(devicesPerPage, quota, people);
  return single && whole.isTooSlow ? single : whole;
}

/** What is left for one of the sources that share a quota. All of them together keep to it, whichever way each is asked. */
const partOf = ({ quota, sharedBy = 1 }: Costs): Quota => ({
  ...quota,
  requests: Math.max(1, Math.floor(quota.requests / sharedBy)),
});

function byPersonPlan(requests: number, quota: Quota, people: number | undefined): Plan {
  const refreshMs = people === undefined ? USUAL_REFRESH_MS : atLeastShortest(durationMs(people * requests, quota));
  return { way: 'by-person', requests, refreshMs, isTooSlow: refreshMs > USUAL_REFRESH_MS };
}

/** Reading takes half of the time at most, as long as that is not more than half a day. */
function snapshotPlan(devicesPerPage = 1, quota: Quota, people: number | undefined): Plan {
  const devices = Math.ceil(((people ?? 0) * DEVICES_PER_100_PEOPLE) / 100);
  const requests = Math.ceil(devices / devicesPerPage);
  const takesMs = durationMs(requests, quota);
  const refreshMs =
    people === undefined
      ? USUAL_REFRESH_MS
      : Math.max(SHORTEST_REFRESH_MS, takesMs, Math.min(2 * takesMs, USUAL_REFRESH_MS));
  return { way: 'snapshot', requests, refreshMs, isTooSlow: refreshMs + takesMs > CURRENT_FOR_MS };
}

/** How long so many requests take. */
export function durationMs(requests: number, quota: Quota): number {
  const window = windowOf(quota);
  return (requests / window.requests) * window.ms;
}

const atLeastShortest = (ms: number): number => Math.max(SHORTEST_REFRESH_MS, Math.ceil(ms));
