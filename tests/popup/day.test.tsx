import { afterEach, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '../../src/posture/instant.ts';
import { type Day, type DayPlan, liveThroughADay, ORGANIZATION_MAX_AGE_SECONDS } from '../support/day.tsx';

declare module 'vitest' {
  interface TaskMeta {
    /** For the benchmarks, which print what is counted here. */
    day?: { readonly title: string; readonly plan: DayPlan; readonly counted: Day };
  }
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The time since the request before, of each but the first. */
const pauses = ({ requests }: Day, document: string, isOf: (occasion: string) => boolean = () => true) => {
  const asked = requests.filter((request) => request.document === document);
  return asked.flatMap(({ atMs, occasion }, i) => {
    const before = asked[i - 1];
    return before !== undefined && isOf(occasion) ? [atMs - before.atMs] : [];
  });
};

const shortest = (times: readonly number[]) => Math.min(Number.POSITIVE_INFINITY, ...times);

test.for<[string, DayPlan, number]>([
  ['nobody looks', { maxAgeSeconds: 900, opensEveryMinutes: 0 }, 2],
  ['nobody looks and an answer holds for a day', { maxAgeSeconds: 86_400, opensEveryMinutes: 0 }, 1],
  ['nobody looks and the endpoint fails', { maxAgeSeconds: 900, opensEveryMinutes: 0, isFailing: true }, 2],
  ['the popup is opened all the time', { maxAgeSeconds: 900, opensEveryMinutes: 5 }, 33],
  ['the popup is opened often and an answer holds for an hour', { maxAgeSeconds: 3600, opensEveryMinutes: 20 }, 10],
  ['the popup is opened often and no answer may be kept', { maxAgeSeconds: 0, opensEveryMinutes: 10 }, 25],
  [
    'the popup is opened often and the endpoint fails',
    { maxAgeSeconds: 900, opensEveryMinutes: 10, isFailing: true },
    25,
  ],
])('on a day on which %s', { timeout: 60_000 }, async ([title, plan, asked], { task }) => {
  const day = await liveThroughADay(plan);
  task.meta.day = { title, plan, counted: day };
  expect(day.requests.filter(({ document }) => document === 'posture')).toHaveLength(asked);
  const least = Math.max(plan.maxAgeSeconds * 1000, 15 * MINUTE);
  expect(shortest(pauses(day, 'posture'))).toBeGreaterThanOrEqual(least);
  expect(shortest(pauses(day, 'posture', (occasion) => occasion !== 'popup'))).toBeGreaterThanOrEqual(12 * HOUR);
  if (!plan.isFailing)
    expect(shortest(pauses(day, 'organization'))).toBeGreaterThanOrEqual(ORGANIZATION_MAX_AGE_SECONDS * 1000);
  const { 'alarm check': checks = 0, 'alarm repaint': repaints = 0, ...rest } = day.wakeUps;
  // Once after the browser was started: for what device management may say late.
  const { 'alarm check-soon': looks, ...others } = rest;
  expect(looks).toBe(1);
  expect(checks).toBeLessThanOrEqual(2);
  expect(repaints).toBeLessThanOrEqual(1);
  expect(Object.keys(others).toSorted()).toEqual(plan.opensEveryMinutes === 0 ? [] : ['popup passkey', 'popup renew']);
});
