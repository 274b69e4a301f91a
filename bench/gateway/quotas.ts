import { mock } from 'node:test';
import { type Plan, planOf } from '../../server/asking/plan.ts';
import { turnsOf } from '../../server/asking/turns.ts';
import type { Connector } from '../../server/sources/connection.ts';
import { systems } from '../../server/sources/index.ts';
import { SourceFailure } from '../../server/upstream/failure.ts';
import { DAY, HOUR } from '../../src/posture/instant.ts';
import type { Measured } from '../limits.ts';
import { median } from '../statistics.ts';

const PEOPLE = 100_000;

/** Everybody begins between eight and ten. */
const morning = { from: 8 * HOUR, ms: 2 * HOUR };

interface Moment {
  readonly at: number;
  requests: number;
}

/** Makes requests as fast as the gateway's own turns allow, in time that passes only when somebody waits. */
function requester(turns: ReturnType<typeof turnsOf>) {
  const turn = turns(0);
  const { signal } = new AbortController();
  const moments: Moment[] = [];
  const makeRequest = async () => {
    for (;;) {
      try {
        await turn(signal);
        const last = moments.at(-1);
        if (last?.at === Date.now()) last.requests += 1;
        else moments.push({ at: Date.now(), requests: 1 });
        return;
      } catch (error) {
        if (!(error instanceof SourceFailure)) throw error;
        mock.timers.tick(Math.ceil(error.retryAfterMs ?? 1));
      }
    }
  };
  return { moments, makeRequest };
}

/** Everybody asks in the morning, and again whenever they may. Resolves to how long each waited. */
async function askByPerson({ requests, refreshMs }: Plan, makeRequest: () => Promise<void>): Promise<number[]> {
  const due = Array.from({ length: PEOPLE }, (_, person) => morning.from + (person / PEOPLE) * morning.ms);
  const waits: number[] = [];
  // Whoever was asked about first is due first again, so that this stays in order.
  for (let next = 0; next < due.length; next += 1) {
    const at = due[next] ?? 0;
    if (at >= DAY) break;
    if (at > Date.now()) mock.timers.tick(at - Date.now());
    for (let request = 0; request < requests; request += 1) await makeRequest();
    if (Date.now() >= DAY) break;
    waits.push(Date.now() - at);
    due.push(Date.now() + refreshMs);
  }
  return waits;
}

/** The inventory is read again and again. Resolves to how long each reading took. */
async function readInventory({ requests, refreshMs }: Plan, makeRequest: () => Promise<void>): Promise<number[]> {
  const ages: number[] = [];
  for (let begunAt = 0; begunAt < DAY; begunAt += refreshMs) {
    if (begunAt > Date.now()) mock.timers.tick(begunAt - Date.now());
    for (let request = 0; request < requests; request += 1) await makeRequest();
    ages.push(Date.now() - begunAt);
  }
  return ages;
}

/** The most requests in any stretch of this length. */
function mostWithin(moments: readonly Moment[], ms: number): number {
  let most = 0;
  let sum = 0;
  let first = 0;
  for (const { at, requests } of moments) {
    sum += requests;
    for (let oldest = moments[first]; oldest !== undefined && oldest.at <= at - ms; oldest = moments[first]) {
      sum -= oldest.requests;
      first += 1;
    }
    most = Math.max(most, sum);
  }
  return most;
}

const minutes = (ms: number): string => `${(ms / 60_000).toFixed(1)} min`;

/** A day of a large company, in virtual time, with the quota of every vendor. */
export async function quotas(): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { kind, connector } of Object.values(systems)) {
    if (connector !== undefined) measured.push(await aDayOf(kind, connector));
  }
  return measured;
}

async function aDayOf(kind: string, connector: Connector): Promise<Measured> {
  const { quota, requestsPerPerson, devicesPerPage } = connector;
  const ways = { byPerson: requestsPerPerson !== undefined, snapshot: devicesPerPage !== undefined };
  const plan = planOf({ ...connector, sharedBy: 1 }, ways, PEOPLE);
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 0 });
  try {
    const { moments, makeRequest } = requester(turnsOf(kind, quota));
    const isWhole = plan.way === 'snapshot';
    const took = await (isWhole ? readInventory(plan, makeRequest) : askByPerson(plan, makeRequest));
    const requests = moments.reduce((sum, moment) => sum + moment.requests, 0);
    return {
      what: `requests to ${kind} within ${quota.perSeconds} s, at most`,
      value: mostWithin(moments, quota.perSeconds * 1000),
      limit: quota.requests,
      unit: '',
      details: `${isWhole ? 'the inventory is read' : 'each person is asked about'} every ${minutes(plan.refreshMs)}: ${requests} requests; took ${minutes(median(took))}, ${minutes(took.reduce((a, b) => Math.max(a, b), 0))} at the longest`,
    };
  } finally {
    mock.timers.reset();
  }
}
