import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationMs, planOf, windowOf } from '../../../server/asking/plan.ts';
import { systems } from '../../../server/sources/index.ts';
import type { ManagementSystem } from '../../../server/sources/source.ts';
import { HOUR, MINUTE } from '../../../src/posture/instant.ts';

const both = { byPerson: true, snapshot: true };
const kolide = { quota: { requests: 270, perSeconds: 60 }, requestsPerPerson: 4, devicesPerPage: 1 };
const duo = { quota: { requests: 50, perSeconds: 60 }, requestsPerPerson: 1, devicesPerPage: 500 };
const daily = { quota: { requests: 250_000, perSeconds: 86_400 }, requestsPerPerson: 3, devicesPerPage: 500 };

describe('a quota cut into windows', () => {
  test.each([
    [
      { requests: 270, perSeconds: 60 },
      { requests: 48, ms: 15_000 },
    ],
    [
      { requests: 2000, perSeconds: 20 },
      { requests: 360, ms: 5000 },
    ],
    [
      { requests: 250_000, perSeconds: 86_400 },
      { requests: 2319, ms: 900_000 },
    ],
    [
      { requests: 2, perSeconds: 10 },
      { requests: 1, ms: 10_000 },
    ],
    [
      { requests: 1, perSeconds: 10 },
      { requests: 1, ms: 10_000 },
    ],
  ])('%j is %j', (quota, window) => {
    expect(windowOf(quota)).toEqual(window);
  });

  test('is passed in no stretch of its length, however late each window is begun and whenever in it the requests are made', () => {
    const quotas = fc.record({
      requests: fc.integer({ min: 1, max: 500 }),
      perSeconds: fc.integer({ min: 1, max: 4000 }),
    });
    const moments = fc.array(
      fc.record({
        rest: fc.double({ min: 0, max: 2, noNaN: true }),
        at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      }),
      {
        minLength: 8,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(quotas, moments, (quota, windows) => {
        const window = windowOf(quota);
        let begunAt = 0;
        // A window begins with its first request; the others come together, at the worst moment.
        const times = windows.flatMap(({ rest, at }) => {
          const first = begunAt + rest * window.ms;
          begunAt = first + window.ms;
          return [first, ...Array.from({ length: window.requests - 1 }, () => first + at * window.ms)];
        });
        const most = Math.max(
          ...times.map((from) => times.filter((t) => t >= from && t < from + quota.perSeconds * 1000).length),
        );
        expect(most).toBeLessThanOrEqual(quota.requests);
      }),
      { numRuns: 60 },
    );
  });
});

describe('how a source is asked', () => {
  test.each([
    ['a few people: one by one, as often as anybody is', kolide, both, 10, 'by-person', 15 * MINUTE],
    ['nobody said how many: twice a day', kolide, both, undefined, 'by-person', 12 * HOUR],
    ['a thousand: as often as the quota allows', kolide, both, 1000, 'by-person', (4000 / 48) * 15_000],
    [
      'more than one by one can be asked in half a day: the inventory',
      kolide,
      both,
      50_000,
      'snapshot',
      2 * (62_500 / 48) * 15_000,
    ],
    [
      'only the inventory, a small one: as often as anybody is asked about',
      duo,
      { byPerson: false, snapshot: true },
      100,
      'snapshot',
      15 * MINUTE,
    ],
    [
      'only one by one: as slowly as it must be',
      kolide,
      { byPerson: true, snapshot: false },
      100_000,
      'by-person',
      Math.ceil((400_000 / 48) * 15_000),
    ],
    ['a quota for a day', daily, both, 10_000, 'by-person', Math.ceil((30_000 / 2319) * 900_000)],
  ] as const)('%s', (_, costs, ways, people, way, refreshMs) => {
    const plan = planOf(costs, ways, people);
    expect(plan.way).toBe(way);
    expect(plan.refreshMs).toBeCloseTo(refreshMs, -1);
  });

  test.each([
    ['one by one, half as often', kolide, 1000, 'by-person'],
    [
      'the inventory sooner, since not so many can be asked one by one',
      { ...duo, requestsPerPerson: 2 },
      10_000,
      'snapshot',
    ],
  ] as const)('two sources of one account: %s', (_, costs, people, way) => {
    const half = { ...costs.quota, requests: costs.quota.requests / 2 };
    const shared = planOf({ ...costs, sharedBy: 2 }, both, people);
    expect(shared).toEqual(planOf({ ...costs, quota: half }, both, people));
    expect(shared.way).toBe(way);
    expect(planOf(costs, both, people).way).toBe('by-person');
  });

  test('nobody can be asked about alone where a system lists only everybody, whatever else is said of it', () => {
    const { requestsPerPerson: _, ...listed } = duo;
    expect(planOf(listed, both, 100_000)).toMatchObject({ way: 'snapshot', requests: 250, isTooSlow: false });
  });

  test('says when there are more people than the quota is for', () => {
    expect(planOf(kolide, { byPerson: true, snapshot: false }, 100_000).isTooSlow).toBe(true);
    expect(planOf(kolide, both, 100_000)).toMatchObject({ way: 'snapshot', isTooSlow: false });
    expect(planOf(kolide, both, 1_000_000)).toMatchObject({ way: 'by-person', isTooSlow: true });
  });
});

const connectors = Object.values<ManagementSystem>(systems).flatMap(({ kind, connector }) =>
  connector ? [{ kind, connector }] : [],
);

/** It has no list of everything, and its page says for how many people it is. */
const isForFewer = (kind: string): boolean => kind === 'jumpcloud';

describe.each(connectors)('100,000 people and $kind', ({ kind, connector }) => {
  const { requestsPerPerson, devicesPerPage } = connector;
  const ways = { byPerson: requestsPerPerson !== undefined, snapshot: devicesPerPage !== undefined };
  const plan = planOf(connector, ways, 100_000);

  test('are refreshed in time, and never more often than the quota allows', () => {
    const rounds = plan.way === 'snapshot' ? 1 : 100_000;
    expect(plan.isTooSlow).toBe(isForFewer(kind));
    expect(durationMs(plan.requests * rounds, connector.quota)).toBeLessThanOrEqual(plan.refreshMs + 1);
  });

  test('are refreshed as the account allows that two sources share, both together within its quota', () => {
    const half = planOf({ ...connector, sharedBy: 2 }, ways, 100_000);
    const rounds = half.way === 'snapshot' ? 1 : 100_000;
    expect(2 * durationMs(half.requests * rounds, connector.quota)).toBeLessThanOrEqual(half.refreshMs + 1);
  });
});
