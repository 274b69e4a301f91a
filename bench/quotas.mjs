import path from 'node:path';
import { mock } from 'node:test';
import { runnerImport } from 'vite';
import { Refusal, top, whenStarted } from '../scripts/run.mjs';

/** @typedef {import('../server/sources/connection.ts').Connector} Connector */
/** @typedef {import('../server/asking/plan.ts').Plan} Plan */

const people = Number(process.argv[2] ?? 100_000);
const day = 24 * 3_600_000;

/** Everybody begins between eight and ten. */
const morning = { from: 8 * 3_600_000, ms: 2 * 3_600_000 };

/** @param {string} file */
const load = async (file) => (await runnerImport(path.join(top, file))).module;

/**
 * Makes requests as fast as the gateway's own turns allow, in time that passes only when somebody waits.
 * @param {(patienceMs: number) => (signal: AbortSignal) => Promise<void>} turns
 */
function requester(turns) {
  const turn = turns(0);
  const { signal } = new AbortController();
  /** @type {{ at: number, requests: number }[]} */
  const moments = [];
  const makeRequest = async () => {
    for (;;) {
      try {
        await turn(signal);
        const last = moments.at(-1);
        if (last?.at === Date.now()) last.requests += 1;
        else moments.push({ at: Date.now(), requests: 1 });
        return;
      } catch (error) {
        mock.timers.tick(Math.ceil(/** @type {{ retryAfterMs: number }} */ (error).retryAfterMs));
      }
    }
  };
  return { moments, makeRequest };
}

/**
 * Everybody asks in the morning, and again whenever they may.
 * @param {Plan} plan
 * @param {() => Promise<void>} makeRequest
 */
async function askByPerson({ requests, refreshMs }, makeRequest) {
  const due = Array.from({ length: people }, (_, person) => morning.from + (person / people) * morning.ms);
  /** @type {number[]} */
  const waits = [];
  // Whoever was asked about first is due first again, so that this stays in order.
  for (let next = 0; next < due.length; next += 1) {
    const at = due[next] ?? 0;
    if (at >= day) break;
    if (at > Date.now()) mock.timers.tick(at - Date.now());
    for (let request = 0; request < requests; request += 1) await makeRequest();
    if (Date.now() >= day) break;
    waits.push(Date.now() - at);
    due.push(Date.now() + refreshMs);
  }
  return waits;
}

/**
 * The inventory is read again and again.
 * @param {Plan} plan
 * @param {() => Promise<void>} makeRequest
 */
async function readInventory({ requests, refreshMs }, makeRequest) {
  /** @type {number[]} */
  const ages = [];
  for (let begunAt = 0; begunAt < day; begunAt += refreshMs) {
    if (begunAt > Date.now()) mock.timers.tick(begunAt - Date.now());
    for (let request = 0; request < requests; request += 1) await makeRequest();
    ages.push(Date.now() - begunAt);
  }
  return ages;
}

/**
 * The most requests in any stretch of this length.
 * @param {readonly { at: number, requests: number }[]} moments
 * @param {number} ms
 */
function mostWithin(moments, ms) {
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

/** @param {number} ms */
const minutes = (ms) => `${(ms / 60_000).toFixed(1)} min`;

await whenStarted(import.meta.url, async () => {
  const { planOf } = await load('server/asking/plan.ts');
  const { turnsOf } = await load('server/asking/turns.ts');
  const { systems } = await load('server/sources/index.ts');
  const rows = [];
  for (const { kind, connector } of Object.values(systems)) {
    if (connector === undefined) continue;
    const { quota, devicesPerPage } = /** @type {Connector} */ (connector);
    const ways = { byPerson: true, snapshot: devicesPerPage !== undefined };
    const plan = /** @type {Plan} */ (planOf(connector, ways, people));
    mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 0 });
    const { moments, makeRequest } = requester(turnsOf(kind, quota));
    const took = (
      plan.way === 'snapshot' ? await readInventory(plan, makeRequest) : await askByPerson(plan, makeRequest)
    ).sort((a, b) => a - b);
    mock.timers.reset();
    rows.push({
      source: kind,
      asked: plan.way,
      refreshed: minutes(plan.refreshMs),
      requests: moments.reduce((sum, { requests }) => sum + requests, 0),
      quota: `${quota.requests} in ${quota.perSeconds} s`,
      most: mostWithin(moments, quota.perSeconds * 1000),
      isPassed: mostWithin(moments, quota.perSeconds * 1000) > quota.requests,
      'took, median': minutes(took[Math.floor(took.length / 2)] ?? 0),
      'took, longest': minutes(took.at(-1) ?? 0),
    });
  }
  console.log(`${people} people, one day, in virtual time`);
  console.table(rows);
  if (rows.some(({ isPassed }) => isPassed)) throw new Refusal('A quota was passed.');
});
