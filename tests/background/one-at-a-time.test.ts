import { expect, test } from 'vitest';
import { oneAtATime } from '../../src/background/one-at-a-time.ts';

/** A task whose runs are ended by hand. */
const byHand = () => {
  const runs: { end: () => void; fail: () => void }[] = [];
  const task = () =>
    new Promise<void>((resolve, reject) => {
      runs.push({ end: resolve, fail: () => reject(new Error('failed')) });
    });
  return { runs, run: oneAtATime<void>(task) };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('however many ask during a run, it runs once more', async () => {
  const { runs, run } = byHand();
  const calls = [run(), run(), run(), run()];
  await settled();
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await calls[0];
  await settled();
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await Promise.all(calls);
  expect(runs).toHaveLength(2);
});

test('who asks during the second run has a third', async () => {
  const { runs, run } = byHand();
  const first = [run(), run()];
  runs[0]?.end();
  await first[0];
  await settled();
  const third = run();
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await first[1];
  await settled();
  runs[2]?.end();
  await third;
  expect(runs).toHaveLength(3);
});

test('a run that fails tells those who wait for it, and no others', async () => {
  const { runs, run } = byHand();
  const first = run();
  const second = run();
  runs[0]?.fail();
  await expect(first).rejects.toThrow('failed');
  await settled();
  runs[1]?.end();
  await second;
  const third = run();
  runs[2]?.end();
  await third;
});

test('at the very moment at which a run ends, there are still no two', async () => {
  let now = 0;
  let most = 0;
  const run = oneAtATime<void>(async () => {
    now += 1;
    most = Math.max(most, now);
    await settled();
    now -= 1;
  });
  const calls = [run(), run()];
  void calls[0]?.then(() => calls.push(run()));
  void calls[0]?.finally(() => calls.push(run()));
  await Promise.all(calls);
  await Promise.all(calls);
  expect(most).toBe(1);
});

test('a run is told what all those wish for whom it runs, and nothing of an earlier one', async () => {
  const told: (readonly string[])[] = [];
  const run = oneAtATime<string>(async (wishes) => {
    told.push(wishes);
    await settled();
  });
  await Promise.all([run('look'), run('look'), run('ask')]);
  await run('wait');
  expect(told).toEqual([['look'], ['look', 'ask'], ['wait']]);
});
